import { statutoryText } from "../law"
import type { MerchantContent } from "../modules/hamon/merchant"
import type { LetterLocale } from "../modules/hamon/types"
import { explainPayment } from "../payments/explain"
import { securityContact } from "../payments/security-contact"
import type { ShopFacts } from "./facts"
import { noticeInformation } from "./harmonised-notice"
import { guaranteeBox } from "./legal-guarantee"
import { modelForm } from "./model-form"
import { sellerOf } from "./seller"
import { withdrawalInformation } from "./withdrawal-notice"

/** Paths of what customers download. */
const FORM_PATH = "/mentions-legales/formulaire-de-retractation"
export const TERMS_PATH = "/conditions-de-vente"

export type ShopInformation = ReturnType<typeof shopInformation>

/**
 * Everything that a shop says before the order, in one language: to the storefront as the API's answer, to customers as
 * the hosted page. Each member names its articles; what the merchant has not said is null, and nothing is invented.
 */
export function shopInformation(facts: ShopFacts, locale: LetterLocale) {
  const { on, merchant, regions, options } = facts
  const content = merchant?.content ?? null
  const providers = [...new Set(regions.flatMap((region) => region.providers))].sort()
  const withdrawal = withdrawalInformation({ merchant: content, on, options }, locale)
  return {
    locale,
    on,
    merchant: merchant && sellerOf(merchant.version, merchant.content, locale),
    payment_methods: providers.map((id) => explainPayment(id, locale, { merchant: content, options })),
    delivery: deliveryOf(content, regions, locale),
    withdrawal,
    model_form: formOf(content, { locale, on, publicUrl: options.publicUrl }),
    legal_guarantee: {
      goods: guaranteeBox("guaranteeBoxGoods", locale, on),
      digital: guaranteeBox("guaranteeBoxDigital", locale, on),
      articles: ["L111-1", "D211-2", "D211-3"],
    },
    harmonised_notice: noticeInformation(facts, locale),
    mediator: content?.mediator ? { ...content.mediator, articles: ["L616-1", "R616-1"] } : null,
    after_sales: content && afterSalesOf(content, locale),
    security_contact: contactOf(content, locale),
    terms: termsOf(facts, locale),
    /** Versions of the law's texts and of the merchant's that this answer is made of. */
    texts: {
      merchant_profile: merchant?.version ?? null,
      terms: facts.terms[locale] ?? facts.terms.fr,
      model_notice: versionOf("modelNotice", locale, on),
      model_form: versionOf("modelForm", locale, on),
      guarantee_box: guaranteeBox("guaranteeBoxGoods", locale, on)?.from ?? null,
    },
  }
}

function deliveryOf(content: MerchantContent | null, regions: ShopFacts["regions"], locale: LetterLocale) {
  return {
    areas: content?.delivery?.areas[locale] ?? null,
    restrictions: content?.delivery?.restrictions?.[locale] ?? null,
    /** To which countries the shop can be ordered from, ISO 3166-1 alpha-2, small letters. */
    countries: [...new Set(regions.flatMap(({ countries }) => countries))].sort(),
    regions: regions.map(({ id, name, countries }) => ({ id, name, countries: [...countries].sort() })),
    articles: ["L221-14"],
  }
}

function formOf(
  merchant: MerchantContent | null,
  { locale, on, publicUrl }: { locale: LetterLocale; on: string; publicUrl: string },
) {
  const paragraphs = merchant && modelForm(merchant, locale, on)
  if (!paragraphs) return null
  const url = `${publicUrl}${FORM_PATH}?lang=${locale}`
  return { paragraphs, pdf_url: url, html_url: `${url}&format=html`, articles: ["L221-5", "R221-1"] }
}

/** No premium number: the profile takes none (L121-16). */
function afterSalesOf({ sav, returnAddress, address }: MerchantContent, locale: LetterLocale) {
  const back = returnAddress ?? address
  return {
    telephone: sav.telephone,
    email: sav.email,
    hours: sav.hours[locale],
    return_address: { lines: back.lines, postal_code: back.postalCode, city: back.city, country: back.country },
    articles: ["L111-1", "L121-16"],
  }
}

/** Whom to call when a payment looks wrong: the same as beside each means of payment. */
function contactOf(content: MerchantContent | null, locale: LetterLocale) {
  const contact = securityContact(content, locale)
  return contact && { ...contact }
}

/** The terms in the language asked for; in French where they are kept in no other (C. civ. 1127-1). */
function termsOf({ terms, options }: ShopFacts, locale: LetterLocale) {
  const language: LetterLocale = terms[locale] ? locale : "fr"
  const text = terms[language]
  if (!text) return null
  return {
    ...text,
    locale: language,
    url: `${options.publicUrl}${TERMS_PATH}?lang=${language}`,
    articles: ["L111-1", "C. civ. 1127-1"],
  }
}

function versionOf(id: "modelNotice" | "modelForm", locale: LetterLocale, on: string): string | null {
  const text = statutoryText(id, locale, on)
  return "from" in text ? text.from : null
}
