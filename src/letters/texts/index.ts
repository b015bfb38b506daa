import type { LetterLocale } from "../../modules/hamon/types"
import { en } from "./en"
import { fr, type LetterTexts } from "./fr"

const TEXTS: Record<LetterLocale, LetterTexts> = { fr, en }

/** The words of a language. Another language is one more file here. */
export function letterTexts(locale: LetterLocale): LetterTexts {
  return TEXTS[locale]
}

/**
 * The name of a payment for customers.
 * @param provider Medusa's id of a payment provider (`pp_stripe_stripe`, `pp_hamon-paypal_default`), or the means by which
 *   staff refunded instead: `transfer`, `credit`, `other`
 */
export function paymentName(provider: string, { paymentNames }: LetterTexts): string {
  if (provider === "pp_system_default") return paymentNames.pp_system_default
  if (provider === "transfer") return paymentNames.transfer
  if (provider === "credit") return paymentNames.credit
  if (provider === "other") return paymentNames.otherMeans
  if (/stripe/i.test(provider)) return paymentNames.stripe
  if (/paypal/i.test(provider)) return paymentNames.paypal
  return paymentNames.online
}
