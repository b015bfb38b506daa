import type { ArticleId, Bilingual } from "../law"
import type { ConformityFacts } from "./facts"

/** `at_risk`: not breached for certain, and a person should look; `not_verified`: nobody could look, or has yet. */
export const ROW_STATES = ["missing", "at_risk", "not_verified", "met"] as const
export type RowState = (typeof ROW_STATES)[number]

/** Where a duty is mended: a page of the admin, an address of the web, an option of the plugin in `medusa-config`. */
export type Place =
  | { readonly kind: "admin"; readonly path: string }
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "option"; readonly option: string }

/** One of the things that a duty looks at: a product, an order, a region. */
export type Detail = { readonly text: Bilingual; readonly place: Place | null }

/** What is found of a duty. */
export type Finding = {
  readonly state: RowState
  /** The proof of a met duty; of every other, what is wrong and how it is mended. */
  readonly sentence: Bilingual
  readonly place?: Place | null
  /** The first ten. */
  readonly details?: readonly Detail[]
  /** How many there are in all. */
  readonly count?: number
  /** When the web was last asked. */
  readonly checkedAt?: Date | null
}

/** A row of the report. `check` is pure: the same facts find the same. */
export type Row = {
  readonly id: string
  /** References as people read them: `L221-14`, `LCEN art. 19`. */
  readonly articles: readonly string[]
  readonly title: Bilingual
  /** The article whose sanction is known. */
  readonly fine?: ArticleId
  readonly check: (facts: ConformityFacts) => Finding
}

/** A subject of the report: one file of `rows/`. A later capability adds one. */
export type Subject = {
  readonly id: string
  readonly title: Bilingual
  readonly rows: (facts: ConformityFacts) => readonly Row[]
}

/** Details of a row that are shown, and counted when there are more. */
export const MOST_DETAILS = 10

export const SETTINGS = "/settings/hamon"

/** A place in the admin. */
export function admin(path: string): Place {
  return { kind: "admin", path }
}

/** An option that is given to `withHamon`. */
export function option(name: string): Place {
  return { kind: "option", option: name }
}
