import { canonicalJson } from "../../kit/canonical-json"
import { sha256 } from "../../kit/secrets"
import { orderButtonLabel } from "../button"
import type { SummaryInput } from "./input"
import { articlesSection, deliverySection, extrasSection, totalSection } from "./order"
import { guaranteeSection, orderSection, paymentSection, termsSection, withdrawalSection } from "./rights"
import type { Summary, SummarySection } from "./types"

export type { SummaryInput } from "./input"
export type { Summary } from "./types"

/**
 * What the customer reads directly above the order button: all that L221-14 recalls, with the extras that only he can choose
 * (L121-17), and what he can still correct (C. civ. 1127-2).
 */
export function composeSummary(input: SummaryInput): Summary {
  const { cart, content, locale, terms } = input
  const label = orderButtonLabel(locale)
  const sections = [
    articlesSection(input),
    extrasSection(input),
    deliverySection(input),
    totalSection(input),
    paymentSection(input),
    termsSection(input),
    withdrawalSection(input),
    guaranteeSection(input),
    orderSection(input, label),
  ].filter((section): section is SummarySection => section !== null && section.entries.length > 0)
  const shown = {
    cart_id: cart.id,
    locale,
    currency: content.currency,
    articles: ["L221-14", "C. civ. 1127-1", "C. civ. 1127-2"],
    sections,
    duration: null,
    terms,
    to_choose: (content.extras ?? []).filter(({ standing }) => standing !== "chosen").map(({ key }) => key),
    button_label: label,
  }
  return { ...shown, summary_hash: sha256(canonicalJson(shown as never)) }
}
