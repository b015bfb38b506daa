import type { MerchantContent } from "../modules/hamon/merchant"
import type { LetterLocale } from "../modules/hamon/types"
import type { PaymentTexts } from "./texts"

/** Whom a customer calls when a payment looks wrong. */
export type SecurityContact = { readonly telephone: string; readonly email: string; readonly hours: string | null }

/** The merchant's contact for the security of payments, or his own telephone and e-mail; null while he has not said who he is. */
export function securityContact(merchant: MerchantContent | null, locale: LetterLocale): SecurityContact | null {
  if (!merchant) return null
  const { telephone, email, hours } = { telephone: merchant.telephone, email: merchant.email, ...merchant.security }
  return { telephone, email, hours: hours?.[locale] ?? null }
}

/** The contact as words of a sentence that ends with them; where the shop's is found when there is none. */
export function contactInWords(contact: SecurityContact | null, { contactUnknown }: PaymentTexts): string {
  if (!contact) return contactUnknown
  const { telephone, email, hours } = contact
  return `${telephone}${hours ? ` (${hours})` : ""}, ${email}`
}
