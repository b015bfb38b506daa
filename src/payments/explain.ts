import type { MerchantContent } from "../modules/hamon/merchant"
import { gatewayOf, type HamonOptions } from "../modules/hamon/options"
import type { PaymentKind } from "../modules/hamon/payment-options"
import type { LetterLocale } from "../modules/hamon/types"
import { kindOf, providerName } from "./kinds"
import { contactInWords, type SecurityContact, securityContact } from "./security-contact"
import { fill } from "../kit/fill"
import { paymentTexts } from "./texts"
import { withdrawalUrl } from "./withdrawal-url"

/** What a customer reads of one means of payment, from the first step of the order (L221-14). Members are the API's. */
export type PaymentExplanation = {
  readonly provider_id: string
  readonly kind: PaymentKind
  readonly name: string
  readonly what: string
  /** What the customer will go through, in order; the bank's confirmation (3-D Secure) included. */
  readonly steps: readonly string[]
  readonly money_taken: string
  readonly how_to_leave: string
  /** `text`: what to do when something looks wrong; the rest is null while the merchant has not said who he is. */
  readonly security_contact: { readonly text: string } & { readonly [K in keyof SecurityContact]: string | null }
}

type Shop = {
  readonly merchant: MerchantContent | null
  readonly options: Pick<HamonOptions, "gateways" | "payments" | "publicUrl">
}

/** Explains a payment provider; the merchant's own texts (option `payments.texts`) before the plugin's. */
export function explainPayment(
  providerId: string,
  locale: LetterLocale,
  { merchant, options }: Shop,
): PaymentExplanation {
  const texts = paymentTexts(locale)
  const kind = kindOf(providerId, options.payments.kinds)
  const { name, what, steps, moneyTaken, howToLeave, ifWrong } = texts.kinds[kind]
  const slots = {
    shop: merchant?.name ?? texts.theShop,
    provider: providerName(providerId),
    withdrawal: withdrawalUrl(options, locale),
  }
  const own = options.payments.texts[providerId]?.[locale] ?? {}
  const contact = securityContact(merchant, locale)
  // Of a provider without an edge of ours nobody here knows when it takes the money.
  const capture = gatewayOf(options, providerId)?.capture
  // What is only reserved bears none; for whatever else may be taken before the delivery the law gives it.
  const interest = capture === "manual" ? "" : ` ${texts.interest}`
  return {
    provider_id: providerId,
    kind,
    name: fill(own.name ?? name, slots),
    what: fill(own.what ?? what, slots),
    steps: (own.steps ?? steps).map((step) => fill(step, slots)),
    money_taken: fill(own.money_taken ?? `${moneyTaken[capture ?? "unsaid"] ?? moneyTaken.unsaid}${interest}`, slots),
    how_to_leave: fill(own.how_to_leave ?? `${howToLeave} ${texts.afterOrder}`, slots),
    security_contact: {
      telephone: contact?.telephone ?? null,
      email: contact?.email ?? null,
      hours: contact?.hours ?? null,
      text: `${ifWrong} ${fill(texts.contact, { contact: contactInWords(contact, texts) })}`,
    },
  }
}
