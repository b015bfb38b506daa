import { sha256 } from "../../../kit/secrets"
import { commitmentOf, type EvidenceText, FORMAT, GENESIS, type Opening } from "./format"

export type StoredLink = {
  readonly sequence: number
  readonly text: string
  readonly previous_hash: string
  readonly hash: string
}

/** Where a chain is broken, and how. */
export type Break = { readonly sequence: number; readonly why: string }

/**
 * Reads links in their order and says where the first break is, or null. Start anywhere: with what precedes the first link,
 * `GENESIS` by default.
 */
export function firstBreak(links: Iterable<StoredLink>, previous = GENESIS, sequence = 1): Break | null {
  for (const link of links) {
    const why = wrong(link, previous, sequence)
    if (why) return { sequence, why }
    previous = link.hash
    sequence++
  }
  return null
}

function wrong(link: StoredLink, previous: string, sequence: number): string | null {
  if (link.sequence !== sequence) return `link ${sequence} is missing; link ${link.sequence} stands in its place`
  if (sha256(link.text) !== link.hash) return "the text does not have the hash that was stored"
  const text = JSON.parse(link.text) as EvidenceText
  if (text.format !== FORMAT) return `the format is ${String(text.format)}, not ${FORMAT}`
  if (text.sequence !== sequence) return `the text says that it is link ${text.sequence}`
  if (text.previous !== previous || link.previous_hash !== previous) return "the link does not follow the one before it"
  return null
}

/** Whether an opening is what the link committed to. */
export function opens(link: Pick<StoredLink, "text">, opening: Opening): boolean {
  const { commitments } = JSON.parse(link.text) as EvidenceText
  return Object.hasOwn(commitments, opening.name) && commitments[opening.name] === commitmentOf(opening)
}
