import { z } from "@medusajs/framework/zod"
import { LawError, savNumber } from "../../../law"
import type { MerchantDraft } from "../merchant-draft"
import { met, type Verdict, wrong } from "./duty"

type TypedAddress = NonNullable<MerchantDraft["address"]>
type TypedPair = { readonly fr?: string; readonly en?: string }

const email = z.email()
const website = z.url({ protocol: /^https?$/ })

/** Whether every part of a postal address is there. */
export function wholeAddress(address: TypedAddress): Verdict {
  const { lines = [], postalCode, city, country } = address
  if (lines.length > 0 && postalCode && city && country) return met()
  return wrong(
    "L'adresse n'est pas complète : rue, code postal, ville et pays.",
    "The address is not complete: street, postal code, town and country.",
  )
}

export function validEmail(address: string): Verdict {
  if (email.safeParse(address).success) return met()
  return wrong(
    "Cette adresse e-mail est mal formée. Exemple : bonjour@boutique.fr.",
    "This e-mail address is malformed. Example: hello@shop.example.",
  )
}

export function validWebsite(url: string): Verdict {
  if (website.safeParse(url).success) return met()
  return wrong(
    "Cette adresse de site est mal formée. Exemple : https://www.boutique.fr.",
    "This address of a site is malformed. Example: https://www.shop.example.",
  )
}

/** A number on which customers reach somebody without a surcharge (L121-16). */
export function reachable(telephone: string): Verdict {
  try {
    const { verdict, reason } = savNumber(telephone)
    return verdict === "premium" ? wrong(reason.fr, reason.en) : met(verdict === "unknown" ? reason : null)
  } catch (error) {
    if (!(error instanceof LawError)) throw error
    return wrong(
      "Ce n'est pas un numéro de téléphone. Exemple : 01 23 45 67 89 ou +33 1 23 45 67 89.",
      "This is no telephone number. Example: 01 23 45 67 89 or +33 1 23 45 67 89.",
    )
  }
}

/** Whether a text is there in both languages of the pages. */
export function inBoth(pair: TypedPair | undefined, absent: Verdict): Verdict {
  if (!pair) return absent
  if (pair.fr && pair.en) return met()
  return pair.fr
    ? wrong(
        "Le texte anglais manque : les pages existent en deux langues.",
        "The English text is missing: pages exist in both languages.",
      )
    : wrong(
        "Le texte français manque : les pages existent en deux langues.",
        "The French text is missing: pages exist in both languages.",
      )
}

/** The first verdict that is not met, or the last one. */
export function allMet(...verdicts: readonly Verdict[]): Verdict {
  return verdicts.find(({ state }) => state !== "met") ?? verdicts[verdicts.length - 1]
}
