import { keyedHash, sameSecret } from "../../kit/secrets"
import type { PaypalOptions } from "../../gateways/paypal/options"
import type { PaypalLink, PaypalOrder } from "../../gateways/paypal/shapes"
import type { PaypalMoney } from "../../gateways/paypal/amounts"
import { notAllowed } from "./failure"

const PURPOSE = "hamon-paypal order"

export type RefundNote = { readonly id: string; readonly status: string; readonly amount: string }

/** What Medusa keeps of a payment in `data`. Storefronts read it: it holds no secret. */
export type PaypalData = {
  /** PayPal's order. */
  readonly id: string
  /** Medusa's payment session. */
  readonly session_id: string
  /** The order's status at PayPal, as last read. */
  readonly status: PaypalOrder["status"]
  readonly intent: PaypalOrder["intent"]
  readonly amount: PaypalMoney
  /** Where the customer approves; null once there is nothing to approve. */
  readonly approve_url: string | null
  /** How often PayPal declined the customer's means of payment. */
  readonly hamon_declined: number
  /** What core has booked as captured, decimal string in major units. */
  readonly hamon_captured: string
  /** Refunds by the key of what they pay. */
  readonly hamon_refunds: Readonly<Record<string, RefundNote>>
  /** Proof that this provider wrote id, session and amount: core merges what a browser sends into `data`. */
  readonly hamon_seal: string
}

/** The data of an order that was just created. */
export function newData(options: PaypalOptions, order: PaypalOrder, session: string, amount: PaypalMoney): PaypalData {
  return {
    id: order.id,
    session_id: session,
    status: order.status,
    intent: order.intent,
    amount,
    approve_url: approveUrl(order.links),
    hamon_declined: 0,
    hamon_captured: "0",
    hamon_refunds: {},
    hamon_seal: sealOf(options.clientSecret, order.id, session, amount),
  }
}

/** The same payment, another amount: sealed anew. */
export function withAmount(options: PaypalOptions, data: PaypalData, amount: PaypalMoney): PaypalData {
  return { ...data, amount, hamon_seal: sealOf(options.clientSecret, data.id, data.session_id, amount) }
}

/** @returns null for data that this provider did not write, or that was changed since */
export function readData(options: PaypalOptions, data: Record<string, unknown> | undefined): PaypalData | null {
  const given = data as Partial<PaypalData> | undefined
  if (typeof given?.id !== "string" || typeof given.session_id !== "string" || !isMoney(given.amount)) return null
  const { id, session_id, amount, hamon_seal } = given
  if (typeof hamon_seal !== "string") return null
  const secrets = [options.clientSecret, ...options.formerSecrets]
  const whole = secrets.some((secret) => sameSecret(hamon_seal, sealOf(secret, id, session_id, amount)))
  return whole ? (given as PaypalData) : null
}

/** @throws MedusaError not_allowed, for data that this provider did not write */
export function ownData(options: PaypalOptions, data: Record<string, unknown> | undefined): PaypalData {
  const own = readData(options, data)
  if (own) return own
  throw notAllowed(
    "This payment's data was not written by the PayPal provider, so nothing was done at PayPal. Start the payment again; if the secret of the PayPal app was changed, name the old one in formerSecrets.",
  )
}

function sealOf(secret: string, id: string, session: string, { currency_code, value }: PaypalMoney): string {
  return keyedHash(secret, PURPOSE, JSON.stringify([id, session, currency_code, value]))
}

function isMoney(value: unknown): value is PaypalMoney {
  const money = value as Partial<PaypalMoney> | null | undefined
  return typeof money?.currency_code === "string" && typeof money.value === "string"
}

/** `payer-action` where the order names its means of payment, `approve` on older ones. */
function approveUrl(links: readonly PaypalLink[] = []): string | null {
  return links.find(({ rel }) => rel === "payer-action" || rel === "approve")?.href ?? null
}
