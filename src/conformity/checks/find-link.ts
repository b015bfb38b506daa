import type { LawOptions } from "../../law"
import type { RowState } from "../row"
import { linkLabel, namesLegalNotices } from "./labels"
import type { Link } from "./links"
import type { Proof } from "./outcome"

type Found = { readonly state: RowState; readonly proof: Omit<Proof, "url"> }

/** Paths of the hosted pages; a storefront's own page may stand behind the same words. */
const WITHDRAWAL_PATH = /\/retractation(?:\/|$)/
const NOTICES_PATH = /\/mentions-legales(?:\/|$)/

/**
 * The link to the online withdrawal function among those of a page (L221-21, D221-5): a visible one with the statutory
 * words before any other.
 */
export function findWithdrawalLink(links: readonly Link[], law: Pick<LawOptions, "u17Labels">): Found {
  const leading = links.filter(({ href }) => WITHDRAWAL_PATH.test(new URL(href).pathname))
  const shown = leading.filter(({ hidden }) => !hidden)
  const worth = ({ words }: Link) => ["statutory", "near", "unclear"].indexOf(linkLabel(words, law))
  const best = [...shown].sort((a, b) => worth(a) - worth(b))[0]
  if (!best) {
    const [one] = leading
    if (!one) return { state: "missing", proof: { seen: "link_absent" } }
    return { state: "missing", proof: { seen: "link_hidden", label: wordsOf(one), href: one.href } }
  }
  const proof = { label: wordsOf(best), href: best.href }
  const clear = linkLabel(best.words, law) !== "unclear"
  return clear
    ? { state: "met", proof: { seen: "link_found", ...proof } }
    : { state: "at_risk", proof: { seen: "link_unclear", ...proof } }
}

/** The link to the legal notices (LCEN, art. 19): by its address or by its words. */
export function findNoticesLink(links: readonly Link[]): Found {
  const found = links.find(
    ({ href, words, hidden }) => !hidden && (NOTICES_PATH.test(new URL(href).pathname) || namesLegalNotices(words)),
  )
  if (!found) return { state: "missing", proof: { seen: "link_absent" } }
  return { state: "met", proof: { seen: "link_found", label: wordsOf(found), href: found.href } }
}

/** Long words are a card of a product in a link, not its name. */
function wordsOf({ words, spoken }: Link): string {
  return (words || spoken).slice(0, 120)
}
