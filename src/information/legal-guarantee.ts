import { type Locale, statutoryText, type StatutoryTextId } from "../law"

/** A statutory text in the language asked for; where the law gives it in French only, in French, and it says so. */
export type BoxedText = {
  readonly id: StatutoryTextId
  /** Language of the paragraphs. */
  readonly locale: Locale
  /** Whether it is the language that was asked for. */
  readonly translated: boolean
  readonly paragraphs: readonly string[]
  /** First day of this version. */
  readonly from: string
  readonly articles: readonly string[]
}

/** The box on the legal guarantees, word for word (annexes to D211-2 and D211-3). */
export function guaranteeBox(
  id: "guaranteeBoxGoods" | "guaranteeBoxDigital",
  locale: Locale,
  on: string,
): BoxedText | null {
  for (const language of [locale, "fr"] as const) {
    const text = statutoryText(id, language, on)
    if (text.paragraphs === null || !("from" in text)) continue
    const { paragraphs, from, articles } = text
    return { id, locale: language, translated: language === locale, paragraphs, from, articles }
  }
  return null
}
