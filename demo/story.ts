import type { Mailbox, Mail } from "../scripts/mailbox"
import { buy, capture, receive, ship } from "../scripts/shop/checkout"
import { type Answer, fieldIn, type Shop } from "../scripts/shop/client"
import type { SeededShop } from "../scripts/shop/seed"
import { moveClock } from "./clock"
import type { EarlierStory } from "./folder"
import { STAFF } from "./store"
import type { Moment } from "./timeline"

const DAY = 24 * 60 * 60 * 1000
const PATIENCE = 60_000

export type Stage = {
  readonly shop: Shop
  readonly seeded: SeededShop
  readonly mailbox: Mailbox
  readonly progress: (step: string) => void
}

/** A guest of this story: another one each time it is played. */
function guest() {
  const names = ["Martin", "Bernard", "Petit", "Durand", "Moreau", "Laurent", "Garcia", "Roux", "Fontaine", "Mercier"]
  const last = names[Math.floor(Date.now() / 1000) % names.length]
  return { first: "Claire", last, email: `claire.${last.toLowerCase()}.${Date.now().toString(36)}@client.example` }
}

/**
 * One withdrawal from order to refund, over HTTP alone: as a guest in the shop, as staff in the admin, and on the hosted
 * page as a browser without script. It begins six days ago and ends now.
 * @returns what happened, for the timeline, and what a later start can look at again
 * @throws Error whose sentence says which step did not hold
 */
export async function playStory(stage: Stage): Promise<{ moments: Moment[]; earlier: EarlierStory }> {
  const { shop, seeded, mailbox, progress } = stage
  const moments: Moment[] = []
  const start = Date.now() - 6 * DAY
  const at = async (days: number): Promise<Date> => {
    const instant = new Date(start + days * DAY)
    await moveClock(instant)
    // Yesterday's token has expired on the new day.
    await shop.logIn(STAFF.email, STAFF.password)
    return instant
  }
  const customer = guest()
  const mine = (word: string) => (mail: Mail) => mail.to.includes(customer.email) && mail.subject.includes(word)

  let today = await at(0)
  progress("Claire commande une théière en double et un bol, et paie / orders two teapots and a bowl, and pays")
  const order = await buy(shop, seeded, {
    email: customer.email,
    name: customer,
    units: [
      { variantId: seeded.products.teapot.variantId, quantity: 2 },
      { variantId: seeded.products.bowl.variantId, quantity: 1 },
    ],
  })
  await capture(shop, order.id)
  progress("la confirmation arrive dans la boîte / the confirmation arrives in the mailbox")
  const confirmation = await mailbox.waitFor(mine("Confirmation"), PATIENCE)
  for (const words of ["Théière en grès", "Bol en grès", "100,20", "Maison Lin", "rétractation", "/retractation"]) {
    check((confirmation.text ?? "").includes(words), `the order confirmation does not say "${words}"`)
  }
  const opened = await picture(shop, order.id)
  moments.push(
    moment(today, "Commande et confirmation", "Order and confirmation", ["L221-13", "L221-5"], null),
    moment(
      today,
      "Livraison promise",
      "Delivery promised",
      clock(opened, "delivery").articles,
      clock(opened, "delivery").reason,
    ),
  )

  today = await at(1)
  progress("l'atelier expédie deux colis / staff fulfil and ship two parcels")
  const line = (sku: string) => order.items.find((item: Answer) => item.variant_sku === sku)
  const parcels = { locationId: seeded.locationId }
  const first = await ship(shop, order.id, [{ id: line("THE-60").id, quantity: 2 }], { ...parcels, tracking: "6A01" })
  const second = await ship(shop, order.id, [{ id: line("BOL-35").id, quantity: 1 }], { ...parcels, tracking: "6A02" })
  moments.push(moment(today, "Deux colis partis", "Two parcels left", ["L216-1"], null))

  for (const [parcel, day, proof] of [
    [first, 2, "6A01, remis contre signature"],
    [second, 4, "6A02, boîte aux lettres"],
  ] as const) {
    today = await at(day)
    progress(
      `réception du ${today.toLocaleDateString("fr-FR")} enregistrée avec sa preuve / reception recorded with its proof`,
    )
    await shop.admin(`/hamon/orders/${order.id}/receptions`, {
      receptions: [{ fulfillment_id: parcel, received_on: civil(today), proof: { kind: "tracking", text: proof } }],
    })
  }
  const received = await picture(shop, order.id)
  const period = clock(received, "withdrawal_period")
  check(period.state === "running", "the withdrawal period does not run after the last reception")
  moments.push(
    moment(today, "Le délai de rétractation court", "The withdrawal period runs", period.articles, period.reason),
  )

  today = await at(5)
  progress(
    "Claire se rétracte d'une théière, sans compte, en deux étapes / withdraws one teapot, without an account, in two steps",
  )
  const reference = await declare(stage, customer, order)
  progress("l'accusé de réception arrive avec un code / the acknowledgement arrives with a code")
  const acknowledgement = await mailbox.waitFor(mine(reference), PATIENCE)
  const words = (acknowledgement.text ?? "").replaceAll(reference, "")
  check(!/accept/i.test(words), "the acknowledgement says that the withdrawal was accepted")
  const code = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(words)?.[0] ?? ""
  moments.push(
    moment(today, "Rétractation reçue et accusée", "Withdrawal received and acknowledged", ["L221-21", "D221-5"], null),
  )

  progress(
    "la déclaration est rapprochée, le code prouve l'adresse, le retour s'ouvre / matched, proven, the return is opened",
  )
  const found = await until("the declaration is matched", async () => {
    const { withdrawals } = await shop.admin(`/hamon/withdrawals?q=${reference}`)
    return withdrawals[0]?.order_id ? withdrawals[0] : null
  })
  const followed = await shop.page("/retractation/suivi", { lang: "fr", reference, code })
  check(followed.status === 200, "the code of the acknowledgement does not open the withdrawal")
  const open = await until("the return is opened", async () => {
    const { withdrawal } = await shop.admin(`/hamon/withdrawals/${found.id}`)
    return withdrawal.return_id ? withdrawal : null
  })
  const waiting = clock(open, "refund")
  moments.push(
    moment(
      today,
      "Retour ouvert, remboursement attendu",
      "Return open, refund awaited",
      waiting.articles,
      waiting.reason,
    ),
  )

  today = await at(6)
  await moveClock(null)
  progress("le colis revient et est reçu dans Medusa / the parcel comes back and is received in Medusa")
  await receive(shop, open.return_id)
  const back = await until("the goods are back", async () => {
    const { withdrawal } = await shop.admin(`/hamon/withdrawals/${found.id}`)
    return withdrawal.goods_back_on ? withdrawal : null
  })
  moments.push(
    moment(
      today,
      "Articles récupérés",
      "Goods recovered",
      clock(back, "refund").articles,
      clock(back, "refund").reason,
    ),
  )

  progress(
    "le remboursement passe par le grand livre et le module de paiement / the refund goes through the ledger and Medusa",
  )
  await shop.admin(`/hamon/withdrawals/${found.id}/refund`, {})
  const done = await until("the refund is booked", async () => {
    const { withdrawal } = await shop.admin(`/hamon/withdrawals/${found.id}`)
    return withdrawal.status === "refunded" ? withdrawal : null
  })
  const [refund] = done.refunds
  const letter = await mailbox.waitFor(mine("remboursement"), PATIENCE)
  moments.push(
    moment(
      today,
      `Remboursement de ${refund.amount} €`,
      `Refund of ${refund.amount} €`,
      refund.breakdown.articles,
      refund.breakdown.reason,
    ),
  )
  await checkBooks(shop, order.id, refund.amount)
  return {
    moments,
    earlier: {
      orderId: order.id,
      withdrawalId: found.id,
      email: customer.email,
      refunded: refund.amount,
      subjects: [confirmation, acknowledgement, letter].map(({ subject }) => subject),
    },
  }
}

