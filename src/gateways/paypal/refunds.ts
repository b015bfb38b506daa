import { type Amount, type Minor } from "../../law"
import { GatewayError } from "../gateway-error"
import type { GatewayRefund, RefundReferences } from "../types"
import { minorOf, moneyOf, toMoney } from "./amounts"
import type { PaypalClient } from "./client"
import { findOrder } from "./orders"
import { type OrderPayments, paymentsOf, toRefund } from "./payments"
import { requestId } from "./request-id"
import { idInLink, type PaypalCapture, type PaypalRefundShape } from "./shapes"

/** Longest `custom_id` and `note_to_payer` of a refund: https://developer.paypal.com/docs/api/payments/v2/#captures_refund */
const LONGEST_KEY = 255
const LONGEST_NOTE = 255

/** What one key has paid: one refund of PayPal, or one for each capture that it had to draw on. */
export type PaypalRefund = {
  /** Of the first part. */
  readonly id: string
  /** The worst of the parts. */
  readonly status: GatewayRefund["status"]
  /** Of all parts, decimal string in major units. */
  readonly amount: Amount
  readonly parts: readonly GatewayRefund[]
}

/**
 * Refunds exactly this amount of a payment, once for its key. What PayPal already shows under the key counts: it forgets
 * request ids after 45 days, refunds never. Several captures are drawn on only where none has enough left; each gives one
 * part at most, so that a part asked for again is the same request.
 * @param order PayPal's id of the order
 * @throws GatewayError refused: nothing captured, not enough left, a dispute, another amount under the same key
 * @throws GatewayError unavailable when nothing was asked for yet, uncertain when a part may have been paid
 */
export async function refund(
  client: PaypalClient,
  order: string,
  references: RefundReferences,
  amount: Amount,
): Promise<PaypalRefund> {
  if (references.key === "" || references.key.length > LONGEST_KEY) {
    throw refused(`A refund needs a key of 1 to ${LONGEST_KEY} characters.`)
  }
  const asked = minorOf(toMoney(amount, (await read(client, order)).amount.currency_code))
  if (asked === 0n) throw refused("A refund of nothing is none; ask for an amount above zero.")
  const answered: PaypalRefundShape[] = []
  for (;;) {
    const payments = withAnswers(await read(client, order), answered)
    const made = payments.refunds.filter(({ custom_id }) => custom_id === references.key)
    const paid = total(made)
    if (paid > asked) throw alreadyOther(paid, payments)
    if (paid === asked || made.some(isUndone)) return together(made, payments)
    answered.push(await payPart(client, order, references, payments, asked - paid))
  }
}

/** PayPal's list may show a refund a moment after its answer did; what was answered counts at once. */
function withAnswers(payments: OrderPayments, answered: readonly PaypalRefundShape[]): OrderPayments {
  const unseen = answered.filter(({ id }) => !payments.refunds.some((shown) => shown.id === id))
  return { ...payments, refunds: [...payments.refunds, ...unseen] }
}

/** Asks for one part: all of it from the oldest capture that has enough, or what the oldest one has left. */
async function payPart(
  client: PaypalClient,
  order: string,
  references: RefundReferences,
  payments: OrderPayments,
  rest: Minor,
): Promise<PaypalRefundShape> {
  const sources = sourcesFor(references.key, payments)
  if (sources.reduce((sum, { left }) => sum + left, 0n) < rest) throw notEnough(payments)
  const { capture, left } = sources.find((source) => source.left >= rest) ?? sources[0]
  try {
    return await post(client, capture, references, left < rest ? left : rest)
  } catch (error) {
    // A no to a repeated request may hide that the first one was done: PayPal's own list decides.
    const now = await read(client, order).catch(() => null)
    const done = now?.refunds.find((one) => one.custom_id === references.key && captureIn(one.links) === capture.id)
    if (!done) throw error
    return done
  }
}

