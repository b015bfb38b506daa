import type { ArticleId } from "../articles"
import type { CivilDate } from "../foundations/civil-date"
import type { Bilingual, Locale } from "../foundations/reason"

/** Texts whose words the law gives. */
export type StatutoryTextId =
  | "modelForm"
  | "modelNotice"
  | "guaranteeBoxGoods"
  | "guaranteeBoxPets"
  | "guaranteeBoxDigital"
  | "guaranteeBoxDigitalTerm"
  | "harmonisedNotice"

/** One version of a text in one language. Never edited in place: a change of law is a new version with its own date. */
export type StatutoryText = {
  readonly id: StatutoryTextId
  readonly locale: Locale
  /** First day on which this version applies. */
  readonly from: CivilDate
  readonly articles: readonly ArticleId[]
  readonly source: string
  /** Whether it was read in the official text; false: known from concordant sources only (U5). */
  readonly verbatim: boolean
  readonly paragraphs: readonly string[]
}

/** A text that the law requires and whose words are not kept here: it says so, and is never invented. */
export type MissingText = {
  readonly id: StatutoryTextId
  readonly locale: Locale
  readonly articles: readonly ArticleId[]
  readonly paragraphs: null
  /** What to do about it. */
  readonly where: Bilingual
}
