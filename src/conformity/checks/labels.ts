import { FUNCTION_LABELS, type LawOptions } from "../../law"

/** Words that name the act without being the statutory ones: a person may find them clear enough (D221-5, « ou une formule analogue »). */
const NEAR =
  /r[ée]tract|renoncer (?:à|a|au) |withdraw|widerruf|desist|reced|recesso|herroep|retrat|odstąp|odstoup|odstúp|fortryd|ångra|peruuta|eláll/i

/** What the words of a link to the withdrawal function are worth. */
export function linkLabel(
  words: string,
  { u17Labels }: Pick<LawOptions, "u17Labels">,
): "statutory" | "near" | "unclear" {
  const said = plain(words)
  const says = (labels: readonly { readonly withdraw: string }[]) =>
    labels.some(({ withdraw }) => said.includes(plain(withdraw)))
  if (says(Object.values(FUNCTION_LABELS))) return "statutory"
  // What the merchant's own words are worth is said once, in a row of their own.
  return NEAR.test(words) || says(Object.values(u17Labels)) ? "near" : "unclear"
}

export type OwnLabel = {
  readonly language: string
  readonly control: "withdraw" | "confirm"
  readonly words: string
  readonly statutory: string
  /** False where they do not even name the withdrawal, in a language of the hosted pages. */
  readonly clear: boolean
}

/** The merchant's own words on the two controls of the online function, where they are not the statutory ones (D221-5, U17). */
export function ownLabels({ u17Labels }: Pick<LawOptions, "u17Labels">): OwnLabel[] {
  return Object.entries(u17Labels).flatMap(([language, labels]) =>
    (["withdraw", "confirm"] as const).flatMap((control) => {
      const words = labels[control]
      const statutory = FUNCTION_LABELS[language as keyof typeof FUNCTION_LABELS][control]
      if (plain(words) === plain(statutory)) return []
      const clear = NEAR.test(words) || !["fr", "en"].includes(language)
      return [{ language, control, words, statutory, clear }]
    }),
  )
}

/** Whether words name the legal notices. */
export function namesLegalNotices(words: string): boolean {
  return /mentions?\s+l[ée]gales|legal\s+(?:notice|information|mentions)|impressum/i.test(words.replace(/\s+/g, " "))
}

function plain(words: string): string {
  return words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[\s\u00a0]+/g, " ")
    .trim()
    .toLowerCase()
}
