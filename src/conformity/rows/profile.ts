import { type Bilingual, LawError, savNumber } from "../../law"
import type { MerchantContent } from "../../modules/hamon/merchant"
import type { ConformityFacts } from "../facts"
import { admin, type Finding, type Row, SETTINGS, type Subject } from "../row"

const IDENTITY = admin(SETTINGS)

/** Who sells, and whom customers reach (LCEN, art. 19; L111-1; L221-5). */
export const profile: Subject = {
  id: "profile",
  title: { fr: "Qui vend", en: "Who sells" },
  rows: () => [published, mediator, returnAddress, premiumNumbers],
}

const published: Row = {
  id: "profile_published",
  articles: ["LCEN 19", "L111-1", "L221-5"],
  title: { fr: "Identité du vendeur publiée", en: "Identity of the seller published" },
  fine: "L221-5",
  check: ({ shop: { merchant } }) =>
    merchant
      ? met({
          fr: `La version ${merchant.version} du profil est publiée : ${merchant.content.name}.`,
          en: `Version ${merchant.version} of the profile is published: ${merchant.content.name}.`,
        })
      : missing({
          fr: "Le profil du vendeur n'est pas publié : remplissez-le, puis publiez-le.",
          en: "The profile of the seller is not published: fill it in, then publish it.",
        }),
}

const mediator: Row = {
  id: "mediator",
  articles: ["L616-1", "R616-1"],
  title: { fr: "Médiateur de la consommation", en: "Consumer mediator" },
  check: withProfile(({ mediator: named }) =>
    named
      ? met({ fr: `${named.name}, ${named.website}`, en: `${named.name}, ${named.website}` })
      : missing({
          fr: "Aucun médiateur n'est nommé : adhérez à un médiateur de la consommation et donnez son nom, son adresse et son site.",
          en: "No mediator is named: join a consumer mediator, and give its name, address and website.",
        }),
  ),
}

const returnAddress: Row = {
  id: "return_address",
  articles: ["L221-23", "L221-5"],
  title: { fr: "Adresse de retour", en: "Return address" },
  check: withProfile(({ returnAddress: back, address }) => {
    const { lines, postalCode, city } = back ?? address
    const words = [...lines, `${postalCode} ${city}`].join(", ")
    return back
      ? met({ fr: `Les retours vont à cette adresse : ${words}.`, en: `Returns go to this address: ${words}.` })
      : met({
          fr: `Les retours vont à l'adresse du vendeur : ${words}. Donnez-en une autre si les colis arrivent ailleurs.`,
          en: `Returns go to the seller's address: ${words}. Give another where parcels arrive elsewhere.`,
        })
  }),
}

const premiumNumbers: Row = {
  id: "premium_number",
  articles: ["L121-16"],
  title: { fr: "Téléphone non surtaxé", en: "Telephone without surcharge" },
  fine: "L121-16",
  check: withProfile(({ sav, security, telephone }) => {
    const numbers = [...new Set([sav.telephone, security?.telephone, telephone].filter((one) => one !== undefined))]
    const premium = numbers.filter((number) => verdictOf(number) === "premium")
    if (premium.length > 0) {
      return missing({
        fr: `Numéro surtaxé : ${premium.join(", ")}. Donnez un numéro géographique, mobile ou 0800 à 0809.`,
        en: `Premium number: ${premium.join(", ")}. Give a geographic, mobile or 0800 to 0809 number.`,
      })
    }
    const unknown = numbers.filter((number) => verdictOf(number) !== "accepted")
    if (unknown.length > 0) {
      return {
        state: "at_risk",
        sentence: {
          fr: `Vérifiez que ce numéro n'est pas surtaxé : ${unknown.join(", ")}.`,
          en: `Check that this number carries no surcharge: ${unknown.join(", ")}.`,
        },
        place: IDENTITY,
      }
    }
    return met({ fr: `Sans surtaxe : ${numbers.join(", ")}.`, en: `Without surcharge: ${numbers.join(", ")}.` })
  }),
}

/** Profiles of before a rule may hold what is no number at all. */
function verdictOf(number: string): string {
  try {
    return savNumber(number).verdict
  } catch (error) {
    if (error instanceof LawError) return "unreadable"
    throw error
  }
}

/** A row of the published profile; without one, that is what is missing. */
export function withProfile(check: (content: MerchantContent, facts: ConformityFacts) => Finding): Row["check"] {
  return (facts) =>
    facts.shop.merchant
      ? check(facts.shop.merchant.content, facts)
      : missing({
          fr: "Le profil du vendeur n'est pas publié : publiez-le d'abord.",
          en: "The profile of the seller is not published: publish it first.",
        })
}

function met(sentence: Bilingual): Finding {
  return { state: "met", sentence, place: IDENTITY }
}

function missing(sentence: Bilingual): Finding {
  return { state: "missing", sentence, place: IDENTITY }
}
