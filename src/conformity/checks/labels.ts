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
  const own = Object.values(u17Labels).flatMap((labels) => (labels ? [labels.withdraw] : []))
  const statutory = [...Object.values(FUNCTION_LABELS).map(({ withdraw }) => withdraw), ...own]
  if (statutory.some((label) => said.includes(plain(label)))) return "statutory"
  return NEAR.test(words) ? "near" : "unclear"
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
