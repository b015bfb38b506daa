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

type Sanction = { readonly article: string | null; readonly fine: LawOptions["u14UnknownFine"] }

const SMALL = { naturalPerson: 3_000, legalPerson: 15_000 }
const LARGE = { naturalPerson: 15_000, legalPerson: 75_000 }

const FIXED: Readonly<Partial<Record<ArticleId, Sanction>>> = {
  "L111-1": { article: "L131-1", fine: SMALL },
  "L121-17": { article: "L132-22", fine: SMALL },
  "L216-1": { article: "L241-8", fine: SMALL },
  "L216-6": { article: "L241-8", fine: SMALL },
  "L221-5": { article: "L242-10", fine: LARGE },
  "L221-13": { article: "L242-11", fine: LARGE },
  "L221-14": { article: "L242-10", fine: LARGE },
}

/** Duties of the right of withdrawal and of its online function, sanctioned by L242-13 (U13). */
const WITHDRAWAL_DUTIES: readonly ArticleId[] = [
  "L221-18",
  "L221-21",
  "D221-5",
  "L221-23",
  "L221-24",
  "L221-25",
  "L221-26",
  "L221-27",
]
/** Duties whose fine no text read gives (U14). */
const UNKNOWN: readonly ArticleId[] = ["L121-16", "D211-2", "D211-3", "D211-4"]

/**
 * The fine that a trader risks for breaching an article: shown to staff beside what is missing.
 * @throws LawError when no sanction is kept for the article
 */
export function fineFor(article: ArticleId, options: LawOptions = DEFAULT_OPTIONS): Fine {
  const sanction = sanctionOf(article, options)
  if (!sanction) {
    const known = [...WITHDRAWAL_DUTIES, ...Object.keys(FIXED), ...UNKNOWN].join(", ")
    throw new LawError("article", `an article with a known sanction: ${known}`, article)
  }
  const { fine } = sanction
  const by = sanction.article === null ? "" : ` (${sanction.article})`
  return {
    naturalPerson: fine?.naturalPerson ?? null,
    legalPerson: fine?.legalPerson ?? null,
    sanction: sanction.article,
    words:
      fine === null
        ? { fr: "Amende.", en: "Fine." }
        : {
            fr: `Amende jusqu'à ${grouped(fine.naturalPerson, " ")} euros pour une personne physique, ${grouped(fine.legalPerson, " ")} euros pour une personne morale${by}.`,
            en: `Fine of up to ${grouped(fine.naturalPerson, ",")} euros for a natural person, ${grouped(fine.legalPerson, ",")} euros for a legal person${by}.`,
          },
  }
}

function sanctionOf(article: ArticleId, options: LawOptions): Sanction | undefined {
  if (WITHDRAWAL_DUTIES.includes(article)) return { article: "L242-13", fine: options.u13Fine }
  if (UNKNOWN.includes(article)) return { article: null, fine: options.u14UnknownFine }
  return Object.hasOwn(FIXED, article) ? FIXED[article] : undefined
}

function grouped(euros: number, separator: string): string {
  return String(euros).replace(/\B(?=(?:\d{3})+$)/g, separator)
}
