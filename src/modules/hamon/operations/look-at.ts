import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { lastFacts, lockBoth, recordAct, refuseClosed } from "./closing"
import { stepDue } from "./steps"

/** Flags that no other act of staff need settle: a person looks, and says what he found. */
export const LOOKED_AT = ["objected", "more_than_left", "shipped_despite_hold", "return_canceled"] as const
export type LookedAt = (typeof LOOKED_AT)[number]

export type Look = { readonly flag: LookedAt; readonly ground: string; readonly actor: string }

/**
 * Staff have looked at what a flag says, with a ground: it leaves their list, and what happened stays in the evidence. An
 * objection that is settled so lets the machine go on with the declaration; a return that staff cancelled stays cancelled.
 * @throws MedusaError not_allowed for a closed declaration, and for one without this flag
 */
export async function lookAt(sql: Knex, id: string, { flag, ground, actor }: Look, now: Date): Promise<void> {
  const { withdrawal } = await lockBoth(sql, id)
  const { flags } = withdrawal
  if (!flags.includes(flag)) {
    const last = await lastFacts(sql, id, "withdrawal.looked_at")
    if (last?.flag === flag && last.ground === ground) return
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `nothing says “${flag}” of this declaration any more`)
  }
  refuseClosed(withdrawal)
  const others = flags.filter((one) => one !== flag)
  await sql("hamon_withdrawal")
    .where({ id })
    .update({
      flags: flag === "return_canceled" ? [...others, "return_waived"] : others,
      ...stepDue(now),
      updated_at: now,
    })
  await recordAct(sql, withdrawal, "withdrawal.looked_at", { by: actor, flag, ground }, now)
}
