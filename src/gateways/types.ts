import type { Amount } from "../law"

/** What a payment provider's own books say of one refund. */
export type GatewayRefund = {
  readonly id: string
  /** Key of the ledger's line that it pays; null for one that was made elsewhere: a dashboard, another program. */
  readonly key: string | null
  readonly amount: Amount
  /** `failed` and `canceled`: the money is back with the merchant, the customer did not get it. */
  readonly status: "pending" | "succeeded" | "failed" | "canceled"
  /** Why it failed, in the provider's word. */
  readonly reason: string | null
  /** ISO instant. */
  readonly createdAt: string
}

/** A dispute (chargeback): the customer has asked his bank, or PayPal, for the money back. */
export type GatewayDispute = {
  readonly id: string
  readonly amount: Amount
  readonly status: "open" | "won" | "lost"
  /** The provider's own words for reason and stage. */
  readonly reason: string | null
  readonly stage: string
  /** ISO instant until which the merchant may answer. */
  readonly respondBy: string | null
  readonly openedAt: string
}

/** One payment as it stands at the provider, read whole: what webhooks say in pieces, late or twice, is here at once. */
export type GatewayPayment = {
  /** The provider's id: a PaymentIntent of Stripe, an order of PayPal. */
  readonly reference: string
  /** Medusa's payment session that made it; null where another program made it. */
  readonly session: string | null
  /** ISO 4217, small letters, as Medusa writes it. */
  readonly currency: string
  readonly status: "open" | "authorized" | "captured" | "canceled"
  readonly authorized: Amount
  readonly captured: Amount
  /** Oldest first. */
  readonly refunds: readonly GatewayRefund[]
  readonly disputes: readonly GatewayDispute[]
}

/** A webhook whose signature holds, or the same event asked of the provider. */
export type GatewayEvent = {
  /** Unique at the provider: the same event told twice has the same one. */
  readonly id: string
  /** The provider's name of it, such as `charge.dispute.created`. */
  readonly type: string
  /** ISO instant. */
  readonly createdAt: string
  /** Id of the payment that it is about, for `readPayment`; null where it is about none. */
  readonly payment: string | null
  /** The body, as text; what the provider sent, whole. */
  readonly body: string
}

export type HeadersIn = Readonly<Record<string, string | string[] | undefined>>

/**
 * The network edge to one payment provider, below providers and workflows: no Medusa inside. Every call has a time-out;
 * failures are `GatewayError`s.
 */
export interface PaymentGateway {
  readonly name: "stripe" | "paypal"
  /** Ids of Medusa's providers whose money goes through here begin with this. */
  readonly providerPrefix: string
  /** `automatic`: the money is taken at the order; `manual`: it is reserved at the order and taken when staff capture it. */
  readonly capture: "automatic" | "manual"
  /** Whether 3-D Secure is asked for on each payment; without it the provider asks for what it needs on its own pages. */
  readonly threeDSecure?: "any" | "automatic"
  /** Reads the provider's id in the `data` that Medusa keeps of a payment; null where it is not there. */
  referenceIn(data: Readonly<Record<string, unknown>> | null): string | null
  /** @param reference id of the payment, or of one of its captures. @returns null where the provider knows no such payment */
  readPayment(reference: string): Promise<GatewayPayment | null>
  /** @throws GatewayError `refused` when the signature is missing, wrong or too old, or the body is not an event */
  verifyEvent(raw: Buffer, headers: HeadersIn): Promise<GatewayEvent>
  /** Events about refunds and disputes that the provider has kept since then, oldest first, whether it could deliver them or not. */
  eventsSince(since: Date): Promise<readonly GatewayEvent[]>
  /** Writes Medusa's references on the payment, where the provider lets one. Harmless when repeated. */
  describe(reference: string, references: PaymentReferences): Promise<void>
  /** Gives back to the customer what is held and will never be captured: of an order that was cancelled. Harmless when repeated. */
  releaseHeld(reference: string): Promise<void>
}

export type PaymentReferences = { readonly orderId: string; readonly displayId: string }

/** What is asked of a refund: written by the ledger on core's refund row, handed to the provider. */
export type RefundReferences = {
  /** Says once and for all what is paid: the same key never pays twice. */
  readonly key: string
  /** Number of the order, and reference of the withdrawal, for the provider's own pages; never personal data. */
  readonly order: string | null
  readonly withdrawal: string | null
}
