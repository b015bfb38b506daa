import type { LetterLocale } from "../../modules/hamon/types"
import { en } from "./en"
import { fr } from "./fr"

type Widened<T> = { readonly [K in keyof T]: T[K] extends string ? string : Widened<T[K]> }
export type ReportTexts = Widened<typeof fr>

const TEXTS: Readonly<Record<LetterLocale, ReportTexts>> = { fr, en }

export function reportTexts(locale: LetterLocale): ReportTexts {
  return TEXTS[locale]
}
