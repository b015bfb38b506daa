import { MedusaError } from "@medusajs/framework/utils"
import { keyedHash, sameSecret } from "../../kit/secrets"

const PURPOSE = "hamon-stripe payment intent"

/**
 * The mark of data that this provider wrote: core stores what a customer sends beside it, and on a failed creation hands
 * over the customer's words alone.
 */
export function sealOf(secret: string, intent: string): string {
  return keyedHash(secret, PURPOSE, intent)
}

/** The intent that the data names, if we sealed it. */
export function sealedIntent(secret: string, data: Readonly<Record<string, unknown>> | undefined): string | null {
  const { id, hamon_seal: seal } = data ?? {}
  if (typeof id !== "string" || typeof seal !== "string") return null
  return sameSecret(seal, sealOf(secret, id)) ? id : null
}

/** @throws MedusaError not_allowed when the data was not written by this provider */
export function requireSealed(secret: string, data: Readonly<Record<string, unknown>> | undefined): string {
  const intent = sealedIntent(secret, data)
  if (intent !== null) return intent
  const sentence =
    "hamon-stripe: this payment was not made by this provider, so its money is not touched. " +
    "If the key of Stripe was rolled since, set the option sealSecret to the former apiKey"
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, sentence)
}
