import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type CivilDate, civilDateIn } from "../../../law"
import { type HamonOptions, merchantZone } from "../options"
import type { CaseRow, LetterLocale, WithdrawalRow } from "../types"
import { writeLetter } from "./letters"
import { type SurchargeNow, surchargeNow } from "./money-picture"
import { dueSoon, type Moment, overdue } from "./withdrawal-views"

/** Rows of each part that are named; the rest is counted. */
const NAMED = 10
const HOUR = 60 * 60 * 1000
/** A declaration without an order for longer is told. */
const UNMATCHED_HOURS = 48
/** A sweeper that has not begun for so long has stopped: the rarest runs every ten minutes. */
const SWEEPER_SILENCE = HOUR

export type DigestRow = {
  readonly kind: "withdrawal" | "letter" | "sweeper"
  /** A reference, a kind of letter, a sweeper: nothing that names a person. */
  readonly name: string
  readonly number: number | null
  readonly due_on: CivilDate | null
  readonly since: CivilDate | null
  /** Of an overdue refund: null where nobody can say it yet. */
  readonly surcharge: SurchargeNow | null
}
export type DigestPart = { readonly count: number; readonly first: readonly DigestRow[] }
export type DigestParts = Readonly<
  Record<"overdue" | "due_soon" | "unmatched" | "unknown" | "letters" | "sweepers", DigestPart>
>
export type StaffDigestData = { readonly day: CivilDate; readonly parts: DigestParts; readonly adminUrl: string }

/**
 * Writes the digest of the day, once for all processes: the day is claimed in the transaction that writes the letter.
 * @param to where it goes; null: the letter is left out, and the notice in the admin stays
 * @returns what waits; null where the day was told already, or nothing waits
 */
export async function writeStaffDigest(
  sql: Knex,
  { to, locale, adminUrl }: { to: string | null; locale: LetterLocale; adminUrl: string },
  now: Date,
  options: HamonOptions,
): Promise<StaffDigestData | null> {
  const day = civilDateIn(now.toISOString(), merchantZone(options))
  if (!(await claimDay(sql, day, now))) return null
  const data = { day, parts: await digestParts(sql, { now, today: day }, options), adminUrl }
  if (Object.values(data.parts).every(({ count }) => count === 0)) return null
  if (to) {
    const letter = { kind: "staff_digest", causeKey: `staff_digest:${day}`, recipient: to, locale } as const
    await writeLetter(sql, { ...letter, orderId: null, withdrawalId: null, data }, now)
  }
  return data
}

async function claimDay(sql: Knex, day: CivilDate, now: Date): Promise<boolean> {
  const claimed = await sql("hamon_sweep_heartbeat")
    .insert({ id: "staff-digest", started_at: now, cursor: JSON.stringify({ day }) })
    .onConflict("id")
    .merge({ cursor: JSON.stringify({ day }), updated_at: now })
    .whereRaw("hamon_sweep_heartbeat.cursor->>'day' IS DISTINCT FROM ?", [day])
    .returning("id")
  return claimed.length > 0
}

async function digestParts(sql: Knex, moment: Moment, options: HamonOptions): Promise<DigestParts> {
  const { now } = moment
  const clocks = async (rows: () => Knex.QueryBuilder, costs: boolean) => {
    const first: { subject_id: string; due_on: CivilDate }[] = await rows()
      .orderBy("due_on")
      .limit(NAMED)
      .select("subject_id", "due_on")
    const named: DigestRow[] = []
    for (const { subject_id, due_on } of first) {
      const withdrawal = (await sql<WithdrawalRow>("hamon_withdrawal")
        .where({ id: subject_id })
        .first()) as WithdrawalRow
      const surcharge = costs ? await costOf(sql, withdrawal, now, options) : null
      named.push({ ...rowOf(withdrawal), due_on, surcharge })
    }
    return { count: await countOf(rows()), first: named }
  }
  const declarations = async (rows: () => Knex.QueryBuilder) => {
    const first: WithdrawalRow[] = await rows().orderBy("informed_at").limit(NAMED).select("*")
    return { count: await countOf(rows()), first: first.map(rowOf) }
  }
  const unmatched = () =>
    sql("hamon_withdrawal")
      .where({ status: "received" })
      .where("informed_at", "<=", new Date(now.getTime() - UNMATCHED_HOURS * HOUR))
      .whereNull("deleted_at")
  const unknown = () =>
    sql("hamon_withdrawal").whereIn(
      "id",
      sql("hamon_refund")
        .whereRaw("state IN ('unknown', 'failed') AND withdrawal_id IS NOT NULL AND deleted_at IS NULL")
        .select("withdrawal_id"),
    )
  return {
    overdue: await clocks(() => overdue(sql, moment), true),
    due_soon: await clocks(() => dueSoon(sql, moment), false),
    unmatched: await declarations(unmatched),
    unknown: await declarations(unknown),
    letters: await failedLetters(sql, options),
    sweepers: await silentSweepers(sql, now, options),
  }
}

async function failedLetters(sql: Knex, options: HamonOptions): Promise<DigestPart> {
  const failed = () => sql("hamon_letter").where({ state: "failed" }).whereNull("deleted_at")
  const first: { kind: string; created_at: Date }[] = await failed()
    .orderBy("created_at")
    .limit(NAMED)
    .select("kind", "created_at")
  const named = first.map(({ kind, created_at }) => ({ ...nothing("letter", kind), since: dayOf(created_at, options) }))
  return { count: await countOf(failed()), first: named }
}

/** Sweepers that stopped, or whose last run could not do everything. */
async function silentSweepers(sql: Knex, now: Date, options: HamonOptions): Promise<DigestPart> {
  const rows: { id: string; started_at: Date }[] = await sql("hamon_sweep_heartbeat")
    .whereNotIn("id", ["installed", "staff-digest"])
    .where((either) =>
      either.where("started_at", "<", new Date(now.getTime() - SWEEPER_SILENCE)).orWhereNotNull("last_error"),
    )
    .orderBy("id")
    .select("id", "started_at")
  const first = rows.map(({ id, started_at }) => ({ ...nothing("sweeper", id), since: dayOf(started_at, options) }))
  return { count: rows.length, first: first.slice(0, NAMED) }
}

async function costOf(sql: Knex, withdrawal: WithdrawalRow, now: Date, options: HamonOptions) {
  const row = withdrawal.order_id
    ? await sql<CaseRow>("hamon_order_case").where({ order_id: withdrawal.order_id }).first()
    : null
  return row ? surchargeNow(sql, row, withdrawal, now, options) : null
}

async function countOf(rows: Knex.QueryBuilder): Promise<number> {
  const [{ count }] = await rows.count("* as count")
  return Number(count)
}

function rowOf({ reference, display_id }: WithdrawalRow): DigestRow {
  return { ...nothing("withdrawal", reference), number: display_id }
}

function nothing(kind: DigestRow["kind"], name: string): DigestRow {
  return { kind, name, number: null, due_on: null, since: null, surcharge: null }
}

function dayOf(at: Date, options: HamonOptions): CivilDate {
  return civilDateIn(at.toISOString(), merchantZone(options))
}
