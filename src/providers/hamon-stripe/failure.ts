import { MedusaError } from "@medusajs/framework/utils"
import type { GatewayError, GatewayOutcome } from "../../gateways/gateway-error"
import { gatewayError } from "../../gateways/stripe/errors"

/**
 * The error that Medusa lets through: a refusal is `not_allowed`, everything else `unexpected_state`. What became of the
 * call stays readable on `outcome`, Stripe's code on `code`.
 */
export function failure(error: unknown): Error & { readonly outcome?: GatewayOutcome } {
  if (MedusaError.isMedusaError(error)) return error
  const { outcome, message, code }: GatewayError = gatewayError(error)
  const type = outcome === "refused" ? MedusaError.Types.NOT_ALLOWED : MedusaError.Types.UNEXPECTED_STATE
  return Object.assign(new MedusaError(type, `hamon-stripe: ${message}`, code ?? undefined), { outcome })
}

/** A refusal of our own: nothing was sent, or what was asked cannot be. */
export function refusal(sentence: string, code: string): Error {
  const outcome: GatewayOutcome = "refused"
  const error = new MedusaError(MedusaError.Types.NOT_ALLOWED, `hamon-stripe: ${sentence}`, code)
  return Object.assign(error, { outcome })
}
