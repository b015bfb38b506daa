import { fetchPage } from "../../kit/web/fetch-page"
import type { WebRules } from "../../kit/web/target"
import { WebError } from "../../kit/web/web-error"
import type { LawOptions } from "../../law"
import { BrowserMissing } from "./browser"
import { findNoticesLink, findWithdrawalLink } from "./find-link"
import { type Link, linksIn } from "./links"
import type { CheckId, Outcome, Proof } from "./outcome"
import { drawnLinks, type Window } from "./rendered"
import { notSeen } from "./transport"

const LARGEST_PAGE = 2_000_000
const PATIENCE = 10_000
const DRAWN: Readonly<Record<Window, CheckId>> = { desktop: "withdrawal_link_desktop", phone: "withdrawal_link_phone" }

type Drawing = Readonly<Record<Window, readonly Link[]>> | { readonly proof: Pick<Proof, "seen" | "why"> }

/**
 * Looks for the links that every page of the storefront owes (L221-21, D221-5; LCEN, art. 19): in the HTML as it is sent, and
 * as it is drawn in a wide window and on a phone.
 * @param chromium path of the browser; undefined: what is drawn is not verified
 */
export async function checkStorefront(
  address: string,
  { rules, chromium, law }: { rules: WebRules; chromium: string | undefined; law: Pick<LawOptions, "u17Labels"> },
): Promise<Outcome[]> {
  const sent = await sentLinks(address, rules)
  if ("proof" in sent) {
    const ids: CheckId[] = ["withdrawal_link_html", ...Object.values(DRAWN), "legal_notice_link"]
    return ids.map((id) => ({ id, state: "not_verified", proof: { ...sent.proof, url: address } }))
  }
  const isReady = (links: readonly Link[]) => findWithdrawalLink(links, law).state === "met"
  const drawn = await drawnOr(() => drawnLinks(sent.url, chromium as string, rules, isReady), chromium)
  const rows = Object.entries(DRAWN).map(([window, id]): Outcome => {
    const found =
      "proof" in drawn ? { state: "not_verified" as const, ...drawn } : findWithdrawalLink(drawn[window as Window], law)
    return { id, state: found.state, proof: { ...found.proof, url: address } }
  })
  const all = "proof" in drawn ? sent.links : [...sent.links, ...drawn.desktop]
  const inHtml = unlessDrawn(findWithdrawalLink(sent.links, law), rows)
  const notices = findNoticesLink(all)
  return [
    { id: "withdrawal_link_html", state: inHtml.state, proof: { ...inHtml.proof, url: address } },
    ...rows,
    { id: "legal_notice_link", state: notices.state, proof: { ...notices.proof, url: address } },
  ]
}

async function sentLinks(
  address: string,
  rules: WebRules,
): Promise<{ url: string; links: readonly Link[] } | { proof: Pick<Proof, "seen" | "why"> }> {
  try {
    const page = await fetchPage(address, { ...rules, most: LARGEST_PAGE, patience: PATIENCE, types: /^text\/html\b/i })
    if (page.status >= 400) return { proof: { seen: "unreachable", why: `it answers ${page.status}` } }
    return { url: page.url, links: linksIn(page.body.toString("utf8"), page.url) }
  } catch (error) {
    return { proof: notSeen(error) }
  }
}

async function drawnOr(draw: () => Promise<Drawing>, chromium: string | undefined): Promise<Drawing> {
  if (!chromium) return { proof: { seen: "no_browser", why: "CHROMIUM_PATH is not set" } }
  try {
    return await draw()
  } catch (error) {
    if (error instanceof BrowserMissing) return { proof: { seen: "no_browser", why: error.message } }
    if (error instanceof WebError) return { proof: notSeen(error) }
    // Playwright's own failures are a page that cannot be drawn, in several lines.
    const [line] = String((error as Error).message).split("\n")
    return { proof: { seen: "unreachable", why: line.slice(0, 300) } }
  }
}

/** A link that scripts draw, and that everybody sees, is there although the HTML does not hold it. */
function unlessDrawn(found: ReturnType<typeof findWithdrawalLink>, rows: readonly Outcome[]) {
  if (found.state === "met" || !rows.every(({ state }) => state === "met")) return found
  const { label, href } = rows[0].proof
  return { state: "met" as const, proof: { seen: "link_drawn" as const, label, href } }
}
