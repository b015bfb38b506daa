import { type Bilingual, fineFor } from "../law"
import type { ConformityFacts } from "./facts"
import { type Detail, type Place, type Row, ROW_STATES, type RowState, type Subject } from "./row"
import { accounts } from "./rows/accounts"
import { machine } from "./rows/machine"
import { order } from "./rows/order"
import { payments } from "./rows/payments"
import { products } from "./rows/products"
import { profile } from "./rows/profile"
import { website } from "./rows/website"

/** Subjects in the order in which a shop is set up. A later capability adds its file here. */
const SUBJECTS: readonly Subject[] = [profile, products, payments, website, order, machine, accounts]

/** A row as it is told over HTTP, printed and shown. Members are the API's. */
export type ReportRow = {
  readonly id: string
  readonly articles: readonly string[]
  readonly title: Bilingual
  readonly state: RowState
  readonly sentence: Bilingual
  readonly place: Place | null
  readonly details: readonly Detail[]
  /** How many details there are; more than are named. */
  readonly detail_count: number
  /** What the law threatens, of a duty that is missing or at risk; null where the texts read do not say. */
  readonly fine: Bilingual | null
  readonly checked_at: string | null
}

export type ConformityReport = {
  readonly generated_at: string
  /** Name of the shop; null while the seller is not published. */
  readonly shop: string | null
  readonly counts: Readonly<Record<RowState, number>>
  readonly subjects: readonly { readonly id: string; readonly title: Bilingual; readonly rows: readonly ReportRow[] }[]
}

/** The report on facts that were read once. Pure. */
export function conformityReport(facts: ConformityFacts): ConformityReport {
  const subjects = SUBJECTS.map(({ id, title, rows }) => ({
    id,
    title,
    rows: rows(facts).map((row) => reportRow(row, facts)),
  }))
  const states = subjects.flatMap(({ rows }) => rows.map(({ state }) => state))
  const count = (state: RowState) => states.filter((one) => one === state).length
  return {
    generated_at: facts.at.toISOString(),
    shop: facts.shop.merchant?.content.name ?? null,
    counts: Object.fromEntries(ROW_STATES.map((state) => [state, count(state)])) as Record<RowState, number>,
    subjects,
  }
}

function reportRow(row: Row, facts: ConformityFacts): ReportRow {
  const { id, articles, title, fine } = row
  const found = row.check(facts)
  const details = found.details ?? []
  return {
    id,
    articles,
    title,
    state: found.state,
    sentence: found.sentence,
    place: found.place ?? null,
    details,
    detail_count: found.count ?? details.length,
    fine:
      fine && (found.state === "missing" || found.state === "at_risk") ? fineFor(fine, facts.options.law).words : null,
    checked_at: found.checkedAt?.toISOString() ?? null,
  }
}
