import type { Seen } from "../checks/outcome"
import type { ConformityFacts } from "../facts"
import { conformityReport, type ReportRow } from "../report"
import type { Place, RowState } from "../row"
import { API_URL, MERCHANT } from "./good-shop"

/** What breaks a shop in which every duty is met. */
export type Change = (facts: ConformityFacts) => Partial<ConformityFacts>

/** Title, row, what breaks it; then what the report says of it, the place it sends staff to, and words of its sentence. */
export type Case = readonly [title: string, row: string, change: Change, state: RowState, place: string, words: string]

export const SETTINGS = "/settings/hamon"

export function rowOf(facts: ConformityFacts, id: string): ReportRow {
  const rows = conformityReport(facts).subjects.flatMap((subject) => subject.rows)
  return rows.find((row) => row.id === id) as ReportRow
}

export function placeOf(place: Place | null): string | null {
  if (place === null) return null
  if (place.kind === "admin") return place.path
  return place.kind === "url" ? place.url : place.option
}

export function duty(
  title: string,
  id: string,
  anchor: string,
  change: Partial<typeof MERCHANT>,
  state: RowState = "missing",
  words = "",
): Case {
  return [title, `merchant.${id}`, withMerchant(change), state, `${SETTINGS}#${anchor}`, words]
}

/** The French terms alone are another text. */
export function terms(body: string | null, at = "2026-07-01T10:00:00Z"): Change {
  return ({ terms: [, english] }) => ({
    terms: [...(body === null ? [] : [{ locale: "fr" as const, body, created_at: new Date(at) }]), english],
  })
}

export function withMerchant(change: Partial<typeof MERCHANT> | null): Change {
  return ({ shop }) => ({
    shop: {
      ...shop,
      merchant: change && { version: 3, publishedAt: new Date(0), content: { ...MERCHANT, ...change } },
    },
  })
}

export function products(change: Partial<ConformityFacts["products"]>): Change {
  return (facts) => ({ products: { ...facts.products, ...change } })
}

export function notices(change: Partial<ConformityFacts["shop"]["notices"]>): Change {
  return ({ shop }) => ({ shop: { ...shop, notices: { ...shop.notices, ...change } } })
}

export function regions(...providers: string[]): Change {
  return ({ shop }) => ({ shop: { ...shop, regions: [{ id: "reg_0", name: "France", countries: ["fr"], providers }] } })
}

export function both(one: Change, other: Change): Change {
  return (facts) => ({ ...one(facts), ...other(facts) })
}

export function label(buttonLabel: string | null): Change {
  return ({ checkouts }) => ({ checkouts: [{ ...checkouts[0], buttonLabel }] })
}

export function stuck(kind: keyof ConformityFacts["stuck"]): Change {
  const text = { fr: "Commande n° 9", en: "Order #9" }
  return (facts) => ({ stuck: { ...facts.stuck, [kind]: { count: 1, first: [{ text, path: "/orders/order_9" }] } } })
}

export function seen(id: keyof ConformityFacts["checks"], state: RowState, what: Seen): Change {
  return ({ checks }) => {
    const { url } = (checks[id] as NonNullable<(typeof checks)[typeof id]>).proof
    const proof = {
      seen: what,
      url,
      label: "Retour",
      href: `${API_URL}/retractation`,
      days: 3,
      until: "2026-11-23",
      why: "words",
    }
    return { checks: { ...checks, [id]: { state, proof, checkedAt: new Date("2026-11-20T03:41:00Z") } } }
  }
}
