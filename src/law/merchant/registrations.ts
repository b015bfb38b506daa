import type { ArticleId } from "../articles"
import type { Bilingual } from "../foundations/reason"

export type RegistrationCheck = {
  readonly valid: boolean
  /** The number without spaces, in capitals. */
  readonly number: string
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

/** Sum of the Luhn algorithm (ISO/IEC 7812-1): every second digit from the right doubled, its digits added. */
function luhnSum(digits: string): number {
  let total = 0
  for (let i = 0; i < digits.length; i++) {
    const value = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? value * 2 : value
    total += doubled > 9 ? doubled - 9 : doubled
  }
  return total
}

function compact(number: string): string {
  return typeof number === "string" ? number.replace(/[\s.\-\u00a0\u202f]/g, "").toUpperCase() : ""
}

function isSiren(digits: string): boolean {
  return /^\d{9}$/.test(digits) && !/^0+$/.test(digits) && luhnSum(digits) % 10 === 0
}

function verdict(valid: boolean, number: string, articles: readonly ArticleId[], form: Bilingual): RegistrationCheck {
  return {
    valid,
    number,
    articles,
    reason: valid
      ? { fr: "Le numéro est bien formé et sa clé est juste.", en: "The number is well formed and its key is right." }
      : { fr: `Le numéro ou sa clé est faux : ${form.fr}.`, en: `The number or its key is wrong: ${form.en}.` },
  }
}

/** Checks a SIREN: nine digits whose Luhn sum is a multiple of ten. Never throws: a form shows the verdict. */
export function checkSiren(siren: string): RegistrationCheck {
  const digits = compact(siren)
  return verdict(isSiren(digits), digits, ["R123-221 C. com."], {
    fr: "un SIREN a neuf chiffres, par exemple 732 829 320",
    en: "a SIREN has nine digits, such as 732 829 320",
  })
}

/** Head office of La Poste passes Luhn; its other sites carry a plain digit sum that is a multiple of five instead. */
const LA_POSTE = "356000000"

/** Checks a SIRET: a SIREN and a site number, fourteen digits under Luhn (La Poste: digit sum a multiple of five). */
export function checkSiret(siret: string): RegistrationCheck {
  const digits = compact(siret)
  const sumsToFive = [...digits].reduce((total, digit) => total + Number(digit), 0) % 5 === 0
  const keyed = luhnSum(digits) % 10 === 0 || (digits.startsWith(LA_POSTE) && sumsToFive)
  return verdict(/^\d{14}$/.test(digits) && isSiren(digits.slice(0, 9)) && keyed, digits, ["R123-221 C. com."], {
    fr: "un SIRET a quatorze chiffres, par exemple 732 829 320 00074",
    en: "a SIRET has fourteen digits, such as 732 829 320 00074",
  })
}

/** Letters of the newer French keys: no I and no O. */
const KEY_ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"

function frenchKey(key: string, siren: string): boolean {
  if (/^\d\d$/.test(key)) return Number(key) === (12 + 3 * (Number(siren) % 97)) % 97
  const [first, second] = [...key].map((character) => KEY_ALPHABET.indexOf(character))
  const value = /^\d/.test(key) ? first * 24 + second - 10 : first * 34 + second - 100
  return (Number(siren) + 1 + Math.floor(value / 11)) % 11 === value % 11
}

/**
 * Checks a French intra-Community VAT number: FR, a key of two characters, a SIREN. Keys of two digits are
 * (12 + 3 × (SIREN mod 97)) mod 97; newer keys have a letter and a check modulo 11.
 */
export function checkVatNumber(vatNumber: string): RegistrationCheck {
  const number = compact(vatNumber)
  const [, key = "", siren = ""] = /^FR([0-9A-HJ-NP-Z]{2})(\d{9})$/.exec(number) ?? []
  // Numbers of Monaco begin with 000 in the place of a SIREN.
  return verdict((isSiren(siren) || /^000(?!0{6})/.test(siren)) && frenchKey(key, siren), number, ["286 ter CGI"], {
    fr: "un numéro de TVA français est FR, deux caractères de clé et le SIREN, par exemple FR44 732 829 320",
    en: "a French VAT number is FR, two key characters and the SIREN, such as FR44 732 829 320",
  })
}
