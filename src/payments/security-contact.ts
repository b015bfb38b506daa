import type { MerchantContent } from "../modules/hamon/merchant"
import { fill, type PaymentTexts } from "./texts"

/** Whom a customer calls when a payment looks wrong. */
export type SecurityContact = { readonly telephone: string; readonly email: string; readonly hours: string | null }

type Locale = "fr" | "en"

/** The merchant's contact for the security of payments, or his own telephone and e-mail; null while he has not said who he is. */
export function securityContact(merchant: MerchantContent | null, locale: Locale): SecurityContact | null {
  if (!merchant) return null
  const { telephone, email, hours } = { telephone: merchant.telephone, email: merchant.email, ...merchant.security }
  return { telephone, email, hours: hours?.[locale] ?? null }
}

/** The same as words of a sentence. */
export function contactInWords(contact: SecurityContact | null): string | null {
  return contact && `${contact.telephone}${contact.hours ? ` (${contact.hours})` : ""}, ${contact.email}`
}

/** The sentence that names the contact, or says where the shop's is found. */
export function contactSentence(contact: SecurityContact | null, texts: PaymentTexts): string {
  const words = contactInWords(contact)
  return words ? fill(texts.contact, { contact: words }) : texts.contactUnknown
}
