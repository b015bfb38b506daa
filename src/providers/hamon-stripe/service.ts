import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  DeletePaymentInput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  ProviderWebhookPayload,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  SavePaymentMethodInput,
  SavePaymentMethodOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import { MedusaError, PaymentSessionStatus } from "@medusajs/framework/utils"
// The public entry has the registered providers alone; the class to extend is here.
// eslint-disable-next-line @medusajs/import-from-framework-not-internal
import { StripeProviderService } from "@medusajs/payment-stripe/dist/services"
import Stripe from "stripe"
import { stripeClient } from "../../gateways/stripe/client"
import { verifyStripeEvent } from "../../gateways/stripe/events"
import { type StripeGateway, stripeGateway } from "../../gateways/stripe/gateway"
import { toStripe } from "../../gateways/stripe/money"
import { readStripeOptions, type StripeOptions, type StripeOptionsInput } from "../../gateways/stripe/options"
import { refundsOf, toRefund } from "../../gateways/stripe/payment"
import type { GatewayRefund } from "../../gateways/types"
import type { Amount } from "../../law"
import { coreRefund } from "../core-rows"
import { lostRefund } from "../lost-refund"
import { amountOf } from "./amount"
import { captureOnce } from "./capture"
import { challengeNext } from "./challenge"
import { failure, refusal } from "./failure"
import { requireSealed, sealedIntent, sealOf } from "./seal"
import { sessionStatus } from "./status"
import { serversTerms } from "./terms"
import { webhookAction } from "./webhook-action"

type Data = Record<string, unknown>

/**
 * Medusa's Stripe provider (`pp_hamon-stripe_default`) with the server deciding alone, exact captures and refunds, and
 * refusals in sentences. Customers and saved cards are its parent's.
 */
export class HamonStripeService extends StripeProviderService {
  static override identifier = "hamon-stripe"

  private readonly settings: StripeOptions
  private readonly gateway: StripeGateway

  /** @throws MedusaError invalid_argument naming the option and what it accepts */
  static override validateOptions(options: unknown): void {
    readSettings(options)
  }

  /**
   * @param cradle container of the payment module: core's rows are read through it
   * @param options as in medusa-config
   */
  constructor(cradle: Record<string, unknown>, options: StripeOptionsInput) {
    const settings = readSettings(options)
    super(cradle, { apiKey: settings.apiKey, webhookSecret: settings.webhookSecret[0] })
    this.settings = settings
    this.stripe_ = stripeClient(settings)
    this.gateway = stripeGateway(settings, this.stripe_)
  }

  /** Whatever is asked for, the server's terms. */
  override normalizePaymentIntentParameters(): Partial<Stripe.PaymentIntentCreateParams> {
    return serversTerms(this.settings)
  }

  /** Opens an intent. Of `data`, which a customer may have written, the session's id is read alone: core sets it last. */
  override initiatePayment({
    amount,
    currency_code,
    data,
    context,
  }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    return this.tell(async () => {
      const customer = context?.account_holder?.data.id
      const intent = await this.stripe_.paymentIntents.create(
        {
          ...serversTerms(this.settings),
          amount: toStripe(amountOf(amount, currency_code), currency_code),
          currency: currency_code.toLowerCase(),
          metadata: { session_id: String(data?.session_id) },
          ...(typeof customer === "string" && { customer }),
        },
        { idempotencyKey: context?.idempotency_key },
      )
      return { id: intent.id, ...this.stateOf(intent) }
    })
  }

  override updatePayment({ amount, currency_code, data }: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    return this.tell(async () => {
      const units = toStripe(amountOf(amount, currency_code), currency_code)
      const changes = { amount: units, currency: currency_code.toLowerCase() }
      return this.stateOf(await this.stripe_.paymentIntents.update(this.ours(data), changes), data)
    })
  }

  /** Takes what the customer confirmed for the session that core names. */
  override authorizePayment({ data, context }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    return this.tell(async () => {
      const intent = await this.stripe_.paymentIntents.retrieve(this.ours(data))
      const session = context?.idempotency_key
      // Until an intent is made, core's session holds what the customer sent: that may be another payment, of less.
      if (session !== undefined && session !== intent.metadata.session_id) throw ofAnotherCheckout()
      return this.standing(intent, data)
    })
  }

  /** Where the payment stands. A soft decline becomes `requires_more`: confirmed again, it will be challenged. */
  override getPaymentStatus({ data }: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    return this.tell(async () => this.standing(await this.stripe_.paymentIntents.retrieve(this.ours(data)), data))
  }

  override capturePayment({ data, context }: CapturePaymentInput): Promise<CapturePaymentOutput> {
    return this.tell(async () => {
      const id = this.ours(data)
      const intent = await captureOnce(this.stripe_, this.container_, id, context?.idempotency_key)
      return { data: this.dataOf(intent, data) }
    })
  }

