import { buy, capture, ship } from "../../scripts/shop/checkout"
import { checkBooks, checkProvider, ledgerOf } from "./books"
import { byPaypal } from "./paying"
import { check, guest, LAST_DAY, lettersTo, moment, PATIENCE, type Stage, type Story } from "./stage"
import { declare, lineOf, prove, received, refund, takeBack } from "./steps"

/**
 * A second withdrawal, in a shop with payments: paid with PayPal, received in one parcel, refunded in part.
 * @throws Error whose sentence says which step did not hold
 */
export async function* hugo(stage: Stage): Story {
  const { shop, shopUrl, seeded, mailbox, edges, progress, tell } = stage
  check(edges !== null, "there is no PayPal in this shop")
  const customer = guest("Hugo")
  const mine = lettersTo(customer)

  let today = yield 1.5
  progress(
    "Hugo commande une théière et un bol, et paie avec PayPal / orders a teapot and a bowl, and pays with PayPal",
  )
  const order = await buy(shop, seeded, {
    email: customer.email,
    name: customer,
    units: [
      { variantId: seeded.products.teapot.variantId, quantity: 1 },
      { variantId: seeded.products.bowl.variantId, quantity: 1 },
    ],
    means: byPaypal({ edges, shopUrl }),
  })
  await capture(shop, order.id)
  const paid = await ledgerOf(stage, order.id, "paypal")
  check(paid.captured === 6_030, `PayPal has captured ${paid.captured} cents`)
  tell(moment(today, "Hugo paie avec PayPal", "Hugo pays with PayPal", ["CMF L133-44"], paid.why))
  const confirmation = await mailbox.waitFor(mine("Confirmation"), PATIENCE)

  today = yield 3
  progress("son colis est expédié et reçu / his parcel is shipped and received")
  const units = ["THE-60", "BOL-35"].map((sku) => ({ id: lineOf(order, sku).id, quantity: 1 }))
  const parcel = await ship(shop, order.id, units, { locationId: seeded.locationId, tracking: "6A03" })
  await received(stage, order.id, parcel, today, "6A03, remis contre signature")

  today = yield 5.5
  progress("Hugo se rétracte du bol / withdraws the bowl")
  const reference = await declare(stage, customer, order, "Bol en grès")
  const acknowledgement = await mailbox.waitFor(mine(reference), PATIENCE)
  const open = await prove(stage, reference, acknowledgement.text ?? "")
  tell(moment(today, "Hugo se rétracte du bol", "Hugo withdraws the bowl", ["L221-21"], null))

  today = yield LAST_DAY
  progress("le bol revient, PayPal rembourse / the bowl comes back, PayPal refunds")
  await takeBack(stage, open)
  const { amount, breakdown } = await refund(stage, open.id, { atProvider: true })
  const letter = await mailbox.waitFor(mine("remboursement"), PATIENCE)
  await checkBooks(shop, order.id, amount)
  const books = await ledgerOf(stage, order.id, "paypal")
  const paidAt = { provider: "paypal" as const, reference: books.reference }
  await checkProvider(stage, { orderId: order.id, refunded: amount, paidAt })
  const [fr, en] = [`${amount.replace(".", ",")} € rendus par PayPal`, `€${amount} given back by PayPal`]
  tell(moment(today, fr, en, breakdown.articles, books.why))
  const subjects = [confirmation, acknowledgement, letter].map(({ subject }) => subject)
  return { orderId: order.id, withdrawalId: open.id, email: customer.email, refunded: amount, subjects, paidAt }
}
