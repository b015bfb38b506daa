import { GatewayError } from "../gateway-error"
import type { PaypalClient } from "./client"
import { voidAuthorization } from "./orders"
import { paymentsOf } from "./payments"
import type { PaypalAuthorization, PaypalOrder } from "./shapes"

/** What an authorisation still holds can be given up, also after a part of it was captured. */
const HOLDS = new Set<PaypalAuthorization["status"]>(["CREATED", "PENDING", "PARTIALLY_CAPTURED"])
const GIVEN_UP_ALREADY = new Set(["PREVIOUSLY_VOIDED", "AUTHORIZATION_VOIDED", "AUTHORIZATION_EXPIRED"])

/** Gives up what an order's authorisations hold. https://developer.paypal.com/docs/api/payments/v2/#authorizations_void */
export async function giveUpHeld(client: PaypalClient, order: PaypalOrder): Promise<void> {
  for (const { id, status } of paymentsOf(order).authorizations) {
    if (HOLDS.has(status)) await giveUp(client, id)
  }
}

async function giveUp(client: PaypalClient, authorization: string): Promise<void> {
  try {
    await voidAuthorization(client, authorization)
  } catch (error) {
    if (error instanceof GatewayError && GIVEN_UP_ALREADY.has(error.code ?? "")) return
    throw error
  }
}
