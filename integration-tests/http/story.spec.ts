import { buy, capture, receive, ship } from "../../scripts/shop/checkout"
import { fieldIn } from "../../scripts/shop/client"
import { paysByHand } from "../support/scenes"
import { storeSuite } from "../support/store"

const EMAIL = "claire.martin@client.example"

storeSuite("the story of one withdrawal", (store) => {
  it("goes from the order to the refund, with the articles it rests on", async () => {
    const { shop, seeded, mailbox, at } = store
    const { teapot, bowl } = seeded.products
    const stockBefore = await stockOf("THE-60")

    // The order and its confirmation.
    const order = await buy(shop, seeded, {
      email: EMAIL,
      name: { first: "Claire", last: "Martin" },
      units: [
        { variantId: teapot.variantId, quantity: 2 },
        { variantId: bowl.variantId, quantity: 1 },
      ],
    })
    const confirmation = await mailbox.waitFor(({ subject }) => subject.includes("Confirmation de votre commande"))
    const words = flat(confirmation.text ?? "")
    for (const part of [
      "Théière en grès",
      "Bol en grès",
      "39,90 €",
      "14,50 €",
      "100,20 €",
      "Livraison standard à domicile",
      "8 passage de la Bonne Graine",
      "Paiement manuel",
      "Maison Lin",
      "RCS Lyon 732 829 320",
      "droit de rétractation",
      "/retractation",
      "Date et heure de la commande",
      "(heure de Paris)",
    ]) {
      expect(words).toContain(part)
    }

    // Two parcels, received two days apart.
    await capture(shop, order.id)
    const [teapots, bowls] = ["THE-60", "BOL-35"].map((sku) =>
      order.items.find((item: { variant_sku: string }) => item.variant_sku === sku),
    )
    const parcels = { locationId: seeded.locationId }
    const first = await ship(shop, order.id, [{ id: teapots.id, quantity: 2 }], { ...parcels, tracking: "LA1" })
    const second = await ship(shop, order.id, [{ id: bowls.id, quantity: 1 }], { ...parcels, tracking: "LA2" })
    const today = dayAfter(new Date().toISOString(), 0)
    at(`${dayAfter(today, 4)}T09:00:00Z`)
    await shop.admin(`/hamon/orders/${order.id}/receptions`, {
      receptions: [
        { fulfillment_id: first, received_on: dayAfter(today, 1), proof: { kind: "tracking", text: "LA1" } },
      ],
    })
    const { hamon_order } = await shop.admin(`/hamon/orders/${order.id}/receptions`, {
      receptions: [
        { fulfillment_id: second, received_on: dayAfter(today, 3), proof: { kind: "signature", text: "C. M." } },
      ],
    })
    const period = clock(hamon_order, "withdrawal_period")
    expect(period.state).toBe("running")
    expect(period.due_on >= dayAfter(today, 17)).toBe(true)
    expect(period.articles).toContain("L221-18")

    // The declaration, in two steps, without an account.
    const form = await shop.page("/retractation", undefined, { "accept-language": "fr-FR,fr;q=0.9" })
    expect(form.status).toBe(200)
    expect(form.html).toContain("Renoncer au contrat ici")
    const review = await shop.page("/retractation", {
      step: "review",
      lang: "fr",
      name: "Claire Martin",
      email: EMAIL,
      order: `n° ${order.display_id}`,
      scope: "part",
      article: ["THE-60", "", "", ""],
      quantity: ["1", "", "", ""],
      comment: "",
    })
    expect(review.html).toContain("Confirmer la rétractation")
    const recorded = await shop.page("/retractation", { step: "confirm", lang: "fr", state: fieldIn(review, "state") })
    expect(recorded.status).toBe(200)
    expect(recorded.html).toContain("a été reçue")
    const acknowledgement = await mailbox.waitFor(({ subject }) => subject.includes("reçu votre rétractation"))
    expect(acknowledgement.text).toMatch(/1 × THE-60/)
    expect(acknowledgement.text).not.toMatch(/accept/i)
    const code = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b(?!-)/.exec(
      (acknowledgement.text ?? "").replace(/[2-9A-Z]{4}(-[2-9A-Z]{4}){3}/g, ""),
    )?.[0] as string
    const reference = /[2-9A-Z]{4}(-[2-9A-Z]{4}){3}/.exec(acknowledgement.subject)?.[0] as string

    // Matched, then proven by the code: core's return is opened.
    await until(async () => (await shop.admin(`/hamon/withdrawals`)).withdrawals[0].status === "matched")
    const followed = await shop.page("/retractation/suivi", { lang: "fr", reference, code: code.toLowerCase() })
    expect(followed.status).toBe(200)
    expect(followed.html).toContain("3 quai Perrache")
    const withdrawal = await until(async () => {
      const { withdrawals } = await shop.admin(`/hamon/withdrawals`)
      return withdrawals[0].status === "return_open" ? withdrawals[0] : null
    })
    expect(withdrawal.assurance).toBe("email_proven")
    expect(withdrawal.flags).toEqual([])
    const { withdrawal: detail } = await shop.admin(`/hamon/withdrawals/${withdrawal.id}`)
    expect(detail.return_id).toMatch(/^return_/)
    expect(detail.deadlines.find(({ kind }: { kind: string }) => kind === "refund").state).toBe("waiting")

    // The parcel is back, the refund goes out through the ledger.
    await receive(shop, detail.return_id)
    await until(
      async () => (await shop.admin(`/hamon/withdrawals/${withdrawal.id}`)).withdrawal.status === "goods_back",
    )
    const approved = await shop.admin(`/hamon/withdrawals/${withdrawal.id}/refund`, {})
    // 39,90 € of 94,30 €, and the same share of the 5,90 € of standard delivery: 2,50 €.
    expect(approved.withdrawal.refunds.map(({ amount }: { amount: string }) => amount)).toEqual(["42.40"])
    const refundLetter = await mailbox.waitFor(({ subject }) => subject.includes("remboursement"))
    expect(flat(refundLetter.text ?? "")).toContain("42,40 €")
    expect(flat(refundLetter.text ?? "")).toContain("Le vendeur effectue")
    await paysByHand(store, withdrawal.id, dayAfter(today, 4))
    await mailbox.waitFor(
      ({ subject, text }) => subject.includes("remboursement") && /Virement bancaire/.test(text ?? ""),
    )
    const done = (await shop.admin(`/hamon/orders/${order.id}`)).hamon_order
    expect(done.withdrawals[0]).toMatchObject({ status: "refunded", refunds: [{ state: "booked", amount: "42.40" }] })
    expect(done.deadlines.find((one: Clock) => one.kind === "refund").state).toBe("met")

    // Medusa's own books agree.
    const { order: core } = await shop.admin(
      `/orders/${order.id}?fields=total,*summary,*payment_collections.payments.refunds`,
    )
    expect(core.summary.pending_difference).toBe(0)
    expect(core.payment_collections[0].payments[0].refunds.map(({ amount }: { amount: number }) => amount)).toEqual([
      42.4,
    ])
    expect(await stockOf("THE-60")).toBe(stockBefore - 1)
    expect(await mailbox.messages()).toHaveLength(4)
  })

  async function stockOf(sku: string): Promise<number> {
    const { inventory_items } = await store.shop.admin(`/inventory-items?sku=${sku}&fields=stocked_quantity`)
    return inventory_items[0].stocked_quantity
  }
})

type Clock = { kind: string; state: string; due_on: string; articles: string[] }

function clock({ deadlines }: { deadlines: Clock[] }, kind: string): Clock {
  return deadlines.find((one) => one.kind === kind) as Clock
}

/** Text without line breaks and without the narrow spaces of French amounts. */
function flat(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, " ")
}

function dayAfter(date: string, days: number): string {
  const day = new Date(date)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}

/** Asks again until there is an answer; the suite's time-out is the limit. */
async function until<T>(ask: () => Promise<T>): Promise<NonNullable<T>> {
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
