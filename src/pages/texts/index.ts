import { canonicalJson } from "../../kit/canonical-json"
import { sha256 } from "../../kit/secrets"
import type { LetterLocale } from "../../modules/hamon/types"
import { en } from "./en"
import { fr, type PageTexts } from "./fr"

/** Nobody speaks more languages than this holds; a longer header only costs time. */
const LONGEST_HEADER = 300

const TEXTS: Record<LetterLocale, PageTexts> = { fr, en }

export function pageTexts(locale: LetterLocale): PageTexts {
  return TEXTS[locale]
}

/** Digits of a hash that name a version: nobody writes two texts that share them. */
const VERSION_DIGITS = 16

/** Names the words of the declaration's steps, for the evidence: a word that changes makes another version. */
export function declarationTextsVersion(locale: LetterLocale): string {
  const { form, errors, review, summary } = TEXTS[locale]
  return sha256(canonicalJson({ form, errors, review, summary })).slice(0, VERSION_DIGITS)
}

/** The language a customer chose, or prefers (`Accept-Language`), or the shop's. */
export function pageLocale(chosen: unknown, accepted: string | undefined, fallback: LetterLocale): LetterLocale {
  if (chosen === "fr" || chosen === "en") return chosen
  const wanted = (accepted ?? "")
    .slice(0, LONGEST_HEADER)
    .split(",")
    .map((entry) => {
      const [tag, quality = "q=1"] = entry
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      return { language: tag.split("-")[0], weight: Number(quality.replace("q=", "")) || 0 }
    })
    .filter(({ language, weight }) => weight > 0 && (language === "fr" || language === "en"))
    .sort((a, b) => b.weight - a.weight)
  return (wanted[0]?.language as LetterLocale | undefined) ?? fallback
}
