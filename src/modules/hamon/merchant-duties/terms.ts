import { civilDateIn, statutoryText } from "../../../law"
import { atRisk, type DutyRule, type MerchantFacts, met, missing, type TermsInForce, type Verdict } from "./duty"

/** From this day on contracts concluded online have the withdrawal function, and say where it is (L221-5, 7°). */
const FUNCTION_SINCE = "2026-06-19"

/** The boxes that terms of sale contain word for word: of goods, and of what is digital. */
const GUARANTEE_BOXES = (["guaranteeBoxGoods", "guaranteeBoxDigital"] as const)
  .map((id) => statutoryText(id, "fr", FUNCTION_SINCE).paragraphs)
  .filter((paragraphs) => paragraphs !== null)

/** Terms of sale: what every order is under (C. civ. 1127-1, L111-1, L221-5). */
export const TERMS: readonly DutyRule[] = [
  {
    id: "terms",
    articles: ["C. civ. 1127-1", "L111-1", "L221-5"],
    place: "terms",
    weight: "required",
    title: { fr: "Conditions générales de vente en français", en: "Terms of sale in French" },
    check: ({ terms }) =>
      inForce(terms, "fr")
        ? met()
        : missing(
            "Publiez vos conditions générales de vente : le client doit pouvoir les garder et les relire.",
            "Publish your terms of sale: customers must be able to keep them and read them again.",
          ),
  },
  {
    id: "terms_withdrawal",
    articles: ["L221-5, 7°", "L221-21"],
    place: "terms",
    weight: "recommended",
    title: {
      fr: "Les conditions disent le droit de rétractation et sa fonctionnalité en ligne",
      en: "The terms tell of the right of withdrawal and its online function",
    },
    check: (facts) => ofFrench(facts, withdrawalIn),
  },
  {
    id: "terms_guarantees",
    articles: ["D211-2", "D211-3"],
    place: "terms",
    weight: "recommended",
    title: { fr: "Les conditions contiennent l'encadré des garanties", en: "The terms contain the box on guarantees" },
    check: (facts) =>
      ofFrench(facts, ({ body }) =>
        GUARANTEE_BOXES.some((box) => box.every((paragraph) => plain(body).includes(plain(paragraph))))
          ? met()
          : atRisk(
              "L'encadré sur les garanties légales n'y est pas, mot pour mot, comme le veut l'annexe de l'article D211-2.",
              "The box on legal guarantees is not there word for word, as the annex to article D211-2 wants.",
            ),
      ),
  },
  {
    id: "terms_mediator",
    articles: ["R616-1"],
    place: "terms",
    weight: "recommended",
    title: { fr: "Les conditions nomment le médiateur", en: "The terms name the mediator" },
    check: (facts) => ofFrench(facts, (terms) => mediatorIn(terms, facts)),
  },
  {
    id: "terms_english",
    articles: ["L111-1"],
    place: "terms",
    weight: "recommended",
    title: { fr: "Conditions générales de vente en anglais", en: "Terms of sale in English" },
    check: ({ terms }) =>
      inForce(terms, "en")
        ? met()
        : missing(
            "Les clients qui lisent la boutique en anglais voient les conditions en français.",
            "Customers who read the shop in English are shown the French terms.",
          ),
  },
]

function inForce(terms: readonly TermsInForce[], locale: "fr" | "en"): TermsInForce | undefined {
  return terms.find((one) => one.locale === locale)
}

/** A verdict on the French terms; while there are none, the duty to have them says so once. */
function ofFrench({ terms }: MerchantFacts, check: (terms: TermsInForce) => Verdict): Verdict {
  const french = inForce(terms, "fr")
  if (french) return check(french)
  return atRisk("Pas encore de conditions générales de vente en français.", "There are no terms of sale in French yet.")
}

function withdrawalIn({ body, created_at }: TermsInForce): Verdict {
  if (civilDateIn(created_at.toISOString(), "Europe/Paris") < FUNCTION_SINCE) {
    return atRisk(
      "Ces conditions datent d'avant le 19 juin 2026 : relisez-les et publiez-les à nouveau avec la fonctionnalité en ligne.",
      "These terms are older than 19 June 2026: read them again and publish them anew with the online function.",
    )
  }
  if (/rétract/i.test(body) && /fonctionnalité|\/retractation|en ligne/i.test(body)) return met()
  return atRisk(
    "Ces conditions ne disent pas le droit de rétractation, ou pas où se trouve la fonctionnalité en ligne (/retractation).",
    "These terms do not tell of the right of withdrawal, or not where its online function is (/retractation).",
  )
}

function mediatorIn({ body }: TermsInForce, { merchant: { mediator } }: MerchantFacts): Verdict {
  const words = [mediator?.name, mediator?.website?.replace(/^https?:\/\/(?:www\.)?|\/+$/g, "")]
  if (words.some((word) => word && plain(body).includes(plain(word)))) return met()
  return atRisk(
    "Ni le nom ni le site de votre médiateur n'y figurent.",
    "Neither the name nor the site of your mediator is in them.",
  )
}

/** A text to compare by its words: one apostrophe, one space, small letters. */
function plain(text: string): string {
  return text
    .replace(/[’ʼ]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .toLowerCase()
}
