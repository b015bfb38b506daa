import { receive } from "../../scripts/shop/checkout"
import { type Answer, fieldIn } from "../../scripts/shop/client"
import { check, civil, type Guest, type Stage, until } from "./stage"

/** What the store does by itself a moment after it was asked, each waited for. */

export async function picture({ shop }: Stage, orderId: string): Promise<Answer> {
  return until("the case of the order is opened", async () => {
    const answer = await shop.admin(`/hamon/orders/${orderId}`).catch(() => null)
    return answer?.hamon_order ?? null
  })
}

export function lineOf(order: Answer, sku: string): Answer {
  return order.items.find((item: Answer) => item.variant_sku === sku)
}

/** Staff write down that a parcel was received, with what proves it. */
export async function received({ shop }: Stage, orderId: string, parcel: string, today: Date, proof: string) {
  await shop.admin(`/hamon/orders/${orderId}/receptions`, {
    receptions: [{ fulfillment_id: parcel, received_on: civil(today), proof: { kind: "tracking", text: proof } }],
  })
}

/** The two steps of L221-21 and D221-5, as a browser without script does them. @returns the public reference */
export async function declare({ shop }: Stage, customer: Guest, order: Answer, article: string): Promise<string> {
  const review = await shop.page("/retractation", {
    step: "review",
    lang: "fr",
    name: `${customer.first} ${customer.last}`,
    email: customer.email,
    order: String(order.display_id),
    scope: "part",
    article,
    quantity: "1",
  })
  check(review.html.includes("Confirmer la rétractation"), "the second step does not show the statutory words")
  const recorded = await shop.page("/retractation", { step: "confirm", lang: "fr", state: fieldIn(review, "state") })
  const reference = /[2-9A-Z]{4}(?:-[2-9A-Z]{4}){3}/.exec(recorded.html)?.[0]
  check(recorded.status === 200 && reference !== undefined, "the declaration was not recorded")
  return reference
}

/** The customer types the code of the acknowledgement. @returns the withdrawal, with its return */
export async function prove({ shop }: Stage, reference: string, acknowledgement: string): Promise<Answer> {
  const code = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(acknowledgement.replaceAll(reference, ""))?.[0] ?? ""
  const found = await until("the declaration is matched", async () => {
    const { withdrawals } = await shop.admin(`/hamon/withdrawals?q=${reference}`)
    return withdrawals[0]?.order_id ? withdrawals[0] : null
  })
  const followed = await shop.page("/retractation/suivi", { lang: "fr", reference, code })
  check(followed.status === 200, "the code of the acknowledgement does not open the withdrawal")
  return until("the return is opened", async () => {
    const { withdrawal } = await shop.admin(`/hamon/withdrawals/${found.id}`)
    return withdrawal.return_id ? withdrawal : null
  })
}

/** Staff receive the parcel that comes back. @returns the withdrawal as it is then */
export async function takeBack({ shop }: Stage, { id, return_id }: Answer): Promise<Answer> {
  await receive(shop, return_id)
  return until("the goods are back", async () => {
    const { withdrawal } = await shop.admin(`/hamon/withdrawals/${id}`)
    return withdrawal.goods_back_on ? withdrawal : null
  })
}

/** Staff approve. @returns the line of the ledger, booked; at a provider: arrived there */
export async function refund({ shop }: Stage, id: string, { atProvider }: { atProvider: boolean }): Promise<Answer> {
  await shop.admin(`/hamon/withdrawals/${id}/refund`, {})
  return until("the refund is booked", async () => {
    const { withdrawal } = await shop.admin(`/hamon/withdrawals/${id}`)
    const [line] = withdrawal.refunds
    if (withdrawal.status !== "refunded") return null
    return !atProvider || line.provider_status === "succeeded" ? line : null
  })
}
