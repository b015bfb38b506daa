import type { LetterLocale } from "../../modules/hamon/types"
import { en } from "./en"
import { fr, type LetterTexts } from "./fr"

const TEXTS: Record<LetterLocale, LetterTexts> = { fr, en }

/** The words of a language. Another language is one more file here. */
export function letterTexts(locale: LetterLocale): LetterTexts {
  return TEXTS[locale]
}

/** Fills `{name}` slots. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => (name in values ? String(values[name]) : slot))
}

/** The name of a payment provider for customers: Medusa writes `pp_stripe_stripe`. */
export function paymentName(provider: string, { paymentNames }: LetterTexts): string {
  if (provider === "pp_system_default") return paymentNames.pp_system_default
  if (/stripe/i.test(provider)) return paymentNames.stripe
  if (/paypal/i.test(provider)) return paymentNames.paypal
  return paymentNames.other
}
