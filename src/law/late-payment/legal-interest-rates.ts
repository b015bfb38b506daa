import { frozen } from "../foundations/frozen"
import { LawError } from "../foundations/law-error"
import { readDecimal } from "../foundations/money"

/** Legal interest of one semester. Rates are per cent a year, as decimal strings. */
export type LegalInterestRate = {
  /** `2026-S2`: July to December 2026. */
  readonly semester: string
  /** Creditor who is a natural person not acting for professional needs. */
  readonly consumer: string
  /** Every other creditor. */
  readonly others: string
  readonly source: string
  /** Whether the figure was read in the arrêté itself (U3). */
  readonly verified: boolean
}

/**
 * The rates published so far (Code monétaire et financier, L313-2 and D313-1-A: one arrêté a semester).
 * A new semester is one more line, here or in the merchant's option `u3LegalInterestRates`. Never extrapolated.
 */
export const LEGAL_INTEREST_RATES: readonly LegalInterestRate[] = frozen([
  { semester: "2024-S2", consumer: "8.16", others: "4.92", source: "legifiscal.fr", verified: false },
  { semester: "2025-S1", consumer: "7.21", others: "3.71", source: "arrêté du 17 décembre 2024", verified: false },
  { semester: "2025-S2", consumer: "6.65", others: "2.76", source: "arrêté du 19 juin 2025", verified: false },
  {
    semester: "2026-S1",
    consumer: "6.67",
    others: "2.62",
    source: "arrêté du 15 décembre 2025, JORF du 26 décembre 2025",
    verified: true,
  },
  {
    semester: "2026-S2",
    consumer: "6.84",
    others: "2.75",
    source: "arrêté du 26 juin 2026, JORF du 30 juin 2026 (consumer figure second-hand)",
    verified: false,
  },
])

/** @throws LawError naming the part of the line that is not accepted */
export function checkRate(rate: LegalInterestRate, field: string): void {
  if (typeof rate?.semester !== "string" || !/^(?:19|20|21)\d\d-S[12]$/.test(rate.semester)) {
    throw new LawError(`${field}.semester`, "a semester such as 2027-S1", rate?.semester)
  }
  readDecimal(rate.consumer, `${field}.consumer`)
  readDecimal(rate.others, `${field}.others`)
  if (typeof rate.source !== "string" || rate.source.trim() === "") {
    throw new LawError(`${field}.source`, "the arrêté that sets the rate", rate.source)
  }
  if (typeof rate.verified !== "boolean") throw new LawError(`${field}.verified`, "true or false", rate.verified)
}
