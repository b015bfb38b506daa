import { createHash, randomUUID } from "node:crypto"
import type { Told } from "../edge/webhooks"
import { authorizationShape, captureShape, disputeShape, orderShape, refundShape } from "./shapes"
import {
  type Authorization,
  type Capture,
  type Dispute,
  instant,
  newId,
  type Order,
  type Refund,
  type World,
} from "./world"

/** Event names: https://developer.paypal.com/api/rest/webhooks/event-names/ */
export const tell = {
  order: (world: World, name: "APPROVED" | "COMPLETED", order: Order) =>
    publish(world, `CHECKOUT.ORDER.${name}`, "checkout-order", orderShape(world, order)),
  authorization: (world: World, name: "CREATED" | "VOIDED", one: Authorization) =>
    publish(world, `PAYMENT.AUTHORIZATION.${name}`, "authorization", authorizationShape(world, one)),
  capture: (world: World, name: "COMPLETED" | "PENDING" | "DENIED", one: Capture) =>
    publish(world, `PAYMENT.CAPTURE.${name}`, "capture", captureShape(world, one)),
  refund: (world: World, name: "CAPTURE.REFUNDED" | "REFUND.PENDING" | "REFUND.FAILED", one: Refund) =>
    publish(world, `PAYMENT.${name}`, "refund", refundShape(world, one)),
  dispute: (world: World, name: "CREATED" | "RESOLVED", one: Dispute) =>
    publish(world, `CUSTOMER.DISPUTE.${name}`, "dispute", disputeShape(one)),
}

/** The body is kept as text: what is signed are bytes. Its spaces are not those of JSON.stringify, as PayPal's are not. */
function publish(world: World, event_type: string, resource_type: string, resource: unknown): void {
  const create_time = instant()
  const event = {
    id: `WH-${newId()}-${newId()}`,
    event_version: "1.0",
    create_time,
    resource_type,
    event_type,
    resource,
  }
  const told: Told = { id: event.id, type: event_type, body: JSON.stringify(event, null, 1) }
  world.eventTimes.set(event.id, Date.parse(create_time))
  world.webhooks.publish(told)
}

/** Headers of one transmission to one webhook: https://developer.paypal.com/api/rest/webhooks/rest/#link-messagesignature */
export function transmissionHeaders(world: World, webhookId: string, body: string): Record<string, string> {
  const transmission = {
    auth_algo: "SHA256withRSA",
    cert_url: `${world.url}/v1/notifications/certs/CERT-360caa42-fca2a594-1d93a270`,
    transmission_id: randomUUID(),
    transmission_sig: createHash("sha256").update(`${webhookId}|${body}|${randomUUID()}`).digest("base64"),
    transmission_time: instant(),
  }
  world.transmissions.set(transmission.transmission_id, { ...transmission, webhook_id: webhookId, body })
  return Object.fromEntries(
    Object.entries(transmission).map(([member, value]) => [`paypal-${member.replace("_", "-")}`, value]),
  )
}
