import type Stripe from "stripe"
import { fromStripe, toStripe } from "../../gateways/stripe/money"
import { coreCapture } from "../core-rows"
import { amountOf } from "./amount"
import { refusal } from "./failure"

/**
 * Captures what core's capture row says, once. Stripe lets an authorisation be captured once and releases the rest, so a
 * second capture of one intent is refused; a capture whose answer was lost is recognised: core dropped its row, the intent
 * still names it.
 * @param row id of core's capture row
 * @throws refusals in sentences; errors of the SDK
 */
export async function captureOnce(
  stripe: Stripe,
  cradle: unknown,
  id: string,
  row: string | undefined,
): Promise<Stripe.PaymentIntent> {
  const [intent, capture] = await Promise.all([stripe.paymentIntents.retrieve(id), coreCapture(cradle, row)])
  if (!capture || !row)
    throw refusal("core named no capture, so there is no amount to charge; capture it in the admin", "no_capture")
  const units = toStripe(amountOf(capture.amount, intent.currency), intent.currency)
  switch (intent.status) {
    case "requires_capture":
      return stripe.paymentIntents.capture(
        id,
        { amount_to_capture: units, metadata: { hamon_capture: row } },
        { idempotencyKey: row },
      )
    case "succeeded":
      if (await isThisCapture(intent, cradle, row, units)) return claimed(stripe, intent, row)
      throw alreadyCaptured(intent)
    case "canceled":
      throw refusal(
        "the authorisation of this payment is gone: Stripe cancels what is not captured within 7 days, or somebody canceled it; ask the customer to pay again",
        "authorization_expired",
      )
    default:
      throw refusal("the customer has not authorised this payment yet, so nothing can be captured", "not_authorized")
  }
}

/** The money that the intent holds is the money asked for, and no other row of core stands for it. */
async function isThisCapture(
  { amount_received, metadata }: Stripe.PaymentIntent,
  cradle: unknown,
  row: string,
  units: number,
): Promise<boolean> {
  if (amount_received !== units) return false
  const { hamon_capture: by } = metadata
  return by === undefined || by === row || (await coreCapture(cradle, by)) === null
}

/** Writes on the intent which row stands for its money, so that a replayed event finds no second one. */
async function claimed(stripe: Stripe, intent: Stripe.PaymentIntent, row: string): Promise<Stripe.PaymentIntent> {
  if (intent.metadata.hamon_capture === row) return intent
  return stripe.paymentIntents.update(intent.id, { metadata: { hamon_capture: row } })
}

function alreadyCaptured({ amount_received, currency }: Stripe.PaymentIntent): Error {
  const amount = `${fromStripe(amount_received, currency)} ${currency.toUpperCase()}`
  return refusal(
    `${amount} of this payment is captured already, and Stripe has released the rest: an authorisation is captured once. Ask for what is missing with a new payment`,
    "already_captured",
  )
}
