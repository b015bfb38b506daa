import type { Answer, Call } from "../edge/server"
import { tell } from "./events"
import { Refusal } from "./refusal"
import { leftOf } from "./refunds"
import { disputeShape, disputeSummary } from "./shapes"
import { type Capture, type Dispute, instant, newId, type World } from "./world"

const DAYS_TO_ANSWER = 10
const DAY_MS = 86_400_000

/** https://developer.paypal.com/docs/api/customer-disputes/v1/#disputes_list */
export function listDisputes(world: World, { query }: Call): Answer {
  const transaction = query.get("disputed_transaction_id")
  const items = [...world.disputes.values()].filter(({ capture }) => !transaction || capture.id === transaction)
  return { status: 200, json: { items: items.map(disputeSummary), links: [] } }
}

/** https://developer.paypal.com/docs/api/customer-disputes/v1/#disputes_get */
export function getDispute(world: World, _call: Call, id: string): Answer {
  const dispute = world.disputes.get(id)
  if (!dispute) throw new Refusal(404, "INVALID_RESOURCE_ID")
  return { status: 200, json: disputeShape(dispute) }
}

/** The customer asks PayPal for the money: PayPal takes it from the merchant until it has decided. */
export function openDispute(world: World, capture: Capture): Dispute {
  const created = instant()
  const dispute: Dispute = {
    id: `PP-D-${newId()}`,
    capture,
    minor: leftOf(world, capture),
    reason: "MERCHANDISE_OR_SERVICE_NOT_RECEIVED",
    status: "OPEN",
    outcome: null,
    created,
    respondBy: new Date(Date.parse(created) + DAYS_TO_ANSWER * DAY_MS).toISOString(),
  }
  world.disputes.set(dispute.id, dispute)
  write(world, dispute, "dispute_withdrawn")
  tell.dispute(world, "CREATED", dispute)
  return dispute
}

/** @param code PayPal's own word for the outcome */
export function closeDispute(
  world: World,
  dispute: Dispute,
  outcome: "won" | "lost",
  code = outcome === "won" ? "RESOLVED_SELLER_FAVOUR" : "RESOLVED_BUYER_FAVOUR",
): void {
  dispute.status = "RESOLVED"
  dispute.outcome = code
  if (outcome === "won") write(world, dispute, "dispute_returned")
  tell.dispute(world, "RESOLVED", dispute)
}

function write(
  world: World,
  { capture: { order }, minor }: Dispute,
  kind: "dispute_withdrawn" | "dispute_returned",
): void {
  world.ledger.write({ payment: order.id, kind, amount: minor, currency: order.currency, key: null })
}
