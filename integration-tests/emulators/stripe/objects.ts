import type Stripe from "stripe"
import type { TestCard } from "./cards"
import type { State } from "./state"

/** New objects, in the shapes of the SDK's own types. @see https://docs.stripe.com/api */

export function newIntent(
  state: State,
  given: Pick<Stripe.PaymentIntent, "amount" | "currency">,
): Stripe.PaymentIntent {
  const id = state.id("pi")
  return {
    id,
    object: "payment_intent",
    ...given,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic",
    client_secret: state.id(`${id}_secret`),
    confirmation_method: "automatic",
    created: state.now(),
    customer: null,
    description: null,
    invoice: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ["card"],
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: "requires_payment_method",
    transfer_data: null,
    transfer_group: null,
  }
}

export function newCharge(state: State, intent: Stripe.PaymentIntent, paid: boolean): Stripe.Charge {
  return {
    id: state.id("ch"),
    object: "charge",
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: NOBODY,
    calculated_statement_descriptor: null,
    captured: false,
    created: state.now(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: null,
    invoice: null,
    livemode: false,
    metadata: { ...intent.metadata },
    on_behalf_of: null,
    outcome: null,
    paid,
    payment_intent: intent.id,
    payment_method: intent.payment_method as string | null,
    payment_method_details: null,
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: paid ? "succeeded" : "failed",
    transfer_data: null,
    transfer_group: null,
  }
}

export function newRefund(
  state: State,
  charge: Stripe.Charge,
  given: Pick<Stripe.Refund, "amount" | "metadata" | "reason" | "status">,
): Stripe.Refund {
  return {
    id: state.id("re"),
    object: "refund",
    ...given,
    balance_transaction: null,
    charge: charge.id,
    created: state.now(),
    currency: charge.currency,
    payment_intent: charge.payment_intent,
    receipt_number: null,
    source_transfer_reversal: null,
    transfer_reversal: null,
  }
}

const WEEK = 7 * 24 * 3600

export function newDispute(
  state: State,
  charge: Stripe.Charge,
  given: Pick<Stripe.Dispute, "reason" | "status" | "amount">,
): Stripe.Dispute {
  return {
    id: state.id("dp"),
    object: "dispute",
    ...given,
    balance_transactions: [],
    charge: charge.id,
    created: state.now(),
    currency: charge.currency,
    evidence: {} as Stripe.Dispute.Evidence,
    evidence_details: { due_by: state.now() + WEEK, has_evidence: false, past_due: false, submission_count: 0 },
    is_charge_refundable: given.status.startsWith("warning"),
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
  }
}

export function newCustomer(state: State, given: Pick<Stripe.Customer, "email" | "name" | "phone">): Stripe.Customer {
  return {
    id: state.id("cus"),
    object: "customer",
    ...given,
    balance: 0,
    created: state.now(),
    default_source: null,
    description: null,
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: {},
    shipping: null,
  }
}

export function newMethod(state: State, card: TestCard): Stripe.PaymentMethod {
  return {
    id: state.id("pm"),
    object: "payment_method",
    billing_details: NOBODY,
    card: {
      brand: card.number.startsWith("5") ? "mastercard" : "visa",
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
      country: "FR",
      display_brand: null,
      exp_month: 12,
      exp_year: 2040,
      funding: "credit",
      generated_from: null,
      last4: card.number.slice(-4),
      networks: null,
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: state.now(),
    customer: null,
    livemode: false,
    metadata: {},
    type: "card",
  }
}

export function newSetup(state: State, customer: string | null, types: string[], usage: string): Stripe.SetupIntent {
  const id = state.id("seti")
  return {
    id,
    object: "setup_intent",
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: state.id(`${id}_secret`),
    created: state.now(),
    customer,
    description: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: types,
    single_use_mandate: null,
    status: "requires_payment_method",
    usage,
  }
}

const NOBODY: Stripe.Charge.BillingDetails & Stripe.PaymentMethod.BillingDetails = {
  address: null,
  email: null,
  name: null,
  phone: null,
}
