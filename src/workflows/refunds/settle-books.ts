import { createOrderCreditLinesWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { type Amount, currency, type Minor } from "../../law"
import { total } from "../../modules/hamon/operations/spread"
import { openChanges } from "../order-facts/open-change"
import { amountOf } from "../order-facts/read-order"
import { hamonService } from "../service"
import { sentenceOf } from "../sweeps/run-sweep"

/** By which our credit lines are known in core. */
const REFERENCE = "hamon_refund"

type Books = {
  readonly canceled_at: unknown
  readonly currency_code: string
  readonly summary: { readonly pending_difference: unknown }
  readonly credit_lines: readonly { readonly reference: string | null; readonly amount: unknown }[] | null
}

/**
 * Core knows nothing of a refund that was paid outside it (by transfer, on a gift card), and goes on showing it as owed, with
 * a button that would pay it again. What was paid so is taken off by a credit line of core's own, as far as core owes it now:
 * of goods that are not back yet, at a later reading.
 */
async function settleBooks(container: MedusaContainer, orderId: string): Promise<void> {
  const lines = await hamonService(container).listRefunds({
    order_id: orderId,
    kind: "refund",
    state: "booked",
    core_refund_id: null,
    paid_otherwise: { $ne: null },
  })
  if (lines.length === 0) return
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["canceled_at", "currency_code", "summary.*", "credit_lines.*"],
    filters: { id: orderId },
  })
  const books = data[0] as unknown as Books | undefined
  if (!books || books.canceled_at || (await openChanges(container, orderId)).length > 0) return
  const money = currency(books.currency_code)
  const ours = (books.credit_lines ?? []).filter(({ reference }) => reference === REFERENCE)
  const settled = ours.reduce((sum, { amount }) => sum + belowNothing(amount), 0n)
  const open = total(money, lines as readonly { readonly amount: Amount }[]) - settled
  const owed = belowNothing(books.summary.pending_difference)
  const amount = open < owed ? open : owed
  if (amount <= 0n) return
  const line = { amount: -Number(money.write(amount)), reference: REFERENCE, reference_id: lines[0].id }
  await createOrderCreditLinesWorkflow(container).run({ input: { id: orderId, credit_lines: [line] } })

  /** In minor units: how far an amount is below nothing. */
  function belowNothing(amount: unknown): Minor {
    return money.read(amountOf(MathBN.mult((amount ?? 0) as never, -1), money.code), "amount")
  }
}

/** The same where nobody waits for it: what core refuses is said, and tried again when the order is read again. */
export async function trySettleBooks(container: MedusaContainer, orderId: string): Promise<void> {
  try {
    await settleBooks(container, orderId)
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`hamon: the books of order ${orderId} could not be settled in Medusa: ${sentenceOf(error)}`)
  }
}
