import type { Minor } from "../../law"
import type { GatewayPayment, GatewayRefund } from "../types"
import { type PaypalMoney, minorOf, moneyOf, sameMoney } from "./amounts"
import type { PaypalAuthorization, PaypalCapture, PaypalOrder, PaypalRefundShape } from "./shapes"

/** Captures whose money reached the merchant, whatever was refunded since. */
const CAPTURED = new Set<PaypalCapture["status"]>(["COMPLETED", "PARTIALLY_REFUNDED", "REFUNDED"])
/** Authorisations that hold, or held until they were captured. */
const AUTHORIZED = new Set<PaypalAuthorization["status"]>(["CREATED", "PARTIALLY_CAPTURED", "CAPTURED"])

const REFUND_STATUS: Readonly<Record<PaypalRefundShape["status"], GatewayRefund["status"]>> = {
  PENDING: "pending",
  COMPLETED: "succeeded",
  FAILED: "failed",
  CANCELLED: "canceled",
}

export type OrderPayments = {
  readonly session: string | null
  readonly amount: PaypalMoney
  readonly authorizations: readonly PaypalAuthorization[]
  /** Oldest first. */
  readonly captures: readonly PaypalCapture[]
  /** Oldest first. */
  readonly refunds: readonly PaypalRefundShape[]
}

/** The only purchase unit of an order, with what came of it. */
export function paymentsOf({ purchase_units: [unit] }: PaypalOrder): OrderPayments {
  return {
    session: unit.custom_id ?? null,
    amount: unit.amount,
    authorizations: unit.payments?.authorizations ?? [],
    captures: byTime(unit.payments?.captures ?? []),
    refunds: byTime(unit.payments?.refunds ?? []),
  }
}

/** Minor units that were captured, captures under PayPal's review included: they are no longer ours to capture. */
export function takenOf({ captures }: OrderPayments): Minor {
  return total(captures.filter(({ status }) => status === "PENDING" || CAPTURED.has(status)))
}

export function capturedOf({ captures }: OrderPayments): Minor {
  return total(captures.filter(({ status }) => CAPTURED.has(status)))
}

/**
 * The state of an order's money:
 * - `captured` as soon as anything was captured; how much stands beside;
 * - `authorized` also while PayPal reviews a capture of an authorisation;
 * - `canceled` when nothing holds any more: given up, expired, denied.
 */
function statusOf(order: PaypalOrder): GatewayPayment["status"] {
  const payments = paymentsOf(order)
  if (capturedOf(payments) > 0n) return "captured"
  if (payments.authorizations.some(({ status }) => AUTHORIZED.has(status))) return "authorized"
  if (order.status === "VOIDED") return "canceled"
  const waiting = [...payments.captures, ...payments.authorizations].some(({ status }) => status === "PENDING")
  return order.status === "COMPLETED" && !waiting ? "canceled" : "open"
}

/** @returns the payment without its disputes, which are another service's */
export function toPayment(order: PaypalOrder): Omit<GatewayPayment, "disputes"> {
  const payments = paymentsOf(order)
  const code = payments.amount.currency_code
  const held = total(payments.authorizations.filter(({ status }) => AUTHORIZED.has(status)))
  const captured = capturedOf(payments)
  return {
    reference: order.id,
    session: payments.session,
    currency: code.toLowerCase(),
    status: statusOf(order),
    authorized: moneyOf(held > 0n ? held : captured, code).value,
    captured: moneyOf(captured, code).value,
    refunds: payments.refunds.map((refund) => toRefund(refund, payments.session)),
  }
}

/** @param session of the payment: a refund made elsewhere inherits it as `custom_id`, and then has no key */
export function toRefund(refund: PaypalRefundShape, session: string | null): GatewayRefund {
  return {
    id: refund.id,
    key: refund.custom_id && refund.custom_id !== session ? refund.custom_id : null,
    amount: moneyOf(minorOf(refund.amount), refund.amount.currency_code).value,
    status: REFUND_STATUS[refund.status],
    reason: refund.status_details?.reason ?? null,
    createdAt: refund.create_time ?? "",
  }
}

/** Whether the order asks for exactly this. */
export function asksFor(order: PaypalOrder, amount: PaypalMoney): boolean {
  return sameMoney(paymentsOf(order).amount, amount)
}

function total(parts: readonly { readonly amount: PaypalMoney }[]): Minor {
  return parts.reduce((sum, { amount }) => sum + minorOf(amount), 0n)
}

function byTime<T extends { readonly id: string; readonly create_time?: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => compare(a.create_time ?? "", b.create_time ?? "") || compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
