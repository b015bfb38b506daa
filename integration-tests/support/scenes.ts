import { Modules } from "@medusajs/framework/utils"
import { buy, capture, receive, ship } from "../../scripts/shop/checkout"
import { type Answer, fieldIn } from "../../scripts/shop/client"
import { hamonAdvanceWithdrawalsWorkflow } from "../../src/workflows/sweeps/advance-withdrawals"
import { hamonApplyProviderEventsWorkflow } from "../../src/workflows/sweeps/apply-provider-events"
import { hamonAskProvidersWorkflow } from "../../src/workflows/sweeps/ask-providers"
import { hamonDeliverLettersWorkflow } from "../../src/workflows/sweeps/deliver-letters"
import { hamonReconcileWorkflow } from "../../src/workflows/sweeps/reconcile"
import { hamonSendRefundsWorkflow } from "../../src/workflows/sweeps/send-refunds"
import { hamonSweepDeadlinesWorkflow } from "../../src/workflows/sweeps/sweep-deadlines"
import type { TestStore } from "./store"

/** Scenes that many tests begin with, over HTTP as customers and staff play them. */

export const EMAIL = "claire.martin@client.example"

type Where = Pick<TestStore, "shop" | "seeded">

/** A paid order of two teapots and a bowl: 39.90 × 2 + 14.50, and 5.90 of standard delivery. */
export async function ordered(store: Where, email = EMAIL): Promise<Answer> {
  const { shop, seeded } = store
  const { teapot, bowl } = seeded.products
  const order = await buy(shop, seeded, {
    email,
    name: { first: "Claire", last: "Martin" },
    units: [
      { variantId: teapot.variantId, quantity: 2 },
      { variantId: bowl.variantId, quantity: 1 },
    ],
  })
  await capture(shop, order.id)
  return order
}

/** The same, shipped in one parcel and received today. */
export async function delivered(store: Where, email = EMAIL): Promise<Answer> {
  const { shop, seeded } = store
  const order = await ordered(store, email)
  const units = order.items.map(({ id, quantity }: Answer) => ({ id, quantity }))
  const parcel = await ship(shop, order.id, units, { locationId: seeded.locationId, tracking: "LA1" })
  await shop.admin(`/hamon/orders/${order.id}/receptions`, {
    receptions: [{ fulfillment_id: parcel, received_on: today(), proof: { kind: "tracking", text: "LA1" } }],
  })
  return order
}

/** A gift card pays a part of a cart, as the loyalty plugin does it; core's own types do not name it. */
export async function giftCard({ container }: TestStore, cartId: string, amount: number): Promise<void> {
  const carts = container.resolve(Modules.CART) as unknown as {
    createCreditLines(lines: readonly object[]): Promise<unknown>
  }
  await carts.createCreditLines([{ cart_id: cartId, amount, reference: "gift-card", reference_id: "gc_1" }])
}

export type Declared = { readonly reference: string; readonly code: string; readonly id: string }

/** Declares on the hosted page, in its two steps, and reads reference and code in the acknowledgement. */
export async function declared(
  store: TestStore,
  order: { display_id: number | string },
  { email = EMAIL, articles = null as readonly (readonly [string, number])[] | null } = {},
): Promise<Declared> {
  const { shop, mailbox } = store
  const review = await shop.page("/retractation", {
    step: "review",
    lang: "fr",
    name: "Claire Martin",
    email,
    order: String(order.display_id),
    scope: articles ? "part" : "whole",
    article: articles?.map(([article]) => article) ?? [],
    quantity: articles?.map(([, quantity]) => String(quantity)) ?? [],
  })
  const recorded = await shop.page("/retractation", { step: "confirm", lang: "fr", state: fieldIn(review, "state") })
  const reference = /[2-9A-Z]{4}(?:-[2-9A-Z]{4}){3}/.exec(recorded.html)?.[0] as string
  const letter = await mailbox.waitFor(({ subject }) => subject.includes(reference))
  const code = codeIn(letter.text ?? "", reference)
  const { withdrawals } = await shop.admin(`/hamon/withdrawals?q=${reference}`)
  return { reference, code, id: withdrawals[0].id }
}

/** The code of an acknowledgement. */
export function codeIn(text: string, reference: string): string {
  return /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(text.replaceAll(reference, ""))?.[0] ?? ""
}

/** Types the code: core's return is opened. */
export async function proven(store: TestStore, { reference, code, id }: Declared): Promise<Answer> {
  await store.shop.page("/retractation/suivi", { reference, code })
  return until(async () => {
    const { withdrawal } = await store.shop.admin(`/hamon/withdrawals/${id}`)
    return withdrawal.return_id ? withdrawal : null
  })
}

/** A withdrawal whose goods are back with the merchant. */
export async function goodsBack(store: TestStore, articles: readonly (readonly [string, number])[] | null = null) {
  const order = await delivered(store)
  const declaration = await declared(store, order, { articles })
  const { return_id } = await proven(store, declaration)
  await receive(store.shop, return_id)
  await until(async () => (await withdrawalOf(store, declaration.id)).goods_back_on)
  return { order, ...declaration }
}

/** Staff pay by transfer what Medusa's manual provider booked without moving money, and say so. */
export async function paysByHand(store: TestStore, id: string, on = today()): Promise<void> {
  for (const refund of (await withdrawalOf(store, id)).refunds) {
    if (refund.state !== "booked") continue
    await store.shop.admin(`/hamon/refunds/${refund.id}/paid`, { means: "transfer", on, proof: "VIR 7" })
  }
}

export async function withdrawalOf({ shop }: TestStore, id: string): Promise<Answer> {
  return (await shop.admin(`/hamon/withdrawals/${id}`)).withdrawal
}

/** Runs every job once, as the clock of the store would. */
export async function runJobs({ container }: TestStore): Promise<void> {
  await hamonReconcileWorkflow(container).run()
  await hamonAskProvidersWorkflow(container).run()
  await hamonApplyProviderEventsWorkflow(container).run()
  await hamonAdvanceWithdrawalsWorkflow(container).run()
  await hamonSendRefundsWorkflow(container).run()
  await hamonSweepDeadlinesWorkflow(container).run()
  await hamonDeliverLettersWorkflow(container).run()
}

/** Asks again until there is an answer. @throws Error after 20 seconds */
export async function until<T>(ask: () => Promise<T>): Promise<NonNullable<T>> {
  const end = Date.now() + 20_000
  while (Date.now() < end) {
    const answer = await ask()
    if (answer) return answer
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`no answer after 20 s: ${ask.toString().slice(0, 200)}`)
}

/** Today in Paris. */
export function today(): string {
  return dayOf(0)
}

/** A day in Paris. @param days from today; negative: before */
export function dayOf(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000)
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(at)
}
