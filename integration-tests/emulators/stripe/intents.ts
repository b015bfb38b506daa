import type Stripe from "stripe"
import { askBank, cancel, take } from "./bank"
import { invalid, type StripeFault } from "./fault"
import { asText, asTexts, isRecord, mergeMetadata, type Param, type Params } from "./form"
import { methodOf } from "./methods"
import { newIntent } from "./objects"
import { HARDNESS, type State } from "./state"

/** @see https://docs.stripe.com/api/payment_intents */

/** Parameters that change an intent, and may come with any call that touches it. */
const FIELDS = [
  "amount",
  "automatic_payment_methods",
  "capture_method",
  "currency",
  "customer",
  "description",
  "metadata",
  "payment_method",
  "payment_method_options",
  "payment_method_types",
  "setup_future_usage",
  "shipping",
  "statement_descriptor_suffix",
]
const CONFIRMING = ["confirm", "off_session", "return_url", "use_stripe_sdk", "client_secret", "key", "expand"]

export function createIntent(state: State, params: Params, key: string | null): Stripe.PaymentIntent {
  known(params, [...FIELDS, ...CONFIRMING])
  const amount = wholeAmount(params.amount, "amount")
  const currency = asText(params.currency)?.toLowerCase()
  if (!currency) throw parameterMissing("currency")
  const intent = newIntent(state, { amount, currency })
  change(state, intent, params)
  state.intents.set(intent.id, intent)
  state.tell("payment_intent.created", intent, key)
  return params.confirm === "true" ? confirmIntent(state, intent, params, key) : intent
}

export function updateIntent(state: State, intent: Stripe.PaymentIntent, params: Params): Stripe.PaymentIntent {
  known(params, [...FIELDS, "expand"])
  const settled = ["requires_capture", "succeeded", "canceled", "processing"].includes(intent.status)
  if (settled && Object.keys(params).some((name) => !["metadata", "description", "expand"].includes(name))) {
    throw unexpected(intent, "updated")
  }
  change(state, intent, params)
  return intent
}

export function confirmIntent(
  state: State,
  intent: Stripe.PaymentIntent,
  params: Params,
  key: string | null,
): Stripe.PaymentIntent {
  known(params, [...FIELDS, ...CONFIRMING])
  if (!["requires_payment_method", "requires_confirmation", "requires_action"].includes(intent.status)) {
    throw unexpected(intent, "confirmed")
  }
  change(state, intent, params)
  if (!intent.payment_method) {
    const message = "You cannot confirm this PaymentIntent because it's missing a payment method."
    throw invalid(message, { code: "payment_intent_unexpected_state", payment_intent: intent })
  }
  const offSession = params.off_session === "true"
  askBank(state, intent, { offSession, returnUrl: asText(params.return_url), key })
  return intent
}

export function captureIntent(
  state: State,
  intent: Stripe.PaymentIntent,
  params: Params,
  key: string | null,
): Stripe.PaymentIntent {
  known(params, ["amount_to_capture", "metadata", "statement_descriptor_suffix", "expand"])
  const amount =
    params.amount_to_capture === undefined
      ? intent.amount_capturable
      : wholeAmount(params.amount_to_capture, "amount_to_capture")
  if (intent.status !== "requires_capture") throw unexpected(intent, "captured")
  if (amount > intent.amount_capturable) {
    throw invalid("The amount to capture is greater than the amount that can be captured.", {
      code: "amount_too_large",
      param: "amount_to_capture",
    })
  }
  intent.metadata = mergeMetadata(intent.metadata, params.metadata)
  take(state, intent, amount, key)
  return intent
}

export function cancelIntent(
  state: State,
  intent: Stripe.PaymentIntent,
  params: Params,
  key: string | null,
): Stripe.PaymentIntent {
  known(params, ["cancellation_reason", "expand"])
  if (intent.status === "succeeded" || intent.status === "canceled") throw unexpected(intent, "canceled")
  cancel(state, intent, (asText(params.cancellation_reason) as never) ?? null, key)
  return intent
}

function change(state: State, intent: Stripe.PaymentIntent, params: Params): void {
  if (params.amount !== undefined) intent.amount = wholeAmount(params.amount, "amount")
  intent.currency = asText(params.currency)?.toLowerCase() ?? intent.currency
  checkDigits(intent.amount, intent.currency)
  intent.metadata = mergeMetadata(intent.metadata, params.metadata)
  intent.description = asText(params.description) ?? intent.description
  intent.statement_descriptor_suffix = asText(params.statement_descriptor_suffix) ?? intent.statement_descriptor_suffix
  intent.capture_method = (asText(params.capture_method) as never) ?? intent.capture_method
  intent.setup_future_usage = (asText(params.setup_future_usage) as never) ?? intent.setup_future_usage
  if (params.payment_method_types) intent.payment_method_types = asTexts(params.payment_method_types)
  const customer = asText(params.customer)
  if (customer) intent.customer = state.find(state.customers, "customer", customer, "customer").id
  changeOptions(intent, params.payment_method_options)
  const method = asText(params.payment_method)
  if (!method) return
  intent.payment_method = methodOf(state, method).id
  if (intent.status === "requires_payment_method") intent.status = "requires_confirmation"
}

function changeOptions(intent: Stripe.PaymentIntent, given: Param | undefined): void {
  const card = isRecord(given) ? given.card : undefined
  const asked = isRecord(card) ? asText(card.request_three_d_secure) : undefined
  if (asked === undefined) return
  if (!(asked in HARDNESS))
    throw invalid(`Invalid request_three_d_secure: ${asked}`, { param: "payment_method_options" })
  intent.payment_method_options = {
    card: { installments: null, mandate_options: null, network: null, request_three_d_secure: asked as "any" },
  }
}

/** @see https://docs.stripe.com/currencies#special-cases */
function checkDigits(amount: number, currency: string): void {
  const step = ["bhd", "jod", "kwd", "omr", "tnd"].includes(currency) ? 10 : ["isk", "ugx"].includes(currency) ? 100 : 1
  if (amount % step !== 0) {
    throw invalid(`Invalid ${currency}: the amount must be divisible by ${step}.`, {
      code: "parameter_invalid_integer",
      param: "amount",
    })
  }
}

export function wholeAmount(given: Param | undefined, param: string): number {
  if (given === undefined) throw parameterMissing(param)
  if (typeof given !== "string" || !/^\d{1,12}$/.test(given)) {
    throw invalid(`Invalid integer: ${String(given)}`, { code: "parameter_invalid_integer", param })
  }
  if (given === "0")
    throw invalid("This value must be greater than or equal to 1.", { code: "parameter_invalid_integer", param })
  return Number(given)
}

function parameterMissing(param: string): StripeFault {
  return invalid(`Missing required param: ${param}.`, { code: "parameter_missing", param })
}

/** @throws StripeFault for a parameter that Stripe does not know here */
export function known(params: Params, names: readonly string[]): void {
  const stranger = Object.keys(params).find((name) => !names.includes(name))
  if (stranger) throw invalid(`Received unknown parameter: ${stranger}`, { code: "parameter_unknown", param: stranger })
}

function unexpected(intent: Stripe.PaymentIntent, done: string): StripeFault {
  const message = `This PaymentIntent could not be ${done} because it has a status of ${intent.status}.`
  return invalid(message, { code: "payment_intent_unexpected_state", payment_intent: structuredClone(intent) })
}