  /**
   * Refunds exactly the amount, once for each key of the ledger. What Stripe answered is kept in
   * `data.hamon_refunds[key] = { id, status, amount }`, amount in major units.
   */
  override refundPayment({ amount, data, context }: RefundPaymentInput): Promise<RefundPaymentOutput> {
    return this.tell(async () => {
      const id = this.ours(data)
      const references = await coreRefund(this.container_, context?.idempotency_key)
      const asked = amountOf(amount, String(data?.currency))
      const byStaff = references.key === context?.idempotency_key
      const lost = byStaff ? await this.lostRefund(id, asked, data) : null
      const refund = lost ?? (await this.gateway.refund(id, references, asked))
      if (refund.status === "failed" || refund.status === "canceled") {
        const why = refund.reason ? ` (${refund.reason})` : ""
        throw refusal(
          `the refund ${refund.id} is ${refund.status}${why}: the customer did not get the money, it is back with you. Pay it another way`,
          `refund_${refund.status}`,
        )
      }
      const entry = { id: refund.id, status: refund.status, amount: refund.amount }
      return { data: { ...data, hamon_refunds: { ...refundsIn(data), [references.key]: entry } } }
    })
  }

  override cancelPayment({ data }: CancelPaymentInput): Promise<CancelPaymentOutput> {
    return this.tell(async () => ({ data: await this.cancel(this.ours(data), data) }))
  }

  /** Core calls it after a failed creation too, with nothing but what the customer sent: then nothing is done. */
  override deletePayment({ data }: DeletePaymentInput): Promise<DeletePaymentOutput> {
    return this.tell(async () => {
      const id = sealedIntent(this.settings.sealSecret, data)
      return { data: id === null ? data : await this.cancel(id, data) }
    })
  }

  /** The intent as it is now; amounts in Stripe's minor units. */
  override retrievePayment({ data }: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    return this.tell(async () => ({
      data: this.dataOf(await this.stripe_.paymentIntents.retrieve(this.ours(data)), data),
    }))
  }

  /** Saves a card for payments at which the customer is present; the server's methods, whatever `data` says. */
  override savePaymentMethod({ context }: SavePaymentMethodInput): Promise<SavePaymentMethodOutput> {
    const data = { payment_method_types: this.settings.paymentMethodTypes, usage: "on_session" }
    return super.savePaymentMethod({ context, data })
  }

  /** @throws MedusaError not_allowed when the signature does not hold: core must not act on it */
  override getWebhookActionAndData(payload: ProviderWebhookPayload["payload"]): Promise<WebhookActionResult> {
    return this.tell(() => webhookAction(this.constructWebhookEvent(payload), this.container_))
  }

  override constructWebhookEvent({ rawData, headers }: ProviderWebhookPayload["payload"]): Stripe.Event {
    return verifyStripeEvent(this.stripe_, this.settings, rawData, headers as Record<string, string>)
  }

  /** What the parent's own methods throw: the same sentences. */
  protected override buildError(_message: string, error: Error): Error {
    return failure(error)
  }

  private async lostRefund(id: string, amount: Amount, data: Data | undefined): Promise<GatewayRefund | null> {
    const refunds = (await refundsOf(this.stripe_, id)).map(toRefund)
    const told = Object.values(refundsIn(data)).map((one) => String((one as { id?: unknown }).id))
    return lostRefund(this.container_, { refunds, currency: String(data?.currency) }, amount, told)
  }

  private async standing(
    intent: Stripe.PaymentIntent,
    data: Data | undefined,
  ): Promise<{ status: PaymentSessionStatus; data: Data }> {
    const harder = challengeNext(intent)
    if (!harder) return this.stateOf(intent, data)
    const asked = await this.stripe_.paymentIntents.update(intent.id, {
      payment_method_options: { card: { request_three_d_secure: harder } },
    })
    return { status: PaymentSessionStatus.REQUIRES_MORE, data: this.dataOf(asked, data) }
  }

  /** Idempotent by nature: who cancels twice has canceled. */
  private async cancel(id: string, data: Data | undefined): Promise<Data> {
    try {
      return this.dataOf(await this.stripe_.paymentIntents.cancel(id), data)
    } catch (error) {
      const intent = error instanceof Stripe.errors.StripeInvalidRequestError ? error.payment_intent : undefined
      if (intent?.status === "canceled") return this.dataOf(intent, data)
      if (intent?.status !== "succeeded") throw error
      throw refusal("this payment is captured, so it cannot be canceled any more; refund it", "already_captured")
    }
  }

  private stateOf(intent: Stripe.PaymentIntent, before?: Data): { status: PaymentSessionStatus; data: Data } {
    return { status: sessionStatus(intent), data: this.dataOf(intent, before) }
  }

  /** What core keeps: the intent, our seal, and what we know of refunds; nothing that a customer sent. */
  private dataOf(intent: Stripe.PaymentIntent, before?: Data): Data {
    const refunds = sealedIntent(this.settings.sealSecret, before) === intent.id ? refundsIn(before) : {}
    return { ...intent, hamon_seal: sealOf(this.settings.sealSecret, intent.id), hamon_refunds: refunds }
  }

  private ours(data: Data | undefined): string {
    return requireSealed(this.settings.sealSecret, data)
  }

  private async tell<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act()
    } catch (error) {
      throw failure(error)
    }
  }
}

function readSettings(options: unknown): StripeOptions {
  try {
    return readStripeOptions(options)
  } catch (error) {
    throw new MedusaError(MedusaError.Types.INVALID_ARGUMENT, (error as Error).message)
  }
}

function ofAnotherCheckout(): Error {
  return refusal("this payment is of another checkout; start the payment again", "another_session")
}

function refundsIn(data: Data | undefined): Data {
  const { hamon_refunds: refunds } = data ?? {}
  return typeof refunds === "object" && refunds !== null ? (refunds as Data) : {}
}
