import { certificateOf } from "../../kit/web/certificate"
import { fetchPage } from "../../kit/web/fetch-page"
import { targetOf, type WebRules } from "../../kit/web/target"
import { WebError } from "../../kit/web/web-error"
import type { CheckId, Outcome, Proof } from "./outcome"

/** A certificate is renewed a month before its end by whoever does it well; three weeks are left to notice that he did not. */
const DAYS_LEFT = 21
const DAY = 24 * 60 * 60 * 1000
const PATIENCE = 10_000

/**
 * Whether customers reach an address encrypted, and only so: scheme, certificate and its last day, redirect from http.
 * @param plainPort where the same host answers unencrypted
 */
export async function checkTransport(
  id: CheckId,
  address: string,
  { rules, now, plainPort = 80 }: { rules: WebRules; now: Date; plainPort?: number },
): Promise<Outcome> {
  const outcome = (state: Outcome["state"], proof: Omit<Proof, "url">): Outcome => ({
    id,
    state,
    proof: { ...proof, url: address },
  })
  if (!address.startsWith("https:")) return outcome("missing", { seen: "not_https" })
  try {
    const target = await targetOf(address, rules)
    const { refused, until } = await certificateOf(target, PATIENCE)
    if (refused !== null || until === null) {
      return outcome("missing", { seen: "certificate_refused", why: refused ?? "no certificate" })
    }
    const days = Math.floor((until.getTime() - now.getTime()) / DAY)
    const proof = { until: until.toISOString(), days }
    if (days < DAYS_LEFT) return outcome("at_risk", { seen: "certificate_expires", ...proof })
    if (await answersInClear(target.url, plainPort, rules)) {
      return outcome("at_risk", { seen: "plain_http_answers", ...proof })
    }
    return outcome("met", { seen: "encrypted", ...proof })
  } catch (error) {
    return outcome("not_verified", notSeen(error))
  }
}

/** What kept an address from being looked at. */
export function notSeen(error: unknown): Pick<Proof, "seen" | "why"> {
  if (!(error instanceof WebError)) throw error
  const seen = error.trouble === "internal" || error.trouble === "address" ? "not_asked" : "unreachable"
  return { seen, why: error.message }
}

/** Whether the same host answers unencrypted otherwise than by sending the caller to https. Nobody there is as good. */
async function answersInClear({ hostname, pathname }: URL, port: number, rules: WebRules): Promise<boolean> {
  const address = `http://${hostname}:${port}${pathname}`
  try {
    const { status, headers } = await fetchPage(address, {
      ...rules,
      most: 100_000,
      patience: PATIENCE,
      types: null,
      follow: false,
    })
    return status < 400 && !(status >= 300 && leadsToHttps(headers.location, address))
  } catch (error) {
    if (error instanceof WebError) return false
    throw error
  }
}

/** A server may answer any words where an address belongs. */
function leadsToHttps(location: string | undefined, from: string): boolean {
  if (location === undefined || !URL.canParse(location, from)) return false
  return new URL(location, from).protocol === "https:"
}
