import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { BigNumber, ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { RefundRow } from "../../modules/hamon/types"
import { hamonService } from "../service"

/**
 * Refunds through core's own workflow. Core writes its refund row, with our metadata, before it calls the provider, and
 * hands the provider that row's id: there our providers read the ledger's key, which stays the same at every try.
 */
export async function refundInCore(container: MedusaContainer, line: RefundRow): Promise<void> {
  const { order, withdrawal } = await references(container, line)
  await refundPaymentWorkflow(container).run({
    input: {
      payment_id: line.payment_id,
      amount: new BigNumber(line.amount),
      note: `Withdrawal (L221-24): ${line.key}`,
      created_by: line.approved_by ?? undefined,
      metadata: { hamon_refund: line.key, hamon_order: order, hamon_withdrawal: withdrawal },
    } as Parameters<ReturnType<typeof refundPaymentWorkflow>["run"]>[0] extends { input?: infer I } ? I : never,
  })
}

/**
 * Takes back core's row of an earlier try that died before core booked it, as core itself does when a provider fails: the
 * row would stand beside the one that the new try writes. Only for providers that find the earlier refund by its key.
 */
export async function forgetHalfRefund(container: MedusaContainer, line: RefundRow): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment",
    fields: ["id", "refunds.id", "refunds.metadata"],
    filters: { id: line.payment_id as string },
  })
  const refunds = (data[0]?.refunds ?? []) as unknown as { id: string; metadata?: Record<string, unknown> | null }[]
  const half = refunds.filter(({ metadata }) => metadata?.hamon_refund === line.key).map(({ id }) => id)
  if (half.length === 0) return
  const payments = container.resolve(Modules.PAYMENT) as unknown as { deleteRefunds(ids: string[]): Promise<void> }
  await payments.deleteRefunds(half)
}

/** What the provider's pages show beside the refund: numbers of ours, nothing about the person. */
async function references(container: MedusaContainer, line: RefundRow) {
  const service = hamonService(container)
  const [order] = await service.listOrderCases({ order_id: line.order_id }, { select: ["display_id"], take: 1 })
  const [withdrawal] = line.withdrawal_id
    ? await service.listWithdrawals({ id: line.withdrawal_id }, { select: ["reference"], take: 1 })
    : []
  return { order: order ? String(order.display_id) : null, withdrawal: withdrawal?.reference ?? null }
}
