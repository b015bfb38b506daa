import type { MedusaContainer } from "@medusajs/framework/types"
import { now } from "../../kit/clock"
import { currency, type Currency, type Minor } from "../../law"
import { wayOf } from "../../modules/hamon/operations/refund-ways"
import { insideOf } from "../../modules/hamon/operations/place-hold"
import { isProven } from "../../modules/hamon/operations/proof"
import { sumsPaid, total } from "../../modules/hamon/operations/spread"
import { unitsInCore, type UnitsWhere } from "../../modules/hamon/operations/units"
import { type Trouble, trouble } from "../../modules/hamon/troubles"
import type { OrderFacts, RefundRow, WithdrawalRow } from "../../modules/hamon/types"
import { readOrder } from "../order-facts/read-order"
import { hamonService } from "../service"

/** What becomes of an order for a declaration whose units have not left. */
export type Ending =
  | { readonly act: "nothing" }
  /** `trouble` null: for the refund, which staff approve. */
  | { readonly act: "wait"; readonly trouble: Trouble | null }
  | { readonly act: "cancel" }
  /** Quantities that the lines of Medusa's order have afterwards. */
  | { readonly act: "reduce"; readonly lines: readonly { readonly id: string; readonly quantity: number }[] }

const NOTHING: Ending = { act: "nothing" }

/** A declaration that may end its order, or a part of it. */
type Ender = Pick<WithdrawalRow, "id" | "order_id" | "hold" | "assurance" | "flags">

const FOR_STAFF: readonly string[] = ["objected", "unclear_articles", "excepted"]

/** Whether the machine ends the order for a declaration: proven, held, of known units, and not objected to. */
function isEnder({ hold, assurance, flags }: Ender): boolean {
  return hold === "held" && isProven(assurance) && !flags.some((flag) => FOR_STAFF.includes(flag))
}

/**
 * Says what is to be done with Medusa's order, from core's facts as they are at this moment.
 *
 * A whole order: what was paid goes back through the ledger first, and then core cancels it, since core's cancel swallows the
 * errors of its own refunds; where nothing was taken, it is cancelled at once and the authorisation given up. A part, or an
 * order of which the seller keeps something (the surplus of a dearer delivery, L221-24): its units leave the order by an edit
 * once the refund is approved and before it is sent, so that core owes what the refund pays.
 */
export async function endingOf(container: MedusaContainer, withdrawal: Ender): Promise<Ending> {
  const { id, order_id: orderId } = withdrawal
  if (!orderId || !isEnder(withdrawal)) return NOTHING
  const service = hamonService(container)
  const order = await readOrder(container, orderId)
  if (!order || order.facts.canceledAt) return NOTHING
  await service.syncOrder(order, now())
  const seen = await service.whereUnitsAre(orderId)
  const inside = seen ? insideOf(seen.units, id) : []
  if (!seen || inside.length === 0) return NOTHING

  const { facts } = seen
  const refunds = (await service.listRefunds({ withdrawal_id: id })) as unknown as RefundRow[]
  // Sent after the period: the law asks nothing of the seller before he accepts it. The hold stays, which he can lift.
  if (withdrawal.flags.includes("late") && refunds.length === 0) return waitFor(null)
  const money = currency(order.opening.currency)
  const packed = packedUnits(facts, inside)
  const paid = sumsPaid(facts, money)
  const all = isWhole(
    facts,
    (await endersOf(container, orderId)).flatMap((one) => insideOf(seen.units, one)),
  )
  if (paid === 0n && packed) return waitFor(trouble("goods_packed", { fulfillment: packed }))
  if (paid === 0n && all) return { act: "cancel" }
  if (onlyAuthorised(facts, money) && !all) return waitFor(trouble("capture_first", {}))
  if (paid === 0n) return reduced(facts, inside)
  if (refunds.length === 0) return waitFor(null)
  if (packed) return waitFor(trouble("goods_packed", { fulfillment: packed }))
  const booked = refunds.every(({ state }) => state === "booked")
  if (isWhole(facts, inside) && heldOf(facts, refunds, money) === openAmount(refunds, money)) {
    return booked ? { act: "cancel" } : waitFor(null)
  }
  // Refunded in Medusa before the units could leave the order: core has written the amount off, and an edit would have it owe
  // the same once more. The units stay held.
  return booked ? NOTHING : reduced(facts, inside)
}

