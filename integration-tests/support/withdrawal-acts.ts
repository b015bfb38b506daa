import { receive, ship } from "../../scripts/shop/checkout"
import { type Answer, fieldIn } from "../../scripts/shop/client"
import { hamonSyncOrderWorkflow } from "../../src/workflows/sync-order"
import { hamonAdvanceWithdrawalsWorkflow } from "../../src/workflows/sweeps/advance-withdrawals"
import { hamonSendRefundsWorkflow } from "../../src/workflows/sweeps/send-refunds"
import type { Random } from "./random"
import { EMAIL, until, withdrawalOf } from "./scenes"
import type { TestStore } from "./store"

/** Why staff decide as they do. */
const GROUND = "words of the test for what staff decide"

/** An order under test: its lines as they were bought, and the declarations so far. */
export type World = {
  readonly store: TestStore
  readonly random: Random
  readonly order: Answer
  readonly withdrawals: string[]
  /** The lines as they were when the customer first withdrew. */
  bought: readonly Answer[]
}

/**
 * One act of customer or staff. It may be refused, as a person is: what the store answers with a 4xx changes nothing. Add
 * acts here as the plugin learns them.
 */
export type Act = { readonly name: string; readonly run: (world: World) => Promise<void> }

export const ACTS: readonly Act[] = [
  { name: "withdraw", run: withdraw },
  { name: "withdraw", run: withdraw },
  { name: "match by staff", run: async (world) => matchByStaff(world, world.random.pick(world.withdrawals)) },
  { name: "ship a parcel", run: shipSome },
  { name: "staff open a return", run: openReturn },
  { name: "receive a return", run: (world) => receiveOne(world, false) },
  { name: "dismiss a return", run: (world) => receiveOne(world, true) },
  { name: "staff refund in core", run: refundInCore },
  { name: "edit the order", run: editDown },
  { name: "cancel the order", run: ({ store, order }) => store.shop.admin(`/orders/${order.id}/cancel`, {}) },
  { name: "decline", run: decline },
  { name: "reopen", run: reopen },
  { name: "approve the refund", run: async (world) => approve(world, world.random.pick(world.withdrawals)) },
  { name: "run the sweepers", run: sweep },
]

/** Runs an act; a refusal is an answer too, a failure of the store is not. */
export async function attempt(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act()
    return true
  } catch (error) {
    const status = (error as { status?: number }).status
    if (status && status >= 400 && status < 500) return false
    throw error
  }
}

export async function sweep({ store: { container }, order }: World): Promise<void> {
  await hamonAdvanceWithdrawalsWorkflow(container).run()
  await hamonSyncOrderWorkflow(container).run({ input: { order_id: order.id } })
  await hamonSendRefundsWorkflow(container).run()
}

/** Declares on the hosted page: everything, or some units of some lines. */
async function withdraw(world: World): Promise<void> {
  const { store, random, order, withdrawals } = world
  if (withdrawals.length === 0) world.bought = await items(world)
  const whole = random.chance(0.25)
  const articles = order.items.filter(() => random.chance(0.6))
  if (!whole && articles.length === 0) return
  const review = await store.shop.page("/retractation", {
    step: "review",
    lang: "fr",
    name: "Claire Martin",
    email: EMAIL,
    order: String(order.display_id),
    scope: whole ? "whole" : "part",
    article: whole ? [] : articles.map(({ variant_sku }: Answer) => variant_sku),
    quantity: whole ? [] : articles.map(({ quantity }: Answer) => String(random.int(1, quantity))),
  })
  const recorded = await store.shop.page("/retractation", {
    step: "confirm",
    lang: "fr",
    state: fieldIn(review, "state"),
  })
  const reference = /[2-9A-Z]{4}(?:-[2-9A-Z]{4}){3}/.exec(recorded.html)?.[0] as string
  const { withdrawals: found } = await store.shop.admin(`/hamon/withdrawals?q=${reference}`)
  withdrawals.push(found[0].id)
  await hamonAdvanceWithdrawalsWorkflow(store.container).run()
  await until(async () => (await withdrawalOf(store, found[0].id)).order_id)
}

/** Staff vouch for the declaration as it was matched: core's return may be opened. */
export async function matchByStaff({ store, order }: World, id: string | undefined): Promise<void> {
  if (!id) return
  const { lines } = await withdrawalOf(store, id)
  if (lines.length === 0) return
  await store.shop.admin(`/hamon/withdrawals/${id}/match`, {
    order_id: order.id,
    lines: lines.map(({ order_line_id: line, quantity }: Answer) => ({ line, quantity })),
  })
  await hamonAdvanceWithdrawalsWorkflow(store.container).run()
}

async function shipSome(world: World): Promise<void> {
  const { store, random } = world
  const left = (await items(world))
    .map(({ id, quantity, detail }: Answer) => ({ id, quantity: quantity - detail.fulfilled_quantity }))
    .filter(({ quantity }: { quantity: number }) => quantity > 0)
  if (left.length === 0) return
  const units = random.chance(0.5) ? left : [random.pick(left)]
  await ship(store.shop, world.order.id, units as { id: string; quantity: number }[], {
    locationId: store.seeded.locationId,
    tracking: "LA1",
  })
}

