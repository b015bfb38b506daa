import { GatewayError } from "../gateway-error"
import type { GatewayEvent, HeadersIn } from "../types"
import type { PaypalClient } from "./client"
import { idInLink, type PaypalEvent, type PaypalLink } from "./shapes"

/** Member of the verification, and the header that carries it: https://developer.paypal.com/docs/api/webhooks/v1/#verify-webhook-signature_post */
const SIGNED_BY = {
  auth_algo: "paypal-auth-algo",
  cert_url: "paypal-cert-url",
  transmission_id: "paypal-transmission-id",
  transmission_sig: "paypal-transmission-sig",
  transmission_time: "paypal-transmission-time",
} as const

const REFUNDS_AND_DISPUTES =
  /^(PAYMENT\.CAPTURE\.(REFUNDED|REVERSED|DENIED|PENDING|COMPLETED)|PAYMENT\.REFUND\.|CUSTOMER\.DISPUTE\.)/

/** https://developer.paypal.com/docs/api/webhooks/v1/#webhooks-events_list; PayPal keeps events for 30 days. */
const PAGE_SIZE = 100
/** A page that names itself as the next would never end. */
const MOST_PAGES = 200

/**
 * Asks PayPal whether it sent this, under any of the webhooks that are believed. PayPal signs the bytes: what it is asked
 * about is the body as it came, never the body written anew.
 * @throws GatewayError refused: a header is missing, the body is no event, or PayPal says no
 * @throws GatewayError unavailable: PayPal could not be asked
 */
export async function verifyEvent(client: PaypalClient, raw: Buffer, headers: HeadersIn): Promise<GatewayEvent> {
  const signature = readSignature(headers)
  const body = readText(raw)
  const event = readEvent(body)
  for (const webhookId of client.options.webhookIds) {
    if (await isConfirmed(client, { ...signature, webhook_id: webhookId }, body)) return toEvent(event, body)
  }
  throw refused(
    "PayPal does not confirm the signature of this webhook; check that webhookId is the one of this address.",
  )
}

async function isConfirmed(client: PaypalClient, signed: Record<string, string>, body: string): Promise<boolean> {
  const { verification_status } = await client.call<{ verification_status?: string }>({
    method: "POST",
    path: "/v1/notifications/verify-webhook-signature",
    harmless: true,
    // Put together as text: JSON.stringify of the parsed body changes spaces and numbers, and the signature with them.
    body: `${JSON.stringify(signed).slice(0, -1)},"webhook_event":${body}}`,
  })
  return verification_status === "SUCCESS"
}

/** Events about refunds, disputes and captures that PayPal kept since then, delivered or not, oldest first. */
export async function eventsSince(client: PaypalClient, since: Date): Promise<GatewayEvent[]> {
  const found = new Map<string, GatewayEvent>()
  const query = new URLSearchParams({ start_time: since.toISOString(), page_size: String(PAGE_SIZE) })
  let path: string | null = `/v1/notifications/webhooks-events?${query}`
  for (let page = 1; path !== null && page <= MOST_PAGES; page += 1) {
    const { events = [], links = [] }: EventPage = await client.call<EventPage>({ method: "GET", path })
    for (const event of events.filter(({ event_type }) => REFUNDS_AND_DISPUTES.test(event_type))) {
      found.set(event.id, toEvent(event, JSON.stringify(event)))
    }
    path = events.length === 0 ? null : nextPage(links)
  }
  return [...found.values()].sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id))
}

type EventPage = { readonly events?: readonly PaypalEvent[]; readonly links?: readonly PaypalLink[] }

/** Path and query alone: the token goes to the server that we know, wherever a link points. */
function nextPage(links: readonly PaypalLink[]): string | null {
  const href = links.find(({ rel }) => rel === "next")?.href
  if (href === undefined || !URL.canParse(href)) return null
  const { pathname, search } = new URL(href)
  return `${pathname}${search}`
}

function toEvent(event: PaypalEvent, body: string): GatewayEvent {
  return { id: event.id, type: event.event_type, createdAt: event.create_time, payment: paymentOf(event), body }
}

/** PayPal's order where the event tells it, else the capture; null for what is about no payment. */
function paymentOf({ event_type, resource }: PaypalEvent): string | null {
  if (event_type.startsWith("CHECKOUT.ORDER.")) return resource?.id ?? null
  if (event_type.startsWith("CUSTOMER.DISPUTE.")) {
    return resource?.disputed_transactions?.[0]?.seller_transaction_id ?? null
  }
  const { order_id, capture_id } = resource?.supplementary_data?.related_ids ?? {}
  const order = order_id ?? idInLink(resource?.links, "up", "orders")
  if (order) return order
  const capture = capture_id ?? idInLink(resource?.links, "up", "captures")
  return capture ?? (event_type.startsWith("PAYMENT.CAPTURE.") ? (resource?.id ?? null) : null)
}

function readSignature(headers: HeadersIn): Record<string, string> {
  const given = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  return Object.fromEntries(
    Object.entries(SIGNED_BY).map(([member, name]) => {
      const value = given.get(name)
      if (typeof value !== "string" || value === "")
        throw refused(`This is no webhook of PayPal: header ${name} is missing.`)
      return [member, value]
    }),
  )
}

/** Bytes that are no UTF-8 would be replaced, and what PayPal is asked about would not be what came. */
function readText(raw: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw)
  } catch {
    throw refused("This is no webhook of PayPal: the body is no UTF-8.")
  }
}

function readEvent(body: string): PaypalEvent {
  try {
    const event = JSON.parse(body) as Partial<PaypalEvent> | null
    if (
      typeof event?.id === "string" &&
      typeof event.event_type === "string" &&
      typeof event.create_time === "string"
    ) {
      return event as PaypalEvent
    }
  } catch {
    // Said below.
  }
  throw refused("This is no webhook of PayPal: the body is no event.")
}

function refused(sentence: string): GatewayError {
  return new GatewayError("refused", sentence, "WEBHOOK_NOT_VERIFIED")
}