async function post(
  client: PaypalClient,
  capture: PaypalCapture,
  references: RefundReferences,
  part: Minor,
): Promise<PaypalRefundShape> {
  const answer = await client.call<PaypalRefundShape | null>({
    method: "POST",
    path: `/v2/payments/captures/${encodeURIComponent(capture.id)}/refund`,
    requestId: requestId("refund", references.key, capture.id),
    body: JSON.stringify({
      amount: moneyOf(part, capture.amount.currency_code),
      custom_id: references.key,
      note_to_payer: note(references),
    }),
  })
  if (!answer?.id || !answer.amount) {
    throw new GatewayError(
      "uncertain",
      "PayPal took the refund and does not say which; look again later.",
      "REFUND_NOT_TOLD",
    )
  }
  return { ...answer, custom_id: references.key }
}

function sourcesFor(key: string, { captures, refunds }: OrderPayments): { capture: PaypalCapture; left: Minor }[] {
  return captures
    .filter(({ status }) => status === "COMPLETED" || status === "PARTIALLY_REFUNDED")
    .map((capture) => {
      const drawn = refunds.filter(({ links }) => captureIn(links) === capture.id)
      const spent = drawn.some(({ custom_id }) => custom_id === key)
      return { capture, left: spent ? 0n : minorOf(capture.amount) - total(drawn.filter((one) => !isUndone(one))) }
    })
    .filter(({ left }) => left > 0n)
}

function captureIn(links: PaypalRefundShape["links"]): string | null {
  return idInLink(links, "up", "captures")
}

function isUndone({ status }: PaypalRefundShape): boolean {
  return status === "FAILED" || status === "CANCELLED"
}

function total(refunds: readonly PaypalRefundShape[]): Minor {
  return refunds.reduce((sum, { amount }) => sum + minorOf(amount), 0n)
}

const WORST_FIRST = ["failed", "canceled", "pending", "succeeded"] as const

function together(made: readonly PaypalRefundShape[], { session, amount }: OrderPayments): PaypalRefund {
  const parts = made.map((one) => toRefund(one, session))
  const status = WORST_FIRST.find((worst) => parts.some((part) => part.status === worst)) ?? "pending"
  return { id: parts[0].id, status, amount: moneyOf(total(made), amount.currency_code).value, parts }
}

/** For the payer's own pages at PayPal: references, never a name. */
function note({ order, withdrawal }: RefundReferences): string | undefined {
  const said = [order && `Order ${order}`, withdrawal && `Withdrawal ${withdrawal}`].filter(Boolean).join(", ")
  return said === "" ? undefined : said.slice(0, LONGEST_NOTE)
}

async function read(client: PaypalClient, id: string): Promise<OrderPayments> {
  const order = await findOrder(client, id)
  if (!order) throw refused("PayPal knows no such payment; nothing was refunded.", "RESOURCE_NOT_FOUND")
  return paymentsOf(order)
}

function notEnough({ captures }: OrderPayments): GatewayError {
  if (captures.length === 0) {
    return refused(
      "Nothing of this PayPal payment was captured, so nothing can be refunded; give it up instead.",
      "NOT_CAPTURED",
    )
  }
  if (captures.every(({ status }) => status === "REFUNDED")) {
    return refused(
      "PayPal says this payment is already refunded in full; nothing was refunded now.",
      "CAPTURE_FULLY_REFUNDED",
    )
  }
  return refused(
    "PayPal has less left of this payment than the refund asks for; nothing was refunded.",
    "REFUND_AMOUNT_EXCEEDED",
  )
}

function alreadyOther(paid: Minor, { amount }: OrderPayments): GatewayError {
  return refused(
    `This refund was already made at PayPal with another amount, ${moneyOf(paid, amount.currency_code).value}; nothing was refunded now.`,
    "REFUND_KEY_REUSED",
  )
}

function refused(sentence: string, code: string | null = null): GatewayError {
  return new GatewayError("refused", sentence, code)
}
