import { ruleOfLine } from "../modules/hamon/rules-in-force"
import { type Bilingual } from "../law"
import type { Nature, RuleValue } from "../modules/hamon/catalogue-rules"
import type { ProductFacts } from "./product-facts"

/** What must be known of a product before it may be sold to consumers. */
export type ProductDuty = {
  readonly id: "characteristics" | "functionality" | "exception_of_nature"
  readonly articles: readonly string[]
  readonly state: "met" | "missing"
  /** What is missing and what to do; of a met duty, what is there. */
  readonly sentence: Bilingual
}

/** Exceptions of L221-28 that hold for services, or for digital content without a carrier, alone. */
const SERVICES: readonly number[] = [1, 8, 12]
/** Prices that follow the market, and public auctions: of whatever is sold. */
const WHATEVER_IS_SOLD: readonly number[] = [2, 11]
const DIGITAL_CONTENT = 13

/** The rules that hold for a product: its own before its categories'. */
export function rulesOfProduct({ id, categoryIds, rules }: ProductFacts): {
  readonly information: RuleValue<"information"> | null
  readonly exception: number | null
  readonly extra: RuleValue<"extra"> | null
} {
  const place = { productId: id, categoryIds }
  return {
    information: ruleOfLine("information", rules, place),
    exception: ruleOfLine("exception", rules, place)?.number ?? null,
    extra: ruleOfLine("extra", rules, place),
  }
}

/** Of a product of which nobody said otherwise: goods. */
export function natureOf(facts: ProductFacts): Nature {
  return rulesOfProduct(facts).information?.nature ?? "goods"
}

/**
 * The duties of a product (L111-1, L221-5), each met or missing. Unknown spare parts are no missing duty: the law reads them
 * as not available for electrical equipment and furniture (L111-4), and so is it said.
 */
export function productDuties(facts: ProductFacts): ProductDuty[] {
  const { information, exception } = rulesOfProduct(facts)
  const nature = natureOf(facts)
  const described = information?.characteristics !== undefined || (facts.description ?? "").trim() !== ""
  const duties: ProductDuty[] = [duty("characteristics", ["L111-1", "L221-5", "L221-14"], described, CHARACTERISTICS)]
  if (nature === "digital_content" || nature === "goods_with_digital_elements") {
    duties.push(duty("functionality", ["L111-1", "L221-5"], information?.functionality !== undefined, FUNCTIONALITY))
  }
  if (exception !== null) {
    duties.push(duty("exception_of_nature", ["L221-28", "L221-5"], fits(exception, nature), exceptionFits(exception)))
  }
  return duties
}

/** An exception of services on goods, or of digital content on a parcel, would announce what the law does not give. */
function fits(exception: number, nature: Nature): boolean {
  if (exception === DIGITAL_CONTENT) return nature === "digital_content"
  if (SERVICES.includes(exception)) return nature === "service"
  return nature !== "digital_content" || WHATEVER_IS_SOLD.includes(exception)
}

type Sentences = { readonly met: Bilingual; readonly missing: Bilingual }

function duty(id: ProductDuty["id"], articles: readonly string[], met: boolean, sentences: Sentences): ProductDuty {
  return { id, articles, state: met ? "met" : "missing", sentence: met ? sentences.met : sentences.missing }
}

const CHARACTERISTICS: Sentences = {
  met: { fr: "Les caractéristiques essentielles sont dites.", en: "The essential characteristics are said." },
  missing: {
    fr: "Les caractéristiques essentielles manquent : écrivez une description du produit, ou ses caractéristiques ici.",
    en: "The essential characteristics are missing: write a description of the product, or its characteristics here.",
  },
}

const FUNCTIONALITY: Sentences = {
  met: {
    fr: "Les fonctionnalités, la compatibilité et l'interopérabilité sont dites.",
    en: "Functionality, compatibility and interoperability are said.",
  },
  missing: {
    fr: "Un contenu ou un bien numérique doit dire ses fonctionnalités, sa compatibilité et son interopérabilité : écrivez-les ici.",
    en: "Digital content, or a good with digital elements, must say its functionality, compatibility and interoperability: write them here.",
  },
}

function exceptionFits(number: number): Sentences {
  return {
    met: {
      fr: `L'exception L221-28, ${number}° est annoncée.`,
      en: `The exception of L221-28, ${number}° is announced.`,
    },
    missing: {
      fr: `L'exception L221-28, ${number}° ne convient pas à la nature de ce produit : corrigez l'une ou l'autre, sinon le droit de rétractation existe.`,
      en: `The exception of L221-28, ${number}° does not fit the nature of this product: correct one or the other, or the right of withdrawal exists.`,
    },
  }
}
