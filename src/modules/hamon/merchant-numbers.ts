import { checkVatNumber } from "../../law"

/** Number of a French trademark: seven digits, or the nine of the years before 2000 (two of the year first). */
export const INPI_NUMBER = /^(?:\d{2} ?)?\d ?\d{3} ?\d{3}$/

/**
 * Checks a VAT number: a French one by its key, one of another member state by its form alone, since their keys are not
 * kept here.
 */
export function checkVat(vatNumber: string): { valid: boolean; reason: { fr: string; en: string } } {
  const number = vatNumber.replace(/[\s.\-\u00a0\u202f]/g, "").toUpperCase()
  if (/^[A-Z]{2}/.test(number) && !number.startsWith("FR")) {
    return {
      valid: /^[A-Z]{2}[0-9A-Z+*]{2,13}$/.test(number),
      reason: {
        fr: "Un numéro de TVA intracommunautaire commence par les deux lettres du pays, suivies de deux à treize caractères.",
        en: "An intra-Community VAT number begins with the two letters of the country, followed by two to thirteen characters.",
      },
    }
  }
  return checkVatNumber(number)
}
