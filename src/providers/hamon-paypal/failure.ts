import { MedusaError } from "@medusajs/framework/utils"
import { GatewayError, type GatewayOutcome } from "../../gateways/gateway-error"

/** What a failed call means for the money, readable on the error that Medusa lets through. */
export type PaymentFailure = { readonly outcome: GatewayOutcome; readonly code: string | null }

/**
 * Runs an act at PayPal; its failures become Medusa's: `not_allowed` (400) for a no, `unexpected_state` (500) where PayPal
 * did not answer.
 * @throws MedusaError with the PaymentFailure on `gateway`
 */
export async function atPaypal<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof GatewayError) throw toMedusaError(error)
    throw error
  }
}

function toMedusaError({ outcome, code, message }: GatewayError): MedusaError & { readonly gateway: PaymentFailure } {
  const { NOT_ALLOWED, UNEXPECTED_STATE } = MedusaError.Types
  const error = new MedusaError(outcome === "refused" ? NOT_ALLOWED : UNEXPECTED_STATE, message)
  return Object.assign(error, { gateway: { outcome, code } })
}

export function notAllowed(sentence: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, sentence)
}
