import type { WebhookActionResult } from "@medusajs/framework/types"
import { BigNumber, PaymentActions } from "@medusajs/framework/utils"
import type Stripe from "stripe"
import { fromStripe } from "../../gateways/stripe/money"
import { coreCapture, coreSessionData } from "../core-rows"

type Read = { readonly action: PaymentActions; readonly amount: (intent: Stripe.PaymentIntent) => number }

const whole = (intent: Stripe.PaymentIntent) => intent.amount

/** What core is told of an intent's events. Refunds and disputes are not core's: the plugin's own door takes them. */
const ACTIONS: Readonly<Record<string, Read>> = {
  "payment_intent.created": { action: PaymentActions.PENDING, amount: whole },
  "payment_intent.processing": { action: PaymentActions.PENDING, amount: whole },
  "payment_intent.requires_action": { action: PaymentActions.REQUIRES_MORE, amount: whole },
  "payment_intent.payment_failed": { action: PaymentActions.FAILED, amount: whole },
  "payment_intent.canceled": { action: PaymentActions.CANCELED, amount: whole },
  "payment_intent.amount_capturable_updated": {
    action: PaymentActions.AUTHORIZED,
    amount: (intent) => intent.amount_capturable,
  },
  "payment_intent.succeeded": { action: PaymentActions.SUCCESSFUL, amount: (intent) => intent.amount_received },
}

/**
 * What core does about an event, which may come twice, late, or about another program's payment.
 * @param cradle container of the payment module
 */
export async function webhookAction(event: Stripe.Event, cradle: unknown): Promise<WebhookActionResult> {
  const read = ACTIONS[event.type]
  const intent = event.data.object as Stripe.PaymentIntent
  const session = intent.metadata?.session_id
  // Without a session it is not Medusa's: core would act on whichever cart it found first.
  if (!read || !session) return { action: PaymentActions.NOT_SUPPORTED }
  // Another program with the same account may name any session: core would capture, or order, on its word.
  const kept = await coreSessionData(cradle, session)
  if (kept?.id !== intent.id) return { action: PaymentActions.NOT_SUPPORTED }
  if (event.type === "payment_intent.succeeded" && (await coreKnows(cradle, intent.metadata.hamon_capture))) {
    return { action: PaymentActions.NOT_SUPPORTED }
  }
  const amount = new BigNumber(fromStripe(read.amount(intent), intent.currency))
  return { action: read.action, data: { session_id: session, amount } }
}

/** A capture that core asked for and holds is booked by that call: told again, core would capture a second time. */
async function coreKnows(cradle: unknown, capture: string | undefined): Promise<boolean> {
  return capture !== undefined && (await coreCapture(cradle, capture)) !== null
}
