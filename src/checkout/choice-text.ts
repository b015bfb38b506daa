import { fill } from "../kit/fill"
import type { Amount } from "../law"
import { money } from "../letters/format"
import type { CheckoutExtra } from "../modules/hamon/operations/checkout"
import type { LetterLocale } from "../modules/hamon/types"
import { checkoutTexts } from "./texts"

/** The words beside an unticked box (L121-17): a versioned text with slots, and as the customer reads it. */
export type ChoiceText = { readonly kind: string; readonly body: string; readonly shown: string }

export type TextInput = {
  readonly extra: Pick<CheckoutExtra, "key" | "kind" | "source" | "name" | "amount">
  /** Words that the merchant wrote in the rule. */
  readonly own: string | null
  /** Price of the cheapest standard delivery, where it is known. */
  readonly cheapest: Amount | null
  readonly currency: string
  readonly locale: LetterLocale
}

export function choiceText({ extra, own, cheapest, currency, locale }: TextInput): ChoiceText {
  const { kind, body } = own ? { kind: `extra:${extra.key}`, body: own } : wordsOf(extra, cheapest, locale)
  const values = {
    name: extra.name,
    amount: money(extra.amount, currency, locale),
    ...(cheapest !== null && { cheapest: money(cheapest, currency, locale) }),
  }
  return { kind, body, shown: fill(body, values) }
}

function wordsOf({ kind, source }: TextInput["extra"], cheapest: Amount | null, locale: LetterLocale) {
  const { choice } = checkoutTexts(locale)
  if (source === "turned_paid") return { kind: "choice:turned_paid", body: choice.turned_paid }
  if (kind === "dearer_delivery" && cheapest !== null) {
    return { kind: "choice:dearer_delivery", body: choice.dearer_delivery }
  }
  return { kind: "choice:extra", body: choice.extra }
}
