import { GatewayError } from "../gateway-error"

/** PayPal's error envelope: https://developer.paypal.com/api/rest/responses/ (`details` is left out on some). */
type Envelope = {
  readonly name?: string
  readonly error?: string
  readonly debug_id?: string
  readonly details?: readonly { readonly issue?: string }[]
}

/** What staff can do, by PayPal's code. https://developer.paypal.com/docs/api/payments/v2/ and …/orders/v2/, errors. */
const SENTENCES: Readonly<Record<string, string>> = {
  invalid_client: "PayPal does not know this client id and secret; check them, and that they are of this environment.",
  AUTHENTICATION_FAILURE: "PayPal does not accept the credentials; check client id, secret and environment.",
  NOT_AUTHORIZED: "The PayPal app may not do this; give it the permission in PayPal's dashboard (Apps & Credentials).",
  PERMISSION_DENIED:
    "The PayPal app may not do this; give it the permission in PayPal's dashboard (Apps & Credentials).",
  CAPTURE_FULLY_REFUNDED: "PayPal says this payment is already refunded in full; nothing was refunded now.",
  REFUND_AMOUNT_EXCEEDED: "PayPal has less left of this payment than the refund asks for; nothing was refunded.",
  CAPTURE_DISPUTED_PARTIAL_REFUND_NOT_ALLOWED:
    "The customer has opened a dispute at PayPal: settle it in PayPal's Resolution Center; nothing was refunded here.",
  REFUND_TIME_LIMIT_EXCEEDED: "PayPal refunds a payment for 180 days; pay the customer back by another means.",
  REFUND_NOT_ALLOWED: "PayPal does not refund this payment; see it in PayPal's dashboard.",
  MAX_NUMBER_OF_REFUNDS_EXCEEDED: "PayPal allows no further refund of this payment; pay the rest by another means.",
  INSUFFICIENT_FUNDS: "The PayPal account holds too little money; top it up and try again.",
  REFUND_FAILED_INSUFFICIENT_FUNDS: "The PayPal account holds too little money; top it up and try again.",
  AUTHORIZATION_EXPIRED:
    "PayPal no longer holds the money (an authorisation ends after 29 days, and only its first 3 days are guaranteed); ask the customer to pay again.",
  AUTHORIZATION_VOIDED: "The authorisation was given up; ask the customer to pay again.",
  AUTHORIZATION_ALREADY_CAPTURED: "The whole authorisation was already captured; nothing was captured now.",
  AUTHORIZATION_DENIED: "PayPal denied the authorisation; ask the customer to pay in another way.",
  MAX_CAPTURE_COUNT_EXCEEDED: "PayPal allows no further capture of this authorisation.",
  INSTRUMENT_DECLINED: "PayPal declined the customer's means of payment; the customer must choose another at PayPal.",
  PAYER_CANNOT_PAY: "PayPal says that the customer cannot pay with this account; ask for another way to pay.",
}

/** A GatewayError for an answer that is no success. Never PayPal's own text: it may name what the caller sent. */
export function problem(status: number, body: string): GatewayError {
  const envelope = parse(body)
  const code = envelope.details?.[0]?.issue ?? envelope.name ?? envelope.error ?? null
  const trace = envelope.debug_id ? ` (PayPal's debug id ${envelope.debug_id})` : ""
  if (status === 429) {
    return new GatewayError("unavailable", `PayPal asks to slow down; try again later${trace}.`, code)
  }
  if (status >= 500) {
    return new GatewayError("uncertain", `PayPal answered ${status}: nobody knows whether it was done${trace}.`, code)
  }
  if (code === "PREVIOUS_REQUEST_IN_PROGRESS") {
    return new GatewayError("uncertain", `PayPal is still at work on the same request; look again later${trace}.`, code)
  }
  const sentence = (code && SENTENCES[code]) ?? `PayPal refused: ${code ?? `status ${status}`}.`
  return new GatewayError("refused", `${sentence}${trace}`, code)
}

function parse(body: string): Envelope {
  try {
    const read: unknown = JSON.parse(body)
    return typeof read === "object" && read !== null ? read : {}
  } catch {
    // A proxy's page: the status alone says what happened.
    return {}
  }
}
