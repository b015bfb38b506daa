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
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import { AbstractPaymentProvider, MedusaError, PaymentSessionStatus } from "@medusajs/framework/utils"
import { type PaypalGateway, paypalGateway } from "../../gateways/paypal/gateway"
import { type PaypalOptions, type PaypalOptionsInput, readPaypalOptions } from "../../gateways/paypal/options"
import { createOrder, findOrder } from "../../gateways/paypal/orders"
import { toPayment } from "../../gateways/paypal/payments"
import type { GatewayRefund } from "../../gateways/types"
import type { Amount } from "../../law"
import { coreCapture, coreRefund } from "../core-rows"
import { lostRefund } from "../lost-refund"
import { roundedMoney } from "./amounts"
import { authorize, sessionStatus } from "./authorize"
import { capture } from "./capture"
import { changeAmount } from "./change-amount"
import { atPaypal, notAllowed } from "./failure"
import { release } from "./release"
import { newData, ownData, type PaypalData, readData } from "./session-data"
import { actionOf } from "./webhook"

/**
 * Pays with PayPal. Amount, currency, intent and return addresses are the server's; of what a browser sends, nothing is
 * read. Writes nothing to the log. Configured with `id: "default"`, Medusa names it `pp_hamon-paypal_default`.
 */
export class PaypalPaymentService extends AbstractPaymentProvider<PaypalOptionsInput> {
  static override identifier = "hamon-paypal"

  private readonly cradle: unknown
  private readonly options: PaypalOptions
  private readonly gateway: PaypalGateway

  /** @throws MedusaError invalid_argument naming the option and what it accepts */
  static override validateOptions(options: Record<string, unknown>): void {
    readOptions(options)
  }

  /** @param cradle container of the payment module: core's rows of refunds and captures are read there */
  constructor(cradle: Record<string, unknown>, options: PaypalOptionsInput) {
    super(cradle, options)
    this.cradle = cradle
    this.options = readOptions(options)
    this.gateway = paypalGateway(this.options)
  }

  /** Creates PayPal's order; the customer approves it at `data.approve_url`. */
  override async initiatePayment({
    amount,
    currency_code,
    data,
  }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    return atPaypal(async () => {
      const session = data?.session_id
      if (typeof session !== "string" || session === "") throw noSession()
      const money = roundedMoney(amount, currency_code)
      const order = await createOrder(this.gateway.client, { session, amount: money })
      const status = PaymentSessionStatus.REQUIRES_MORE
      return { id: order.id, status, data: newData(this.options, order, session, money) }
    })
  }

  /** Another amount or currency, before anything was taken. */
  override async updatePayment({ amount, currency_code, data }: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    return atPaypal(async () => {
      const own = ownData(this.options, data)
      return { data: await changeAmount(this.gateway.client, own, roundedMoney(amount, currency_code)) }
    })
  }

  override async authorizePayment({ data, context }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    return atPaypal(async () => {
      const own = ownData(this.options, data)
      // Core names the session; data of another session, sealed though it is, pays for that one only.
      const session = context?.idempotency_key
      if (session !== undefined && session !== own.session_id)
        throw notAllowed("This PayPal order is of another checkout.")
      return authorize(this.gateway.client, own)
    })
  }

  override async capturePayment({ data, context }: CapturePaymentInput): Promise<CapturePaymentOutput> {
    return atPaypal(async () => {
      const own = ownData(this.options, data)
      const row = await coreCapture(this.cradle, context?.idempotency_key)
      const amount = row && roundedMoney(row.amount, own.amount.currency_code)
      return { data: await capture(this.gateway.client, own, amount) }
    })
  }

  /** Refunds exactly the amount, once for the key of core's row. @throws MedusaError where PayPal did not refund */
  override async refundPayment({ amount, data, context }: RefundPaymentInput): Promise<RefundPaymentOutput> {
    return atPaypal(async () => {
      const own = ownData(this.options, data)
      const references = await coreRefund(this.cradle, context?.idempotency_key)
      const { value } = roundedMoney(amount, own.amount.currency_code)
      const byStaff = references.key === context?.idempotency_key
      const lost = byStaff ? await this.lostRefund(own, value) : null
      const { id, status, amount: paid } = lost ?? (await this.gateway.refund(own.id, references, value))
      if (status === "failed" || status === "canceled") {
        throw notAllowed("PayPal could not bring the money to the customer; see the refund in PayPal's dashboard.")
      }
      const note = { id, status, amount: paid }
      return { data: { ...own, hamon_refunds: { ...own.hamon_refunds, [references.key]: note } } }
    })
  }

  override async cancelPayment({ data }: CancelPaymentInput): Promise<CancelPaymentOutput> {
    return atPaypal(async () => ({ data: await release(this.gateway.client, ownData(this.options, data)) }))
  }

  /** Core calls it with what a browser sent, too, when a session could not be kept: nothing is done about data that is not ours. */
  override async deletePayment({ data }: DeletePaymentInput): Promise<DeletePaymentOutput> {
    return atPaypal(async () => {
      const own = readData(this.options, data)
      return { data: own ? await release(this.gateway.client, own) : data }
    })
  }

  override async retrievePayment({ data }: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    return atPaypal(async () => {
      const own = ownData(this.options, data)
      const order = await this.orderOf(own)
      return { data: { ...own, status: order.status } }
    })
  }

  override async getPaymentStatus({ data }: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    return atPaypal(async () => {
      const own = ownData(this.options, data)
      const order = await this.orderOf(own)
      return { status: sessionStatus(order), data: { ...own, status: order.status } }
    })
  }

  /** @throws MedusaError not_allowed for a webhook that PayPal does not confirm: nothing in it is believed */
  override async getWebhookActionAndData({
    rawData,
    headers,
  }: ProviderWebhookPayload["payload"]): Promise<WebhookActionResult> {
    return atPaypal(async () => {
      const raw = Buffer.isBuffer(rawData) ? rawData : Buffer.from(rawData, "utf8")
      return actionOf(await this.gateway.verifyEvent(raw, headers as Record<string, string>))
    })
  }

  private async lostRefund(own: PaypalData, amount: Amount): Promise<GatewayRefund | null> {
    const told = Object.values(own.hamon_refunds).map(({ id }) => id)
    return lostRefund(this.cradle, toPayment(await this.orderOf(own)), amount, told)
  }

  private async orderOf({ id }: PaypalData) {
    const order = await findOrder(this.gateway.client, id)
    if (order) return order
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "PayPal no longer knows this order; start the payment again.")
  }
}

function readOptions(options: unknown): PaypalOptions {
  try {
    return readPaypalOptions(options)
  } catch (error) {
    throw new MedusaError(MedusaError.Types.INVALID_ARGUMENT, (error as Error).message)
  }
}

function noSession(): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, "A PayPal payment needs the session that core names")
}
