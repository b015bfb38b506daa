import { paymentOf } from "../../integration-tests/support/edges"
import type { Answer, Shop } from "../../scripts/shop/client"
import type { EarlierStory, PaidAt } from "../folder"
import { check, type Stage, until } from "./stage"

/** Medusa's own books: the refund is there once, nothing is outstanding. */
export async function checkBooks(shop: Shop, orderId: string, amount: string): Promise<void> {
  const { order } = await shop.admin(`/orders/${orderId}?fields=*summary,*payment_collections.payments.refunds`)
  const refunds = order.payment_collections.flatMap(({ payments }: Answer) =>
    payments.flatMap(({ refunds }: Answer) => refunds),
  )
  check(refunds.length === 1 && refunds[0].amount === Number(amount), `Medusa's refunds are ${JSON.stringify(refunds)}`)
  check(order.summary.pending_difference === 0, `Medusa's outstanding balance is ${order.summary.pending_difference}`)
}

/** What the provider's ledger says of an order's payment, for the timeline. */
export async function ledgerOf(stage: Stage, orderId: string, provider: PaidAt["provider"]) {
  const { edges, shop } = stage
  check(edges !== null, "there is no provider in this shop")
  const reference = await paymentOf(shop, orderId)
  const { ledger } = edges[provider]
  const [captured, refunded] = [ledger.sum("captured", reference), ledger.refunded(reference)]
  const name = provider === "stripe" ? "Stripe" : "PayPal"
  const [fr, en] = ["fr-FR", "en-GB"].map((locale) => {
    const euros = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" })
    return (cents: number) => euros.format(cents / 100)
  })
  return {
    reference,
    captured,
    refunded,
    why: {
      fr: `Au grand livre de ${name} (${reference}) : ${fr(captured)} encaissés, ${fr(refunded)} remboursés.`,
      en: `${name}'s ledger (${reference}): ${en(captured)} captured, ${en(refunded)} refunded.`,
    },
  }
}

/** The provider has given back what Medusa booked, to the cent, and the plugin's own comparison says so too. */
export async function checkProvider(stage: Stage, story: Pick<EarlierStory, "orderId" | "refunded" | "paidAt">) {
  if (!stage.edges || !story.paidAt) return
  const { provider, reference } = story.paidAt
  const refunded = stage.edges[provider].ledger.refunded(reference)
  check(
    refunded === Math.round(Number(story.refunded) * 100),
    `${provider} has given back ${refunded} cents of ${reference}, and Medusa ${story.refunded}; begin anew with --fresh`,
  )
  await until(`the books of ${provider} and Medusa agree`, async () => {
    const { payments } = await stage.shop.admin(`/hamon/orders/${story.orderId}/payments`)
    return payments.length === 1 && payments[0].agree ? true : null
  })
}

/** Looks at an earlier story again: its order, its letters, its refund. @throws Error with what is not there any more */
export async function checkEarlier(stage: Stage, story: EarlierStory): Promise<void> {
  const { shop, mailbox } = stage
  const { withdrawal } = await shop.admin(`/hamon/withdrawals/${story.withdrawalId}`)
  check(withdrawal.status === "refunded", `the earlier withdrawal is ${withdrawal.status}`)
  await checkBooks(shop, story.orderId, story.refunded)
  await checkProvider(stage, story)
  const kept = (await mailbox.messages()).filter(({ to }) => to.includes(story.email)).map(({ subject }) => subject)
  for (const subject of story.subjects)
    check(kept.includes(subject), `the letter "${subject}" is not in the mailbox any more`)
}