/** The two steps of L221-21 and D221-5, as a browser without script does them. @returns the public reference */
async function declare({ shop }: Stage, customer: ReturnType<typeof guest>, order: Answer): Promise<string> {
  const review = await shop.page("/retractation", {
    step: "review",
    lang: "fr",
    name: `${customer.first} ${customer.last}`,
    email: customer.email,
    order: String(order.display_id),
    scope: "part",
    article: "Théière en grès",
    quantity: "1",
  })
  check(review.html.includes("Confirmer la rétractation"), "the second step does not show the statutory words")
  const recorded = await shop.page("/retractation", { step: "confirm", lang: "fr", state: fieldIn(review, "state") })
  const reference = /[2-9A-Z]{4}(?:-[2-9A-Z]{4}){3}/.exec(recorded.html)?.[0]
  check(recorded.status === 200 && reference !== undefined, "the declaration was not recorded")
  return reference as string
}

/** Medusa's own books: the refund is there once, nothing is outstanding. */
async function checkBooks(shop: Shop, orderId: string, amount: string): Promise<void> {
  const { order } = await shop.admin(`/orders/${orderId}?fields=*summary,*payment_collections.payments.refunds`)
  const refunds = order.payment_collections.flatMap(({ payments }: Answer) =>
    payments.flatMap(({ refunds }: Answer) => refunds),
  )
  check(refunds.length === 1 && refunds[0].amount === Number(amount), `Medusa's refunds are ${JSON.stringify(refunds)}`)
  check(order.summary.pending_difference === 0, `Medusa's outstanding balance is ${order.summary.pending_difference}`)
}

/** Looks at an earlier story again: its order, its letters, its refund. @throws Error with what is not there any more */
export async function checkEarlier({ shop, mailbox }: Stage, story: EarlierStory): Promise<void> {
  const { withdrawal } = await shop.admin(`/hamon/withdrawals/${story.withdrawalId}`)
  check(withdrawal.status === "refunded", `the earlier withdrawal is ${withdrawal.status}`)
  await checkBooks(shop, story.orderId, story.refunded)
  const kept = (await mailbox.messages()).filter(({ to }) => to.includes(story.email)).map(({ subject }) => subject)
  for (const subject of story.subjects)
    check(kept.includes(subject), `the letter "${subject}" is not in the mailbox any more`)
}

async function picture(shop: Shop, orderId: string): Promise<Answer> {
  return until("the case of the order is opened", async () => {
    const answer = await shop.admin(`/hamon/orders/${orderId}`).catch(() => null)
    return answer?.hamon_order ?? null
  })
}

function clock({ deadlines }: Answer, kind: string): Answer {
  return deadlines.find((one: Answer) => one.kind === kind)
}

function moment(at: Date, fr: string, en: string, articles: readonly string[], why: Answer): Moment {
  return { at, what: { fr, en }, articles, why }
}

function civil(instant: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(instant)
}

async function until<T>(what: string, ask: () => Promise<T>): Promise<NonNullable<T>> {
  const end = Date.now() + PATIENCE
  while (Date.now() < end) {
    const answer = await ask()
    if (answer) return answer
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`after ${PATIENCE / 1000} s it still does not hold that ${what}`)
}

function check(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise)
}
