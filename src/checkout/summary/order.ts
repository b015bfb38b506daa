import { type Amount, currency } from "../../law"
import { fill } from "../../kit/fill"
import { money } from "../../letters/format"
import type { CheckoutExtra, CheckoutLine } from "../../modules/hamon/operations/checkout"
import type { CartMethod } from "../cart"
import { entry, priced } from "./entry"
import type { SummaryInput } from "./input"
import { summaryTexts } from "./texts"
import type { SummaryEntry, SummarySection } from "./types"

/** Core's name of the one variant of a product without options: it says nothing to a customer. */
const NO_VARIANT = /^default( variant)?$/i

/** The articles: what they are, how many, what they cost, when they come, and what the right of withdrawal is. */
export function articlesSection(input: SummaryInput): SummarySection {
  const { content, locale } = input
  return {
    id: "articles",
    title: summaryTexts(locale).titles.articles,
    articles: ["L221-14", "L221-5", "L111-1", "L216-1"],
    entries: content.lines.filter(({ extra }) => !extra).map((line) => article(line, input)),
  }
}

function article(line: CheckoutLine, input: SummaryInput): SummaryEntry {
  const hasRight = input.content.right?.exists !== false
  return entry(line.id, nameOf(line), {
    quantity: line.quantity,
    amount: priced(input, line.total),
    details: [line.characteristics, line.delivery?.text].filter((text): text is string => Boolean(text)),
    // Who has no right at all is told so once, below.
    mention: hasRight ? (line.exception_mention ?? null) : null,
  })
}

function nameOf({ title, variant }: CheckoutLine): string {
  return variant && !NO_VARIANT.test(variant) ? `${title} — ${variant}` : title
}

/** Everything paid on top of the price of what the customer came to buy, with his word on it (L121-17). */
export function extrasSection(input: SummaryInput): SummarySection {
  const { content, locale } = input
  const texts = summaryTexts(locale)
  const extras = (content.extras ?? []).filter(({ kind }) => kind !== "dearer_delivery")
  return {
    id: "extras",
    title: texts.titles.extras,
    articles: ["L121-17", "L221-14"],
    entries: extras.map((extra) =>
      entry(extra.key, extra.name, {
        quantity: extra.quantity,
        amount: priced(input, extra.amount),
        ...choiceOf(extra, texts.extra, input),
      }),
    ),
  }
}

export function deliverySection(input: SummaryInput): SummarySection {
  const { cart, content, locale } = input
  const texts = summaryTexts(locale)
  const extraOf = (method: CartMethod) => content.extras?.find(({ key }) => key === (method.optionId ?? method.id))
  return {
    id: "delivery",
    title: texts.titles.delivery,
    articles: ["L221-14", "L221-5", "L121-17"],
    entries: cart.methods.flatMap((method) => {
      const extra = extraOf(method)
      // A charge that the merchant calls an extra stands among the extras.
      if (extra && extra.kind !== "dearer_delivery") return []
      const choice = extra ? choiceOf(extra, texts.dearer, input) : {}
      return [entry(method.optionId ?? method.id, method.name, { amount: priced(input, method.total), ...choice })]
    }),
  }
}

type ChoiceTexts = Readonly<Record<Exclude<CheckoutExtra["standing"], "chosen">, string>>

/** What the customer said to an extra, or what he still has to say. */
function choiceOf(
  { standing, choice }: CheckoutExtra,
  texts: ChoiceTexts,
  { content, locale }: SummaryInput,
): Pick<SummaryEntry, "standing" | "details" | "mention"> {
  if (standing === "chosen") return { standing, details: choice ? [choice.text] : [], mention: null }
  const inWords = (amount: Amount | null | undefined) => (amount ? money(amount, content.currency, locale) : "–")
  const values = { before: inWords(choice?.amount), cheapest: inWords(content.cheapest_standard_delivery) }
  return { standing, details: [], mention: fill(texts[standing], values) }
}

/** The price in all, every tax and cost counted (L221-5, I, 2°), so that what stands above adds up to it. */
export function totalSection(input: SummaryInput): SummarySection {
  const { cart, content, locale } = input
  const texts = summaryTexts(locale)
  const unit = currency(content.currency)
  const counted = [...content.lines.map(({ total }) => total), ...cart.methods.map(({ total }) => total)]
  const other = counted.reduce((rest, amount) => rest - unit.read(amount, "amount"), unit.read(content.total, "total"))
  const taxes = fill(texts.taxes, { amount: money(cart.taxes, content.currency, locale) })
  const others = { value: unit.write(other), formatted: money(unit.write(other), content.currency, locale) }
  return {
    id: "total",
    title: texts.titles.total,
    articles: ["L221-14", "L221-5"],
    entries: [
      // Each amount is rounded by itself: what rounding alone explains is no amount of its own.
      ...((other < 0n ? -other : other) < BigInt(counted.length)
        ? []
        : [entry("other", texts.other, { amount: others })]),
      entry("total", texts.total, {
        amount: { value: content.total, formatted: money(content.total, content.currency, locale) },
        details: [taxes],
      }),
    ],
  }
}
