import { lookup } from "node:dns/promises"
import { isIP } from "node:net"
import { isPublicAddress } from "./addresses"
import { WebError } from "./web-error"

/** An address of the web whose host was looked up once: every connection goes to `ip`, whatever the name says a moment later. */
export type Target = { readonly url: URL; readonly ip: string; readonly family: 4 | 6 }

/** `allowPrivate`: internal addresses and any port, for shops that are tested on their own machine. */
export type WebRules = { readonly allowPrivate: boolean }

const WEB_PORTS = ["", "80", "443"]

/**
 * Looks an address up, and refuses every one that could reach what only this machine reaches: other schemes and ports,
 * credentials, hosts of which one address is internal.
 * @throws WebError `address`, `internal` or `unknown_host`
 */
export async function targetOf(address: string | URL, { allowPrivate }: WebRules): Promise<Target> {
  if (!URL.canParse(String(address))) throw new WebError("address", "this is no address of the web")
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol))
    throw new WebError("address", `${url.protocol} is not asked: only http and https`)
  if (url.username || url.password) throw new WebError("address", "an address with a user or password is not asked")
  if (!allowPrivate && !WEB_PORTS.includes(url.port)) {
    throw new WebError("address", `the port ${url.port} is not asked: only 80 and 443`)
  }
  const found = await addressesOf(url.hostname)
  const inside = found.find((one) => !isPublicAddress(one.address))
  if (inside && !allowPrivate) {
    throw new WebError("internal", `${url.hostname} leads to ${inside.address}, which is not on the open internet`)
  }
  // Names of one machine answer on both; where IPv6 is not routed, IPv4 is the one that works.
  const chosen = found.find(({ family }) => family === 4) ?? found[0]
  return { url, ip: chosen.address, family: chosen.family === 4 ? 4 : 6 }
}

async function addressesOf(hostname: string): Promise<{ address: string; family: number }[]> {
  const bare = hostname.replace(/^\[|\]$/g, "")
  const version = isIP(bare)
  if (version !== 0) return [{ address: bare, family: version }]
  try {
    const found = await lookup(bare, { all: true, verbatim: true })
    if (found.length > 0) return found
  } catch (error) {
    throw new WebError("unknown_host", `${bare} is not found (${(error as NodeJS.ErrnoException).code ?? "no answer"})`)
  }
  throw new WebError("unknown_host", `${bare} has no address`)
}

/** A `lookup` for sockets that answers the address that was checked. */
export function pinned({ ip, family }: Target) {
  return (
    _: string,
    options: { all?: boolean },
    answer: (error: null, address: string | { address: string; family: number }[], family?: number) => void,
  ) => (options.all ? answer(null, [{ address: ip, family }]) : answer(null, ip, family))
}
