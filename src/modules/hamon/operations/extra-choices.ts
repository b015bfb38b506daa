import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Amount } from "../../../law"
import { appendEvidence } from "../evidence/append"
import type { LetterLocale, StandingChoice } from "../types"

export type ChoiceToRecord = {
  readonly cartId: string
  readonly extra: string
  readonly name: string
  readonly textVersionId: string
  readonly textShown: string
  readonly locale: LetterLocale
  readonly quantity: number
  /** Lines of the cart that it is made for; null of a delivery. */
  readonly lineIds: readonly string[] | null
  readonly amount: Amount
  readonly currency: string
  readonly preselected: boolean
  /** Of the session that chose; null for a guest. */
  readonly customerId: string | null
}

type ChoiceRow = StandingChoice & {
  readonly cart_id: string
  readonly text_version_id: string
  readonly locale: LetterLocale
  readonly quantity: number
}

/** Records the customer's word on an extra (L121-17). The same word again is the same row; another one ends the one before. */
export async function chooseExtra(sql: Knex, choice: ChoiceToRecord, now: Date): Promise<StandingChoice> {
  await lockChoices(sql, choice.cartId)
  const standing = await standingChoice(sql, choice.cartId, choice.extra)
  if (standing && says(standing, choice)) return standing
  if (standing) await end(sql, standing, "newer_choice", now)
  const [row] = await sql<StandingChoice>("hamon_extra_choice")
    .insert({
      id: generateEntityId(undefined, "hamxc"),
      extra: choice.extra,
      amount: choice.amount,
      currency: choice.currency,
      preselected: choice.preselected,
      text_shown: choice.textShown,
      chosen_at: now,
      ...{
        cart_id: choice.cartId,
        name: choice.name,
        text_version_id: choice.textVersionId,
        locale: choice.locale,
        quantity: choice.quantity,
        line_ids: choice.lineIds,
        customer_id: choice.customerId,
      },
    })
    .returning("*")
  const { extra, amount, currency, preselected } = choice
  const facts = { cart: choice.cartId, extra, amount, currency, preselected, text: choice.textVersionId }
  await appendEvidence(
    sql,
    { kind: "extra.chosen", subject: { type: "extra_choice", id: row.id }, orderId: null, facts },
    now,
  )
  return row
}

/** Takes the customer's choice back; @returns whether there was one. */
export async function takeBackChoice(sql: Knex, cartId: string, extra: string, now: Date): Promise<boolean> {
  await lockChoices(sql, cartId)
  const standing = await standingChoice(sql, cartId, extra)
  if (standing) await end(sql, standing, "customer", now)
  return standing !== null
}

/** Two pages of one cart choose one after the other: of an extra one word stands. */
async function lockChoices(sql: Knex, cartId: string): Promise<void> {
  await sql.raw("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", [`hamon_extra_choice:${cartId}`])
}

async function standingChoice(sql: Knex, cartId: string, extra: string): Promise<ChoiceRow | null> {
  const row = await sql<ChoiceRow>("hamon_extra_choice").where({ cart_id: cartId, extra }).whereNull("ended_at").first()
  return row ?? null
}

function says(row: ChoiceRow, choice: ChoiceToRecord): boolean {
  return (
    row.amount === choice.amount &&
    row.currency === choice.currency &&
    row.preselected === choice.preselected &&
    row.text_version_id === choice.textVersionId &&
    row.quantity === choice.quantity &&
    row.line_ids?.join() === choice.lineIds?.join()
  )
}

async function end(sql: Knex, { id, cart_id, extra }: ChoiceRow, by: "customer" | "newer_choice", now: Date) {
  await sql("hamon_extra_choice").where({ id }).update({ ended_at: now, ended_by: by, updated_at: now })
  await appendEvidence(
    sql,
    {
      kind: "extra.choice_ended",
      subject: { type: "extra_choice", id },
      orderId: null,
      facts: { cart: cart_id, extra, by },
    },
    now,
  )
}
