import { checkSiren } from "../../../law"
import type { MerchantDraft } from "../merchant-draft"
import { checkVat } from "../merchant-numbers"
import { type DutyRule, met, missing, type Verdict, wrong } from "./duty"
import { isFrench } from "./identity"

/** Legal forms that have a share capital, which is said beside the name (L223-1 and L224-1 C. com.). */
const WITH_CAPITAL =
  /\b(?:sarl|eurl|sasu?|sa|sca|selarl|selasu?|scop|se)\b|responsabilit[ée] limit[ée]e|par actions|anonyme|coop[ée]rative/i

/** Not entered in the register of commerce: associations are declared elsewhere. */
function isRegistered(merchant: MerchantDraft): boolean {
  return isFrench(merchant) && !/association|fondation/i.test(merchant.legalForm ?? "")
}

function digits(text: string): string {
  return text.replace(/\D/g, "")
}

/** Numbers under which the merchant is found: LCEN art. 19, 3° and 4°. Keys are checked. */
export const REGISTRATIONS: readonly DutyRule[] = [
  {
    id: "siren",
    articles: ["LCEN art. 19, 3°", "R123-237 C. com.", "R123-221 C. com."],
    place: "siren",
    weight: "required",
    title: { fr: "Numéro SIREN", en: "SIREN number" },
    check: ({ merchant }) => siren(merchant),
  },
  {
    id: "register",
    articles: ["LCEN art. 19, 3°", "R123-237 C. com."],
    place: "register",
    weight: "required",
    title: { fr: "Immatriculation au RCS ou au RNE", en: "Entry in the RCS or the RNE" },
    check: ({ merchant }) => register(merchant),
  },
  {
    id: "capital",
    articles: ["LCEN art. 19, 3°", "L223-1 C. com.", "L224-1 C. com."],
    place: "capital",
    weight: "required",
    title: { fr: "Capital social", en: "Share capital" },
    check: ({ merchant }) =>
      merchant.capital || !WITH_CAPITAL.test(merchant.legalForm ?? "")
        ? met()
        : missing(
            "Votre forme juridique a un capital : écrivez son montant, par exemple 10 000 €.",
            "Your legal form has a share capital: write its amount, such as €10,000.",
          ),
  },
  {
    id: "vat",
    articles: ["LCEN art. 19, 4°", "286 ter CGI", "293 B CGI"],
    place: "vatNumber",
    weight: "required",
    title: { fr: "Numéro de TVA intracommunautaire", en: "Intra-Community VAT number" },
    check: ({ merchant }) => vat(merchant),
  },
]

function siren(merchant: MerchantDraft): Verdict {
  if (!merchant.siren) {
    if (!isFrench(merchant)) return met()
    return missing("Écrivez les neuf chiffres du SIREN.", "Write the nine digits of the SIREN.")
  }
  const { valid, reason } = checkSiren(merchant.siren)
  return valid ? met() : wrong(reason.fr, reason.en)
}

/** « RCS suivi du nom de la ville où se trouve le greffe »; the RNE has no city. */
function register(merchant: MerchantDraft): Verdict {
  const { register: entry, siren: number } = merchant
  if (!entry) {
    if (!isRegistered(merchant)) return met()
    return missing(
      "Écrivez l'immatriculation avec la ville du greffe, par exemple RCS Lyon 812 345 678, ou RNE 812 345 678.",
      "Write the entry with the city of the registry, such as RCS Lyon 812 345 678, or RNE 812 345 678.",
    )
  }
  if (!isRegistered(merchant)) return met()
  if (!/\b(?:RCS|R\.C\.S\.|RNE|RM)(?![a-z])/i.test(entry)) {
    return wrong(
      "Dites le registre : RCS et la ville du greffe, ou RNE.",
      "Say which register: RCS and the city of the registry, or RNE.",
    )
  }
  if (/\bR\.?C\.?S\b/i.test(entry) && !/[\p{L}]{2,}/u.test(entry.replace(/\bR\.?C\.?S\b\.?/gi, ""))) {
    return wrong(
      "RCS est suivi du nom de la ville du greffe, par exemple RCS Lyon 812 345 678.",
      "RCS is followed by the city of the registry, such as RCS Lyon 812 345 678.",
    )
  }
  if (number && digits(entry) !== digits(number)) {
    return wrong(
      "Le numéro de l'immatriculation n'est pas celui du SIREN.",
      "The number of the entry is not that of the SIREN.",
    )
  }
  return met()
}

function vat({ vatNumber, vatExempt, siren: number }: MerchantDraft): Verdict {
  if (!vatNumber) {
    if (vatExempt) return met()
    return missing(
      "Écrivez le numéro de TVA, ou dites que vous êtes en franchise en base (art. 293 B du CGI).",
      "Write the VAT number, or say that you are exempt as a small business (art. 293 B CGI).",
    )
  }
  const { valid, reason } = checkVat(vatNumber)
  if (!valid) return wrong(reason.fr, reason.en)
  if (number && /^fr/i.test(vatNumber) && digits(vatNumber).slice(-9) !== digits(number)) {
    return wrong("Ce numéro de TVA n'est pas celui de votre SIREN.", "This VAT number is not that of your SIREN.")
  }
  return met()
}
