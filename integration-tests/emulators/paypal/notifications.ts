import type { Answer, Call } from "../edge/server"
import { bodyOf } from "./body"
import { Refusal } from "./refusal"
import type { World } from "./world"

const SIGNED = ["auth_algo", "cert_url", "transmission_id", "transmission_sig", "transmission_time", "webhook_id"]

/**
 * Compares what it is asked about with what was sent, byte for byte: a body that was read and written anew is another one.
 * https://developer.paypal.com/docs/api/webhooks/v1/#verify-webhook-signature_post
 */
export function verify(world: World, call: Call): Answer {
  const asked = bodyOf<Record<string, unknown>>(call)
  if (SIGNED.some((member) => typeof asked[member] !== "string")) throw new Refusal(400, "MISSING_REQUIRED_PARAMETER")
  const sent = world.transmissions.get(asked.transmission_id as string)
  const same =
    sent !== undefined &&
    SIGNED.every((member) => sent[member] === asked[member]) &&
    call.body.includes(`"webhook_event":${sent.body}`)
  return { status: 200, json: { verification_status: same ? "SUCCESS" : "FAILURE" } }
}

/** Newest first, in pages: https://developer.paypal.com/docs/api/webhooks/v1/#webhooks-events_list */
export function listEvents(world: World, { query }: Call): Answer {
  const since = Date.parse(query.get("start_time") ?? "1970-01-01T00:00:00Z")
  // Small pages, whatever was asked for: "the response might have fewer items than the requested page_size".
  const size = Math.min(Number(query.get("page_size") ?? 10), 10)
  const from = Number(query.get("offset") ?? 0)
  const all = world.webhooks.events.filter(({ id }) => (world.eventTimes.get(id) ?? 0) >= since).reverse()
  const events = all.slice(from, from + size).map(({ body }) => JSON.parse(body) as unknown)
  const next = new URLSearchParams({ ...Object.fromEntries(query), offset: String(from + size) })
  // PayPal's links name PayPal's host, whatever address one called.
  const links = [
    { rel: "next", method: "GET", href: `https://api.paypal.com/v1/notifications/webhooks-events?${next}` },
  ]
  return { status: 200, json: { events, count: events.length, links: from + size < all.length ? links : [] } }
}
