import { buy, capture, ship } from "../../scripts/shop/checkout"
import { checkBooks, checkProvider, ledgerOf } from "./books"
import { byCard } from "./paying"
import { check, clock, guest, LAST_DAY, lettersTo, moment, PATIENCE, type Stage, type Story } from "./stage"
import { declare, lineOf, picture, prove, received, refund, takeBack } from "./steps"

/**
 * One withdrawal from order to refund, over HTTP alone: as a guest in the shop, as staff in the admin, and on the hosted
 * page as a browser without script. In a shop with payments the guest pays by card, and her bank asks her to confirm.
 * @throws Error whose sentence says which step did not hold
 */
export async function* claire(stage: Stage): Story {
  const { shop, shopUrl, seeded, mailbox, edges, progress, tell } = stage
  const customer = guest("Claire")
  const mine = lettersTo(customer)

  let today = yield 0
  progress("Claire commande une théière en double et un bol, et paie / orders two teapots and a bowl, and pays")
  const order = await buy(shop, seeded, {
    email: customer.email,
    name: customer,
    units: [
      { variantId: seeded.products.teapot.variantId, quantity: 2 },
      { variantId: seeded.products.bowl.variantId, quantity: 1 },
    ],
    ...(edges && { means: byCard({ edges, shopUrl }) }),
  })
  await capture(shop, order.id)
  if (edges) {
    progress("sa banque a demandé une confirmation, Stripe a encaissé / her bank asked, Stripe has captured")
    const paid = await ledgerOf(stage, order.id, "stripe")
    check(paid.captured === 10_020, `Stripe has captured ${paid.captured} cents`)
    const articles = ["CMF L133-44"]
    tell(moment(today, "Carte confirmée à la banque (3-D Secure)", "Card confirmed at the bank", articles, paid.why))
  }
  progress("la confirmation arrive dans la boîte / the confirmation arrives in the mailbox")
  const confirmation = await mailbox.waitFor(mine("Confirmation"), PATIENCE)
  for (const words of ["Théière en grès", "Bol en grès", "100,20", "Maison Lin", "rétractation", "/retractation"]) {
    check((confirmation.text ?? "").includes(words), `the order confirmation does not say "${words}"`)
  }
  const delivery = clock(await picture(stage, order.id), "delivery")
  tell(moment(today, "Commande et confirmation", "Order and confirmation", ["L221-13", "L221-5"], null))
  tell(moment(today, "Livraison promise", "Delivery promised", delivery.articles, delivery.reason))

  today = yield 1
  progress("l'atelier expédie deux colis / staff fulfil and ship two parcels")
  const parcel = (sku: string, quantity: number, tracking: string) =>
    ship(shop, order.id, [{ id: lineOf(order, sku).id, quantity }], { locationId: seeded.locationId, tracking })
  const first = await parcel("THE-60", 2, "6A01")
  const second = await parcel("BOL-35", 1, "6A02")
  tell(moment(today, "Deux colis partis", "Two parcels left", ["L216-1"], null))

  for (const [id, day, proof] of [
    [first, 2, "6A01, remis contre signature"],
    [second, 4, "6A02, boîte aux lettres"],
  ] as const) {
    today = yield day
    const on = today.toLocaleDateString("fr-FR")
    progress(`réception du ${on} enregistrée avec sa preuve / reception recorded with its proof`)
    await received(stage, order.id, id, today, proof)
  }
  const period = clock(await picture(stage, order.id), "withdrawal_period")
  check(period.state === "running", "the withdrawal period does not run after the last reception")
  tell(moment(today, "Le délai de rétractation court", "The withdrawal period runs", period.articles, period.reason))

  today = yield 5
  progress(
    "Claire se rétracte d'une théière, sans compte, en deux étapes / withdraws one teapot, without an account, in two steps",
  )
  const reference = await declare(stage, customer, order, "Théière en grès")
  progress("l'accusé de réception arrive avec un code / the acknowledgement arrives with a code")
  const acknowledgement = await mailbox.waitFor(mine(reference), PATIENCE)
  const words = (acknowledgement.text ?? "").replaceAll(reference, "")
  check(!/accept/i.test(words), "the acknowledgement says that the withdrawal was accepted")
  const acts = ["L221-21", "D221-5"]
  tell(moment(today, "Rétractation reçue et accusée", "Withdrawal received and acknowledged", acts, null))

  progress(
    "la déclaration est rapprochée, le code prouve l'adresse, le retour s'ouvre / matched, proven, the return is opened",
  )
  const open = await prove(stage, reference, words)
  const waiting = clock(open, "refund")
  tell(
    moment(
      today,
      "Retour ouvert, remboursement attendu",
      "Return open, refund awaited",
      waiting.articles,
      waiting.reason,
    ),
  )

  today = yield LAST_DAY
  progress("le colis revient et est reçu dans Medusa / the parcel comes back and is received in Medusa")
  const due = clock(await takeBack(stage, open), "refund")
  tell(moment(today, "Articles récupérés", "Goods recovered", due.articles, due.reason))

  progress(
    "le remboursement passe par le grand livre et le module de paiement / the refund goes through the ledger and Medusa",
  )
  const { amount, breakdown } = await refund(stage, open.id, { atProvider: edges !== null })
  const letter = await mailbox.waitFor(mine("remboursement"), PATIENCE)
  const [fr, en] = [`Remboursement de ${amount.replace(".", ",")} €`, `Refund of €${amount}`]
  tell(moment(today, fr, en, breakdown.articles, breakdown.reason))
  await checkBooks(shop, order.id, amount)
  const books = edges && (await ledgerOf(stage, order.id, "stripe"))
  const paidAt = books ? { provider: "stripe" as const, reference: books.reference } : undefined
  await checkProvider(stage, { orderId: order.id, refunded: amount, paidAt })
  if (books) {
    progress("Stripe a rendu ce montant, au centime / Stripe has given back that amount, to the cent")
    tell(moment(today, "Rendu sur la carte", "Given back to the card", ["L221-24"], books.why))
  }
  const subjects = [confirmation, acknowledgement, letter].map(({ subject }) => subject)
  return { orderId: order.id, withdrawalId: open.id, email: customer.email, refunded: amount, subjects, paidAt }
}
