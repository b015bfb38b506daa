import type { ArticleId } from "./articles"
import { LawError } from "./foundations/law-error"
import type { Bilingual } from "./foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "./options"

/** Highest administrative fine in euros; null: the amount is not in the texts read (U14). */
export type Fine = {
  readonly naturalPerson: number | null
  readonly legalPerson: number | null
  /** Article of the sanction; null where none was read. */
  readonly sanction: string | null
  readonly words: Bilingual
}

const FIXED: Readonly<Record<string, readonly [number, number, string]>> = {
  "L216-1": [3_000, 15_000, "L241-8"],
  "L216-6": [3_000, 15_000, "L241-8"],
  "L221-5": [15_000, 75_000, "L242-10"],
  "L221-13": [15_000, 75_000, "L242-11"],
  "L221-14": [15_000, 75_000, "L242-10"],
}

/** Duties of the right of withdrawal, sanctioned by L242-13 (U13). */
const WITHDRAWAL_DUTIES: readonly ArticleId[] = [
  "L221-18",
  "L221-21",
  "L221-23",
  "L221-24",
  "L221-25",
  "L221-26",
  "L221-27",
]
/** Duties whose fine no text read gives (U14). */
const UNKNOWN: readonly ArticleId[] = ["L121-16", "D211-2"]

/**
 * The fine that a trader risks for breaching an article: shown to staff beside what is missing.
 * @throws LawError when no sanction is kept for the article
 */
export function fineFor(article: ArticleId, options: LawOptions = DEFAULT_OPTIONS): Fine {
  if (WITHDRAWAL_DUTIES.includes(article)) {
    return fine(options.u13Fine.naturalPerson, options.u13Fine.legalPerson, "L242-13")
  }
  const fixed = FIXED[article]
  if (fixed) return fine(...fixed)
  if (UNKNOWN.includes(article)) return fine(options.u14UnknownFine, options.u14UnknownFine, null)
  const known = [...WITHDRAWAL_DUTIES, ...Object.keys(FIXED), ...UNKNOWN].join(", ")
  throw new LawError("article", `an article with a known sanction: ${known}`, article)
}

function fine(naturalPerson: number | null, legalPerson: number | null, sanction: string | null): Fine {
  if (naturalPerson === null || legalPerson === null) {
    return { naturalPerson, legalPerson, sanction, words: { fr: "Amende.", en: "Fine." } }
  }
  const by = sanction === null ? "" : ` (${sanction})`
  return {
    naturalPerson,
    legalPerson,
    sanction,
    words: {
      fr: `Amende jusqu'à ${grouped(naturalPerson, " ")} euros pour une personne physique, ${grouped(legalPerson, " ")} euros pour une personne morale${by}.`,
      en: `Fine of up to ${grouped(naturalPerson, ",")} euros for a natural person, ${grouped(legalPerson, ",")} euros for a legal person${by}.`,
    },
  }
}

function grouped(euros: number, separator: string): string {
  return String(euros).replace(/\B(?=(?:\d{3})+$)/g, separator)
}
