import { GatewayError } from "../gateway-error"
import type { PaypalMoney } from "./amounts"
import type { PaypalClient } from "./client"
import { requestId } from "./request-id"
import type { PaypalAuthorization, PaypalCapture, PaypalOrder } from "./shapes"

/** PayPal's name of the only purchase unit of an order that names none; patches address it by this. */
const UNIT = "default"

export type NewOrder = {
  /** Medusa's payment session: PayPal keeps it as `custom_id`, on the order and on what comes of it. */
  readonly session: string
  readonly amount: PaypalMoney
  /** The order that this one replaces, if any: it makes another request of it. */
  readonly instead?: string
}

/** Creates an order that the customer approves at PayPal. Repeated, it is the same order. */
export async function createOrder(
  client: PaypalClient,
  { session, amount, instead = "" }: NewOrder,
): Promise<PaypalOrder> {
  const { capture, brandName, returnUrl, cancelUrl, shippingPreference } = client.options
  return client.call<PaypalOrder>({
    method: "POST",
    path: "/v2/checkout/orders",
    requestId: requestId("order", session, amount.value, amount.currency_code, instead),
    body: JSON.stringify({
      intent: capture === "manual" ? "AUTHORIZE" : "CAPTURE",
      purchase_units: [{ reference_id: UNIT, custom_id: session, amount }],
      payment_source: {
        paypal: {
          experience_context: {
            brand_name: brandName,
            shipping_preference: shippingPreference,
            // The amount is final: an order whose amount differs from the session's is never charged.
            user_action: "PAY_NOW",
            return_url: returnUrl,
            cancel_url: cancelUrl,
          },
        },
      },
    }),
  })
}

/** @returns null where PayPal knows no such order */
export async function findOrder(client: PaypalClient, id: string): Promise<PaypalOrder | null> {
  return orNull(client.call<PaypalOrder>({ method: "GET", path: `/v2/checkout/orders/${encodeURIComponent(id)}` }))
}

/** @returns null where PayPal knows no such capture */
export async function findCapture(client: PaypalClient, id: string): Promise<PaypalCapture | null> {
  return orNull(client.call<PaypalCapture>({ method: "GET", path: `/v2/payments/captures/${encodeURIComponent(id)}` }))
}

export async function patchAmount(client: PaypalClient, id: string, amount: PaypalMoney): Promise<void> {
  await client.call({
    method: "PATCH",
    path: `/v2/checkout/orders/${encodeURIComponent(id)}`,
    body: JSON.stringify([{ op: "replace", path: `/purchase_units/@reference_id=='${UNIT}'/amount`, value: amount }]),
  })
}

/**
 * Takes what the customer approved: holds the money or captures it, as the order was created.
 * @param attempt grows when the customer has chosen another means of payment: an answer of the last is no answer of the next
 */
export async function takeApproved(client: PaypalClient, order: PaypalOrder, attempt: number): Promise<PaypalOrder> {
  const act = order.intent === "AUTHORIZE" ? "authorize" : "capture"
  return client.call<PaypalOrder>({
    method: "POST",
    path: `/v2/checkout/orders/${encodeURIComponent(order.id)}/${act}`,
    requestId: requestId(act, order.id, String(attempt)),
    body: "{}",
  })
}

/**
 * Captures a part of an authorisation, or the rest.
 * @param before minor units captured before, as text: the same part, asked for again, is the same request
 * @param final whether nothing is to be captured after it: PayPal then lets go of the rest
 */
export async function captureAuthorization(
  client: PaypalClient,
  authorization: PaypalAuthorization,
  { amount, before, final }: { amount: PaypalMoney; before: string; final: boolean },
): Promise<PaypalCapture> {
  return client.call<PaypalCapture>({
    method: "POST",
    path: `/v2/payments/authorizations/${encodeURIComponent(authorization.id)}/capture`,
    requestId: requestId("capture", authorization.id, before, amount.value),
    body: JSON.stringify({ amount, final_capture: final }),
  })
}

export async function voidAuthorization(client: PaypalClient, id: string): Promise<void> {
  await client.call({
    method: "POST",
    path: `/v2/payments/authorizations/${encodeURIComponent(id)}/void`,
    requestId: requestId("void", id),
    body: "{}",
  })
}

async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof GatewayError && NOT_THERE.has(error.code ?? "")) return null
    throw error
  }
}

/** `name` and `details[0].issue` of PayPal's 404. */
const NOT_THERE = new Set(["RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID"])
