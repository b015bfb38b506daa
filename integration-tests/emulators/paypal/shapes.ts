import { moneyOf } from "./money"
import type { Authorization, Capture, Dispute, Order, Refund, World } from "./world"

/** An order: https://developer.paypal.com/docs/api/orders/v2/#orders_get */
export function orderShape(world: World, order: Order) {
  const authorizations = [...world.authorizations.values()].filter((one) => one.order === order)
  const captures = [...world.captures.values()].filter((one) => one.order === order)
  const refunds = [...world.refunds.values()].filter((one) => one.capture.order === order)
  const payments = {
    ...(authorizations.length > 0 && { authorizations: authorizations.map((one) => authorizationShape(world, one)) }),
    ...(captures.length > 0 && { captures: captures.map((one) => captureShape(world, one)) }),
    ...(refunds.length > 0 && { refunds: refunds.map((one) => refundShape(world, one)) }),
  }
  return {
    id: order.id,
    status: order.status,
    intent: order.intent,
    create_time: order.created,
    payment_source: { paypal: {} },
    purchase_units: [
      {
        reference_id: order.reference,
        amount: moneyOf(order.minor, order.currency),
        ...(order.customId && { custom_id: order.customId }),
        ...(Object.keys(payments).length > 0 && { payments }),
      },
    ],
    links: [
      link("self", `${world.url}/v2/checkout/orders/${order.id}`),
      link("payer-action", `${world.url}/checkoutnow?token=${order.id}`),
    ],
  }
}

/** https://developer.paypal.com/docs/api/payments/v2/#authorizations_get */
export function authorizationShape(world: World, one: Authorization) {
  return {
    id: one.id,
    status: one.status,
    amount: moneyOf(one.minor, one.order.currency),
    ...(one.order.customId && { custom_id: one.order.customId }),
    create_time: one.created,
    supplementary_data: { related_ids: { order_id: one.order.id } },
    links: [
      link("self", `${world.url}/v2/payments/authorizations/${one.id}`),
      link("up", `${world.url}/v2/checkout/orders/${one.order.id}`),
    ],
  }
}

/** https://developer.paypal.com/docs/api/payments/v2/#captures_get */
export function captureShape(world: World, one: Capture) {
  return {
    id: one.id,
    status: one.status,
    amount: moneyOf(one.minor, one.order.currency),
    final_capture: one.final,
    ...(one.order.customId && { custom_id: one.order.customId }),
    create_time: one.created,
    supplementary_data: {
      related_ids: {
        order_id: one.order.id,
        ...(one.authorization && { authorization_id: one.authorization.id }),
      },
    },
    links: [
      link("self", `${world.url}/v2/payments/captures/${one.id}`),
      link("refund", `${world.url}/v2/payments/captures/${one.id}/refund`),
      one.authorization
        ? link("up", `${world.url}/v2/payments/authorizations/${one.authorization.id}`)
        : link("up", `${world.url}/v2/checkout/orders/${one.order.id}`),
    ],
  }
}

/** https://developer.paypal.com/docs/api/payments/v2/#refunds_get; without one of its own it inherits the capture's custom_id. */
export function refundShape(world: World, one: Refund) {
  const customId = one.customId ?? one.capture.order.customId
  return {
    id: one.id,
    status: one.status,
    ...(one.reason && { status_details: { reason: one.reason } }),
    amount: moneyOf(one.minor, one.capture.order.currency),
    ...(customId && { custom_id: customId }),
    ...(one.note && { note_to_payer: one.note }),
    create_time: one.created,
    links: [
      link("self", `${world.url}/v2/payments/refunds/${one.id}`),
      link("up", `${world.url}/v2/payments/captures/${one.capture.id}`),
    ],
  }
}

/** https://developer.paypal.com/docs/api/customer-disputes/v1/#disputes_get */
export function disputeShape(one: Dispute) {
  return {
    ...disputeSummary(one),
    disputed_transactions: [{ seller_transaction_id: one.capture.id }],
    seller_response_due_date: one.respondBy,
    ...(one.outcome && { dispute_outcome: { outcome_code: one.outcome } }),
  }
}

/** The list tells less: …/customer-disputes/v1/#disputes_list */
export function disputeSummary(one: Dispute) {
  return {
    dispute_id: one.id,
    create_time: one.created,
    reason: one.reason,
    status: one.status,
    dispute_state: one.status === "RESOLVED" ? "RESOLVED" : "REQUIRED_ACTION",
    dispute_amount: moneyOf(one.minor, one.capture.order.currency),
    dispute_life_cycle_stage: "CHARGEBACK",
  }
}

function link(rel: string, href: string) {
  return { rel, href, method: rel === "refund" ? "POST" : "GET" }
}
