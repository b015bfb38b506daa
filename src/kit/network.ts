import { isIP } from "node:net"

/** Bytes of an address that name its network: one customer of a provider holds the rest. */
const IPV4_BYTES = 3
const IPV6_BYTES = 7

/**
 * The network of an address, for counting attempts: /24 of IPv4, /56 of IPv6 (a home or a rented server holds at least a
 * /64 of IPv6, most a /56: counted by single addresses, nobody would ever reach a limit).
 * @param ip address of the caller, from `req.ip`: Express reads it behind as many proxies as it trusts
 * @returns `203.0.113.0/24`, `2001:db8:0:100/56`, or `unknown`
 */
export function networkOf(ip: string | undefined): string {
  const address = (ip ?? "").split("%")[0]
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (isIP(mapped) === 4) return `${mapped.split(".").slice(0, IPV4_BYTES).join(".")}.0/24`
  if (isIP(mapped) === 6) return `${prefixOf(mapped)}/56`
  return "unknown"
}

function prefixOf(address: string): string {
  const [head, tail] = address.split("::")
  const before = groups(head)
  const after = groups(tail ?? "")
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  const all = [...before, ...Array.from({ length: zeros }, () => 0), ...after]
  const kept = Math.floor(IPV6_BYTES / 2)
  return [...all.slice(0, kept), all[kept] & 0xff00].map((group) => group.toString(16)).join(":")
}

/** Groups of 16 bits; the last two may be written as an IPv4 address. */
function groups(text: string): number[] {
  if (text === "") return []
  return text.split(":").flatMap((group) => {
    if (!group.includes(".")) return [parseInt(group, 16)]
    const [a, b, c, d] = group.split(".").map(Number)
    return [a * 256 + b, c * 256 + d]
  })
}