async function openReturn(world: World): Promise<void> {
  const { store, random, withdrawals } = world
  if (withdrawals.length === 0) return
  const out = (await items(world)).filter(({ detail }: Answer) => free(detail) > 0)
  if (out.length === 0) return
  const item = random.pick(out) as Answer
  const { return: begun } = await store.shop.admin("/returns", {
    order_id: world.order.id,
    location_id: store.seeded.locationId,
  })
  const added = await attempt(() =>
    store.shop.admin(`/returns/${begun.id}/request-items`, {
      items: [{ id: item.id, quantity: random.int(1, free(item.detail)) }],
    }),
  )
  if (added && (await attempt(() => store.shop.admin(`/returns/${begun.id}/request`, {})))) return
  await store.shop.admin(`/returns/${begun.id}/request`, undefined, "DELETE")
}

/** Units that core lets come back, and that did not: core itself would take the same unit twice. */
function free(detail: Answer): number {
  const { fulfilled_quantity, return_requested_quantity, return_received_quantity, return_dismissed_quantity } = detail
  return fulfilled_quantity - return_requested_quantity - return_received_quantity - return_dismissed_quantity
}

export async function openReturns({ store, order }: World): Promise<Answer[]> {
  const { returns } = await store.shop.admin(`/returns?order_id=${order.id}&fields=id,status,*items`)
  return returns.filter(({ status }: Answer) => status === "requested")
}

/** @param damaged what comes back is not put on the shelf again */
export async function receiveOne(world: World, damaged: boolean): Promise<void> {
  const { store, random } = world
  const open = await openReturns(world)
  if (open.length === 0) return
  const one = random.pick(open)
  if (!damaged) return receive(store.shop, one.id)
  await store.shop.admin(`/returns/${one.id}/receive`, {})
  await store.shop.admin(`/returns/${one.id}/dismiss-items`, {
    items: one.items.map(({ item_id, quantity }: Answer) => ({ id: item_id, quantity })),
  })
  await store.shop.admin(`/returns/${one.id}/receive/confirm`, {})
}

/** Only after a declaration: what staff gave before is a gesture of its own. */
async function refundInCore(world: World): Promise<void> {
  if (world.withdrawals.length === 0) return
  const payment = await paymentOf(world)
  const held = cents(payment.amount) - refundedCents(payment)
  if (held > 0)
    await world.store.shop.admin(`/payments/${payment.id}/refund`, { amount: world.random.int(1, held) / 100 })
}

/** Staff take a unit out of the order that has not left. */
async function editDown(world: World): Promise<void> {
  const left = (await items(world)).filter(
    ({ quantity, detail }: Answer) => quantity > 1 && quantity > detail.fulfilled_quantity,
  )
  if (left.length > 0) {
    const item = world.random.pick(left) as Answer
    await reduce(world, new Map([[item.id, item.quantity - 1]]))
  }
}

async function reduce({ store, order }: World, quantities: ReadonlyMap<string, number>): Promise<void> {
  await store.shop.admin("/order-edits", { order_id: order.id })
  try {
    for (const [id, quantity] of quantities) {
      await store.shop.admin(`/order-edits/${order.id}/items/item/${id}`, { quantity })
    }
    await store.shop.admin(`/order-edits/${order.id}/confirm`, {})
  } catch (error) {
    await store.shop.admin(`/order-edits/${order.id}`, undefined, "DELETE")
    throw error
  }
}

async function decline({ store, random, withdrawals }: World): Promise<void> {
  const id = random.pick(withdrawals)
  if (id) await store.shop.admin(`/hamon/withdrawals/${id}/decline`, { basis: "no_right", ground: GROUND })
}

/** Staff take a refusal back, and decide on the units again. */
async function reopen({ store, random, withdrawals }: World): Promise<void> {
  const id = random.pick(withdrawals)
  if (!id) return
  await store.shop.admin(`/hamon/withdrawals/${id}/reopen`, { ground: GROUND })
  const { lines } = await withdrawalOf(store, id)
  const decisions = lines
    .filter(({ decision }: Answer) => decision === "pending")
    .map((line: Answer) => ({ line_id: line.id, decision: "withdrawn", ground: GROUND }))
  if (decisions.length > 0) await store.shop.admin(`/hamon/withdrawals/${id}/decisions`, { decisions })
}

export async function approve({ store }: World, id: string | undefined): Promise<void> {
  if (id) await store.shop.admin(`/hamon/withdrawals/${id}/refund`, {})
}

/**
 * Acts follow one another: nothing that an act set off is still at work. Core books two refunds at once on the wrong one;
 * what happens while one is being sent is told by the tests that break things.
 */
export async function atRest(world: World): Promise<void> {
  await sweep(world)
  const busy = async () => {
    const { rows } = (await world.store.sql(BUSY)) as { rows: unknown[] }
    return rows.length > 0
  }
  await until(async () => !(await busy()))
}

const BUSY = `SELECT id FROM hamon_refund WHERE state = 'sending' OR locked_until > now()
              UNION SELECT id FROM hamon_withdrawal WHERE locked_until > now()`

export async function items({ store, order }: World): Promise<Answer[]> {
  const { order: now } = await store.shop.admin(`/orders/${order.id}?fields=id,*items,*items.detail`)
  return now.items
}

export async function paymentOf({ store, order }: World): Promise<Answer> {
  const fields = "fields=*payment_collections.payments,*payment_collections.payments.refunds"
  const { order: now } = await store.shop.admin(`/orders/${order.id}?${fields}`)
  return now.payment_collections.flatMap(({ payments }: Answer) => payments)[0]
}

export function refundedCents({ refunds }: Answer): number {
  return refunds.reduce((sum: number, { amount }: Answer) => sum + cents(amount), 0)
}

export function cents(amount: number): number {
  return Math.round(amount * 100)
}
