import { fill } from "../kit/fill"
import { WITHDRAWAL_EXCEPTIONS } from "../law"
import { exceptionMentions } from "../checkout/texts/exceptions"
import { countryName, money } from "../letters/format"
import type { MerchantContent } from "../modules/hamon/merchant"
import type { HamonOptions } from "../modules/hamon/options"
import type { LetterLocale } from "../modules/hamon/types"
import { withdrawalUrl } from "../payments/withdrawal-url"
import { natureOf, productDuties, rulesOfProduct } from "./product-duties"
import type { ProductFacts } from "./product-facts"
import { returnCostOf } from "./return-cost"
import { informationTexts } from "./texts"

export type ProductQuestion = {
  readonly product: ProductFacts
  readonly locale: LetterLocale
  readonly merchant: MerchantContent | null
  /** Whether the customer who asks has the right of withdrawal of this law. */
  readonly right: { readonly exists: boolean; readonly why: "professional" | "other_law" | null }
  readonly options: Pick<HamonOptions, "publicUrl">
}

/** What is said of a product before the order (L111-1, L221-5, L111-4), in one language. */
export function productInformation(question: ProductQuestion) {
  const { product, locale } = question
  const { information } = rulesOfProduct(product)
  const duties = productDuties(product)
  const own = information?.characteristics?.[locale]
  return {
    product_id: product.id,
    title: product.title,
    locale,
    nature: natureOf(product),
    essential_characteristics: {
      text: own ?? product.description,
      details: detailsOf(product, locale),
      articles: ["L111-1", "L221-5"],
    },
    functionality: information?.functionality
      ? { text: information.functionality[locale], articles: ["L111-1", "L221-5"] }
      : null,
    withdrawal: withdrawalOf(question),
    digital_waiver: waiverOf(product, locale),
    legal_guarantee: guaranteeOf(product, locale),
    commercial_guarantee: commercialOf(product, locale),
    spare_parts: sparePartsOf(product, locale),
    /** Whether everything is said without which it may not be sold to consumers. */
    complete: duties.every(({ state }) => state === "met"),
    missing: duties
      .filter(({ state }) => state === "missing")
      .map(({ id, articles, sentence }) => ({ id, articles, sentence: sentence[locale] })),
  }
}

function detailsOf(product: ProductFacts, locale: LetterLocale) {
  const { details } = informationTexts(locale)
  const { material, originCountry, weight, length, width, height } = product
  const known = length && width && height ? [length, width, height].join(" × ") : null
  return [
    material && { name: details.material, value: material },
    originCountry && { name: details.origin, value: nameOf(originCountry, locale) },
    weight && { name: details.weight, value: fill(details.grams, { value: weight }) },
    known && { name: details.dimensions, value: fill(details.millimetres, { value: known }) },
  ].filter((one) => Boolean(one)) as { name: string; value: string }[]
}

/** Core takes any text as a country of origin. */
function nameOf(country: string, locale: LetterLocale): string {
  return /^[a-z]{2}$/i.test(country) ? countryName(country, locale) : country
}

function withdrawalOf({ product, locale, merchant, right, options }: ProductQuestion) {
  const texts = informationTexts(locale)
  const { exception } = rulesOfProduct(product)
  const nature = natureOf(product)
  const sentBack = nature !== "digital_content" && nature !== "service"
  const cost = returnCostOf(merchant)
  const key = cost.at_most === null ? cost.paid_by : "atMost"
  const amount = cost.at_most === null ? "" : money(cost.at_most, "eur", locale)
  return {
    exists: right.exists,
    why: right.why,
    text: texts.right[right.why ?? "exists"],
    exception: right.exists && exception !== null ? exceptionOf(exception, locale) : null,
    online_function: right.exists ? withdrawalUrl(options, locale) : null,
    return_cost: right.exists
      ? {
          ...(sentBack ? cost : { paid_by: null, at_most: null }),
          text: sentBack ? fill(texts.returnCost[key], { amount }) : texts.right.noGoods,
        }
      : null,
    articles: ["L221-5", "L221-18", "L221-28"],
  }
}

/** The exception with what is told of it, and the words of the law, which are French. */
function exceptionOf(number: number, locale: LetterLocale) {
  const { words, effect } = WITHDRAWAL_EXCEPTIONS[number - 1]
  return { number, mention: exceptionMentions(locale)[number], words, effect, articles: ["L221-5", "L221-28"] }
}

/**
 * The two consents by which the right is lost (L221-28, 13°), to be given one by one, neither ticked beforehand. Only where
 * the exception was announced: without it the right stays, whatever is ticked.
 */
function waiverOf(product: ProductFacts, locale: LetterLocale) {
  if (natureOf(product) !== "digital_content" || rulesOfProduct(product).exception !== 13) return null
  const { begin, lost, confirmation } = informationTexts(locale).waiver
  return {
    consents: [
      { id: "begin", text: begin, checked: false },
      { id: "lost", text: lost, checked: false },
    ],
    confirmation,
    articles: ["L221-28", "L221-13", "L221-26"],
  }
}

/** Months of the presumption: L217-7 for goods, one year of digital content (box of D211-3). None for services. */
function guaranteeOf(product: ProductFacts, locale: LetterLocale) {
  const nature = natureOf(product)
  if (nature === "service") return null
  const { goods, digital } = informationTexts(locale).guarantee
  const isDigital = nature === "digital_content"
  const presumption = isDigital || nature === "second_hand_goods" ? 12 : 24
  return {
    months: 24,
    presumption_months: presumption,
    text: fill(isDigital ? digital : goods, { presumption }),
    box: isDigital ? "guaranteeBoxDigital" : "guaranteeBoxGoods",
    articles: isDigital ? ["L111-1", "D211-3"] : ["L111-1", "L217-3", "L217-7", "D211-2"],
  }
}

function commercialOf(product: ProductFacts, locale: LetterLocale) {
  const given = rulesOfProduct(product).information?.commercialGuarantee
  if (!given) return null
  const { months, guarantor, terms } = given
  const text = fill(informationTexts(locale).guarantee.commercial, { months, guarantor })
  return { months, guarantor, text, terms: terms[locale], articles: ["L111-1", "L217-21"] }
}

/** Parts of which nothing is known count as not available where the law deems them so (L111-4). Neither a service nor digital content has parts. */
function sparePartsOf(product: ProductFacts, locale: LetterLocale) {
  const nature = natureOf(product)
  if (nature === "service" || nature === "digital_content") return null
  const years = rulesOfProduct(product).information?.spareParts?.years ?? 0
  const { oneYear, available, unavailable } = informationTexts(locale).spareParts
  return {
    available: years > 0,
    years,
    text: years > 0 ? fill(years === 1 ? oneYear : available, { years }) : unavailable,
    articles: ["L111-4"],
  }
}
