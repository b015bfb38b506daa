/**
 * `npm run demo`: one order told day by day, as the statute sees it. What the shop will do later, the law says here:
 * what happens, when, and why, with the articles. It needs no database and no network.
 */
import {
  type Bilingual,
  type Locale,
  latestDelivery,
  lateRefund,
  promisedDelivery,
  refundAmount,
  refundDeadline,
  returnDeadline,
  timeliness,
  withdrawalPeriod,
} from "../src/law"

type Step = {
  readonly when: string
  readonly what: Bilingual
  readonly articles: readonly string[]
  readonly why: Bilingual
}

/** A guest orders three units of two products; two parcels arrive two days apart; one unit goes back; the refund is late. */
function story(): Step[] {
  const place = { territories: ["FR"] }
  const promise = promisedDelivery({
    orderedOn: "2026-10-20",
    orderedAt: "15:30",
    cutOff: "14:00",
    delay: { kind: "workingDays", count: 4, week: ["monday", "tuesday", "wednesday", "thursday", "friday"] },
  })
  const delivery = latestDelivery({ concludedOn: "2026-10-20", announcedOn: promise.on })
  const waiting = withdrawalPeriod({ contract: "goods", receptions: ["2026-10-26T10:15", null], ...place })
  const period = withdrawalPeriod({
    contract: "goods",
    receptions: ["2026-10-26T10:15", "2026-10-28T18:40"],
    ...place,
  })
  const sent = timeliness("2026-11-12T23:30", period.last, place)
  const back = returnDeadline({ communicatedOn: "2026-11-12", ...place })
  const refund = refundDeadline({ informedOn: "2026-11-12", proofOfDispatchOn: "2026-11-14", ...place })
  const amount = refundAmount({
    lines: [
      { id: "Tasse", paid: "29.70", quantity: 2 },
      { id: "Théière", paid: "45.00", quantity: 1 },
    ],
    orderDiscount: "5.00",
    delivery: { paid: "9.90", standard: "4.90" },
    withdrawn: [{ line: "Tasse", quantity: 1 }],
  })
  const late = lateRefund({
    due: refund.due ?? "",
    paidOn: "2026-12-10",
    amount: amount.total,
    productPrice: amount.lines[0].amount,
  })
  const step = (
    when: string | null,
    fr: string,
    en: string,
    result: Pick<Step, "articles"> & { reason: Bilingual },
  ) => ({
    when: when ?? "…",
    what: { fr, en },
    articles: result.articles,
    why: result.reason,
  })
  return [
    step("2026-10-20", "Commande à 15 h 30, date promise", "Order at 3.30 pm, date promised", promise),
    step(delivery.latest, "Dernier jour de livraison", "Last day of delivery", delivery),
    step("2026-10-26", "Premier colis reçu", "First parcel received", waiting),
    step(period.last, "Dernier jour pour se rétracter", "Last day to withdraw", period),
    step("2026-11-12", "Rétractation envoyée à 23 h 30", "Withdrawal sent at 11.30 pm", sent),
    step(back.due, "Dernier jour de renvoi", "Last day to send back", back),
    step(refund.due, "Dernier jour de remboursement", "Last day of refund", refund),
    step(refund.due, `À rembourser : ${amount.total} EUR`, `To refund: ${amount.total} EUR`, amount),
    step("2026-12-10", `Remboursé en retard : + ${late.increase} EUR`, `Refunded late: + ${late.increase} EUR`, late),
  ]
}

function print(locale: Locale, steps: readonly Step[]): void {
  console.log(locale === "fr" ? "\nLa commande, jour par jour\n" : "\nThe order, day by day\n")
  for (const { when, what, why, articles } of steps) {
    console.log(`  ${when.padEnd(10)}  ${what[locale]}`)
    console.log(`              ${why[locale]}`)
    console.log(`              ${articles.join(", ")}\n`)
  }
}

const steps = story()
print("fr", steps)
print("en", steps)
