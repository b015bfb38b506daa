import { fill } from "../../kit/fill"
import { returnCostOf } from "../../information/return-cost"
import { informationTexts } from "../../information/texts"
import { WITHDRAWAL_EXCEPTIONS } from "../../law"
import { money } from "../../letters/format"
import { entry } from "./entry"
import type { SummaryInput } from "./input"
import { summaryTexts } from "./texts"
import type { SummarySection } from "./types"

/** How the payment that was begun goes on, and whom to call when it looks wrong. */
export function paymentSection({ locale, payment }: SummaryInput): SummarySection | null {
  if (!payment) return null
  const { provider_id, name, money_taken, how_to_leave, security_contact } = payment
  return {
    id: "payment",
    title: summaryTexts(locale).titles.payment,
    articles: ["L221-14"],
    entries: [entry(provider_id, name, { details: [money_taken, how_to_leave, security_contact.text] })],
  }
}

export function termsSection({ locale, terms }: SummaryInput): SummarySection | null {
  if (!terms) return null
  const texts = summaryTexts(locale)
  return {
    id: "terms",
    title: texts.titles.terms,
    articles: ["C. civ. 1127-1", "L111-1"],
    entries: [
      entry(terms.id, fill(texts.terms, { version: terms.version }), {
        link: { url: terms.url, label: texts.termsLink },
      }),
    ],
  }
}

/** The right of withdrawal in short, with the way to the online function (L221-5, I, 7°, 8° and 10°). */
export function withdrawalSection(input: SummaryInput): SummarySection {
  const { content, locale, withdrawalUrl, withdrawalLabel } = input
  const { titles, withdrawal } = summaryTexts(locale)
  const base = { id: "withdrawal" as const, title: titles.withdrawal }
  const right = content.right ?? { exists: true, why: null }
  if (!right.exists) {
    return {
      ...base,
      articles: ["L221-3"],
      entries: [entry("none", informationTexts(locale).right[right.why ?? "other_law"])],
    }
  }
  const articles = ["L221-5", "L221-18", "L221-21", "L221-28"]
  if (everyArticleExcluded(input)) return { ...base, articles, entries: [entry("none", withdrawal.none)] }
  const excepted = content.lines.some(({ exception }) => exception !== null)
  const details = [withdrawal.period, ...(excepted ? [withdrawal.except] : []), ...returnCost(input)]
  const link = { url: withdrawalUrl, label: withdrawalLabel }
  return { ...base, articles, entries: [entry("right", withdrawal.right, { details, link })] }
}

/** Whether there is no article left of which the customer may withdraw, whatever happens to it. */
function everyArticleExcluded({ content }: SummaryInput): boolean {
  const excluded = (number: number | null) =>
    WITHDRAWAL_EXCEPTIONS.some((one) => one.number === number && one.effect === "excludes")
  const articles = content.lines.filter(({ extra }) => !extra)
  return articles.length > 0 && articles.every(({ exception }) => excluded(exception))
}

/** The consumer bears only what he was told before the order (L221-5, I, 8°; L221-6). */
function returnCost({ merchant, cart, locale }: SummaryInput): string[] {
  if (cart.methods.length === 0) return []
  const texts = informationTexts(locale).returnCost
  const { paid_by, at_most } = returnCostOf(merchant)
  return [at_most === null ? texts[paid_by] : fill(texts.atMost, { amount: money(at_most, "eur", locale) })]
}

/** Consumers are reminded of the legal guarantees, with the harmonised notice where it is shown (Dir. 2024/825). */
export function guaranteeSection({ content, locale, notice }: SummaryInput): SummarySection | null {
  if (content.right?.why === "professional") return null
  const { titles, guarantee } = summaryTexts(locale)
  const { alternative, more } = informationTexts(locale).harmonisedNotice
  const shown = notice && { url: notice.url ?? more, label: guarantee.notice }
  return {
    id: "guarantee",
    title: titles.guarantee,
    articles: ["L111-1", "L217-3", "C. civ. 1641", "Dir. 2024/825"],
    entries: [
      entry("conformity", guarantee.conformity, { details: [guarantee.conformityDetail] }),
      entry("hidden_defects", guarantee.hidden),
      ...(shown ? [entry("harmonised_notice", alternative, { link: shown })] : []),
    ],
  }
}

/** That the button obliges to pay, and that everything can still be corrected (L221-14; C. civ. 1127-2). */
export function orderSection({ content, locale }: SummaryInput, button: string): SummarySection {
  const texts = summaryTexts(locale)
  const total = money(content.total, content.currency, locale)
  return {
    id: "order",
    title: texts.titles.order,
    articles: ["L221-14", "C. civ. 1127-2"],
    entries: [entry("obligation", fill(texts.order, { button, total }), { details: [texts.correct] })],
  }
}
