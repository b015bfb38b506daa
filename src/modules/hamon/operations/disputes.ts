import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { GatewayDispute, PaymentGateway } from "../../../gateways/types"
import type { Fact } from "../evidence/append"
import type { CaseRow, DisputeRow } from "../types"

/**
 * Writes down how a dispute stands at the provider. Repeated, nothing happens.
 * @returns what is new about it, for the evidence; null where nothing is
 */
export async function writeDispute(
  sql: Knex,
  row: CaseRow,
  payment: { readonly id: string; readonly provider: PaymentGateway["name"]; readonly currency: string },
  dispute: GatewayDispute,
  now: Date,
): Promise<Fact | null> {
  const identity = { provider: payment.provider, provider_dispute_id: dispute.id }
  const known = await sql<DisputeRow>("hamon_dispute").where(identity).first()
  // A dispute that was decided stays so: a reading that was under way before the decision must not open it again.
  if (known && (known.status === dispute.status || known.status !== "open")) {
    if (known.status === "open") {
      await sql("hamon_dispute").where({ id: known.id }).update({ stage: dispute.stage, respond_by: dispute.respondBy })
    }
    return null
  }
  const values = {
    status: dispute.status,
    stage: dispute.stage,
    reason: dispute.reason,
    respond_by: dispute.respondBy,
    closed_at: dispute.status === "open" ? null : now,
    updated_at: now,
  }
  const [written] = await sql<DisputeRow>("hamon_dispute")
    .insert({
      id: generateEntityId(undefined, "hamdi"),
      ...identity,
      payment_id: payment.id,
      order_id: row.order_id,
      display_id: row.display_id,
      currency: payment.currency,
      amount: dispute.amount,
      opened_at: new Date(dispute.openedAt),
      ...values,
    } as never)
    .onConflict(["provider", "provider_dispute_id"])
    .merge(values as never)
    .returning("*")
  return {
    kind: dispute.status === "open" ? "dispute.opened" : "dispute.closed",
    subject: { type: "dispute", id: written.id },
    orderId: row.order_id,
    facts: {
      provider: payment.provider,
      dispute: dispute.id,
      status: dispute.status,
      amount: dispute.amount,
      currency: payment.currency,
    },
  }
}

/** Disputes that staff have not been told of. */
export async function untoldDisputes(sql: Knex, limit: number): Promise<DisputeRow[]> {
  return sql<DisputeRow>("hamon_dispute")
    .whereNull("staff_told_at")
    .whereNull("deleted_at")
    .orderBy("opened_at")
    .limit(limit)
}

export async function staffTold(sql: Knex, id: string, now: Date): Promise<void> {
  await sql("hamon_dispute").where({ id }).update({ staff_told_at: now, updated_at: now })
}
