import { BlockList, isIP } from "node:net"

/** Networks that are nobody's on the open internet: IANA's registries of special-purpose addresses (RFC 6890 and later). */
const INTERNAL_IPV4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  // Carriers' own networks (CGNAT).
  "100.64.0.0/10",
  "127.0.0.0/8",
  // Link-local, where clouds answer with their machines' secrets (169.254.169.254).
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
]
/** Of the space that is given out at all (2000::/3): what carries another address within, or documents. */
const SPECIAL_IPV6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]

const internal = listOf([...INTERNAL_IPV4, ...SPECIAL_IPV6])
const givenOut = listOf(["2000::/3"])

/**
 * Whether an address is one of the open internet: not this machine, its network, a carrier's, or a cloud's own.
 * @param address as `dns.lookup` answers it, without brackets; anything else is not public
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  // A zone (`fe80::1%eth0`) names a network interface of this machine.
  if (version === 0 || address.includes("%")) return false
  if (version === 4) return !internal.check(address, "ipv4")
  return givenOut.check(address, "ipv6") && !internal.check(address, "ipv6")
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address, bits] = network.split("/")
    list.addSubnet(address, Number(bits), isIP(address) === 4 ? "ipv4" : "ipv6")
  }
  return list
}