/** Whether the order is to be reduced before the refund of a declaration may be sent. */
export async function reductionDue(container: MedusaContainer, withdrawalId: string): Promise<boolean> {
  const [withdrawal] = await hamonService(container).listWithdrawals({ id: withdrawalId }, { take: 1 })
  if (withdrawal?.hold !== "held") return false
  const ending = await endingOf(container, withdrawal as unknown as Ender)
  return ending.act === "reduce" || (ending.act === "wait" && ending.trouble !== null)
}

function waitFor(waited: Trouble | null): Ending {
  return { act: "wait", trouble: waited }
}

function reduced(facts: OrderFacts, inside: readonly UnitsWhere[]): Ending {
  const ids = [...new Set(inside.map(({ line }) => line))]
  return {
    act: "reduce",
    lines: ids.map((id) => ({ id, quantity: unitsInCore(facts, id) - unitsOf(inside, id) })),
  }
}

/** A fulfilment that holds withdrawn units and has not left; null where core can give the units up. */
function packedUnits(facts: OrderFacts, inside: readonly UnitsWhere[]): string | null {
  const parcels = facts.parcels.filter(({ canceled }) => !canceled)
  for (const { line } of inside) {
    const fulfilled = parcels.flatMap(({ lines }) => lines).filter((one) => one.line === line)
    const units = fulfilled.reduce((sum, { quantity }) => sum + quantity, 0)
    if (unitsInCore(facts, line) - unitsOf(inside, line) >= units) continue
    const waiting = parcels.find(
      ({ shippedAt, deliveredAt, lines }) => !(shippedAt ?? deliveredAt) && lines.some((one) => one.line === line),
    )
    if (waiting) return waiting.id
  }
  return null
}

/** Declarations that end the order together: what is authorised is given up once all of it is withdrawn, by however many. */
async function endersOf(container: MedusaContainer, orderId: string): Promise<string[]> {
  const held = await hamonService(container).listWithdrawals({ order_id: orderId, hold: "held" })
  return (held as unknown as WithdrawalRow[])
    .filter((one) => isEnder(one) && !one.flags.includes("late"))
    .map(({ id }) => id)
}

/** Whether nothing of Medusa's order is left without these units. */
function isWhole(facts: OrderFacts, inside: readonly UnitsWhere[]): boolean {
  return facts.lines.every((line) => unitsInCore(facts, line.id) === unitsOf(inside, line.id))
}

function onlyAuthorised({ payments }: OrderFacts, money: Currency): boolean {
  const alive = payments.filter(({ canceled }) => !canceled)
  return alive.length > 0 && payments.every(({ captured }) => money.read(captured, "captured") === 0n)
}

/** What was taken from the customer and has not been given back; gift cards and store credit have no payment of core's. */
function heldOf(facts: OrderFacts, refunds: readonly RefundRow[], money: Currency): Minor {
  const byCredit = refunds.filter((line) => line.state === "booked" && wayOf(line) === "credit")
  const back = facts.payments.flatMap(({ refunds }) => refunds)
  return sumsPaid(facts, money) - total(money, back) - total(money, byCredit)
}

/** What the ledger has still to send. */
function openAmount(refunds: readonly RefundRow[], money: Currency): Minor {
  return total(
    money,
    refunds.filter(({ state, kind }) => state !== "booked" && kind === "refund"),
  )
}

function unitsOf(inside: readonly UnitsWhere[], line: string): number {
  return inside.filter((one) => one.line === line).reduce((sum, { inside: units }) => sum + units, 0)
}
