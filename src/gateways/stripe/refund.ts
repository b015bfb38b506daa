import type Stripe from "stripe"
import type { Amount } from "../../law"
import { GatewayError } from "../gateway-error"
import type { GatewayRefund, RefundReferences } from "../types"
import { toStripe } from "./money"
import { refundsOf, toRefund } from "./payment"

/**
 * Refunds once for each key. Stripe forgets idempotency keys after a day or more, so the key is kept in the refund's
 * metadata too and looked for first; two calls at the same moment are told apart by the idempotency key.
 * @param intent id of the PaymentIntent
 * @returns the refund of this key, new or found; a found one may have failed, and is not repeated
 * @throws GatewayError `refused` when the key already paid another amount
 */
export async function refundOnce(
  stripe: Stripe,
  intent: string,
  references: RefundReferences,
  amount: Amount,
): Promise<GatewayRefund> {
  const [{ currency }, refunds] = await Promise.all([stripe.paymentIntents.retrieve(intent), refundsOf(stripe, intent)])
  const units = toStripe(amount, currency)
  const found = refunds.find(({ metadata }) => metadata?.hamon_refund === references.key)
  if (found) return sameAmount(found, units)
  const made = await stripe.refunds.create(
    { payment_intent: intent, amount: units, metadata: toMetadata(references) },
    { idempotencyKey: references.key },
  )
  return toRefund(made)
}

function sameAmount(found: Stripe.Refund, units: number): GatewayRefund {
  if (found.amount === units) return toRefund(found)
  const { id, amount } = toRefund(found)
  const sentence = `the refund ${id} of ${amount} was already made under this key; nothing more was paid`
  throw new GatewayError("refused", sentence, "refund_key_reused")
}

function toMetadata({ key, order, withdrawal }: RefundReferences): Stripe.MetadataParam {
  return {
    hamon_refund: key,
    ...(order !== null && { hamon_order: order }),
    ...(withdrawal !== null && { hamon_withdrawal: withdrawal }),
  }
}
