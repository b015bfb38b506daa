import type { GatewayDispute } from "../types"
import { minorOf, moneyOf } from "./amounts"
import type { PaypalClient } from "./client"
import type { PaypalDispute } from "./shapes"

/**
 * Outcomes in which the customer has his money back: from the merchant, or, with a payout, from PayPal itself. Refunding him
 * too would pay twice. https://developer.paypal.com/docs/api/customer-disputes/v1/
 */
const LOST = new Set(["RESOLVED_BUYER_FAVOUR", "RESOLVED_WITH_PAYOUT", "ACCEPTED"])

/** PayPal lists 50 at most at a time: https://developer.paypal.com/docs/api/customer-disputes/v1/#disputes_list */
const PAGE_SIZE = 50

/**
 * Disputes about captures, oldest first.
 * @throws GatewayError refused with NOT_AUTHORIZED, where the merchant's app was not given the Disputes feature
 */
export async function disputesOf(client: PaypalClient, captures: readonly string[]): Promise<GatewayDispute[]> {
  const lists = await Promise.all(captures.map((capture) => listIds(client, capture)))
  // The list leaves out the outcome and the day until which one may answer.
  const ids = [...new Set(lists.flat())]
  const details = await Promise.all(ids.map((id) => readDispute(client, id)))
  return details.map(toDispute).sort((a, b) => a.openedAt.localeCompare(b.openedAt) || a.id.localeCompare(b.id))
}

async function listIds(client: PaypalClient, capture: string): Promise<string[]> {
  const query = new URLSearchParams({ disputed_transaction_id: capture, page_size: String(PAGE_SIZE) })
  const { items = [] } = await client.call<{ items?: PaypalDispute[] }>({
    method: "GET",
    path: `/v1/customer/disputes?${query}`,
  })
  return items.map(({ dispute_id }) => dispute_id)
}

async function readDispute(client: PaypalClient, id: string): Promise<PaypalDispute> {
  return client.call<PaypalDispute>({ method: "GET", path: `/v1/customer/disputes/${encodeURIComponent(id)}` })
}

function toDispute(dispute: PaypalDispute): GatewayDispute {
  return {
    id: dispute.dispute_id,
    amount: moneyOf(minorOf(dispute.dispute_amount), dispute.dispute_amount.currency_code).value,
    status: statusOf(dispute),
    reason: dispute.reason ?? null,
    stage: dispute.dispute_life_cycle_stage ?? dispute.status,
    respondBy: dispute.seller_response_due_date ?? null,
    openedAt: dispute.create_time,
  }
}

function statusOf({ status, dispute_outcome }: PaypalDispute): GatewayDispute["status"] {
  if (status !== "RESOLVED") return "open"
  return LOST.has(dispute_outcome?.outcome_code ?? "") ? "lost" : "won"
}
