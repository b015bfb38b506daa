import { randomUUID } from "node:crypto"
import type { Answer, Shop } from "../../scripts/shop/client"
import { seedShop } from "../../scripts/shop/seed"
import { delivered, ordered, today, until } from "../support/scenes"

/** Declarations as staff find them on their desk, by what is to be done. */
export type Desk = {
  readonly orderId: string
  readonly productId: string
  readonly withdrawals: Record<"toMatch" | "toLookAt" | "toPayByHand" | "deducted" | "held", string>
}

/** Makes them over the admin API, in a shop that sells nothing yet. */
export async function seedDesk(shop: Shop): Promise<Desk> {
  const seeded = await seedShop(shop)
  const where = { shop, seeded }
  const toMatch = await record(shop, "Sans Commande")

  const twice = await delivered(where, "nina@client.example")
  const articles = [{ article: "BOL-35", quantity: 4 }]
  const asked = { scope: "part", articles, order_number: String(twice.display_id), email: twice.email }
  const toLookAt = await record(shop, "Nina Durand", asked)

  const transfer = await delivered(where, "jeanne@client.example")
  const toPayByHand = await matched(shop, transfer, "Jeanne Durand")
  const details = "Jeanne Durand\nFR76 3000 6000 0112 3456 7890 189"
  const ground = "Au téléphone, puis par lettre signée du même jour."
  await act(shop, toPayByHand, "other-means", { means: "transfer", details, on: today(), ground })
  await act(shop, toPayByHand, "proof-of-dispatch", { on: today(), proof: "Colissimo 6A 00012345678" })
  await act(shop, toPayByHand, "refund", {})

  const used = await delivered(where, "paul@client.example")
  const deducted = await matched(shop, used, "Paul Durand")
  const [teapots, bowl] = linesOf(used)
  await until(async () => (await shop.admin(`/hamon/withdrawals/${deducted}`)).withdrawal.return_id)
  await act(shop, deducted, "reception", {
    on: today(),
    lines: [
      { ...teapots, state: "used", note: "Traces de feu" },
      { ...bowl, state: "as_sent", note: "" },
    ],
  })
  const spoilt = { order_line_id: teapots.order_line_id, amount: "12.50", ground: "Traces de feu sur le fond." }
  await act(shop, deducted, "deductions", spoilt)

  const held = await matched(shop, await ordered(where, "lea@client.example"), "Léa Durand")
  return {
    orderId: used.id,
    productId: seeded.products.teapot.id,
    withdrawals: { toMatch, toLookAt, toPayByHand, deducted, held },
  }
}

async function record(shop: Shop, name: string, more: object = {}): Promise<string> {
  const { withdrawal } = await shop.admin("/hamon/withdrawals", {
    declaration_key: randomUUID(),
    channel: "phone",
    name,
    email: "",
    order_number: "",
    scope: "whole",
    comment: "Je me rétracte.",
    sent_on: today(),
    received_on: today(),
    ...more,
  })
  return withdrawal.id
}

/** Recorded by staff, who found its order themselves: all of it. */
async function matched(shop: Shop, order: Answer, name: string): Promise<string> {
  const id = await record(shop, name)
  await act(shop, id, "match", { order_id: order.id, lines: linesOf(order) })
  return id
}

/** The teapots first, as they were bought. */
function linesOf(order: Answer): { order_line_id: string; quantity: number }[] {
  const lines = order.items.map(({ id, quantity }: Answer) => ({ order_line_id: id, quantity }))
  return lines.sort((one: Answer, other: Answer) => other.quantity - one.quantity)
}

function act(shop: Shop, id: string, path: string, body: object): Promise<Answer> {
  return shop.admin(`/hamon/withdrawals/${id}/${path}`, body)
}
