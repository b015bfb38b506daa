import { DEFAULT_OPTIONS } from "../../law"
import type { HamonOptions } from "../../modules/hamon/options"
import type { Followed } from "../../modules/hamon/operations/followed"
import { followedPicture } from "../picture"
import { returnSlip } from "../return-slip"

const NOW = new Date("2026-12-01T10:00:00Z")
const MERCHANT = {
  name: "Maison Lin",
  address: { lines: ["12 rue de la République"], postalCode: "69002", city: "Lyon", country: "FR" },
  returnCost: { paidBy: "customer", atMost: "45.00" },
}
const BREAKDOWN = {
  lines: [{ line: "l1", title: "Théière", quantity: 1, amount: "39.90" }],
  delivery: "2.50",
  total: "42.40",
  alreadyRefunded: "0.00",
  takenRefunds: [],
  reason: { fr: "Parce que.", en: "Because." },
  articles: ["L221-24"],
}
const clock = (kind: string, more: object = {}) => ({
  kind,
  state: "running",
  due_on: "2026-12-06",
  met_on: null,
  reason: { fr: "Parce que.", en: "Because." },
  articles: ["L221-24"],
  ...more,
})
const line = (more: object) => ({
  key: "withdrawal:hamwd_1:pay_1",
  kind: "refund",
  state: "booked",
  currency: "eur",
  amount: "42.40",
  payment_id: "pay_1",
  payment_provider_id: "pp_stripe_stripe",
  provider_status: "succeeded",
  paid_otherwise: null,
  booked_at: NOW,
  ...more,
})

function picture(more: Partial<Record<keyof Followed, unknown>> = {}, withdrawal: object = {}, law: object = {}) {
  const followed = {
    withdrawal: {
      reference: "2345-6789-ABCD-EFGH",
      declared: {
        name: "Claire",
        email: "c@client.example",
        orderNumber: "1042",
        scope: "whole",
        articles: [],
        comment: "",
      },
      sent_at: new Date("2026-11-22T09:00:00Z"),
      sent_on: null,
      status: "return_open",
      flags: [],
      outcome: null,
      phase: "delivered",
      goods_back_on: null,
      proof_of_dispatch_on: null,
      proof_given_on: null,
      keep_goods: "none",
      keep_goods_asked_at: null,
      other_means: null,
      ...withdrawal,
    },
    lines: [
      {
        id: "w1",
        order_line_id: "l1",
        title: "Théière",
        quantity: 1,
        exception: null,
        decision: "none_needed",
        decision_ground: null,
      },
    ],
    deadlines: [clock("return_of_goods"), clock("refund")],
    refunds: [],
    breakdown: BREAKDOWN,
    surcharge: null,
    deductions: [],
    uploads: [],
    letters: [],
    order: {
      display_id: 1042,
      currency: "eur",
      place: { territories: ["FR"] },
      status: "open",
      facts: { lines: [{ id: "l1", title: "Théière" }], parcels: [] },
    },
    received: [],
    merchant: MERCHANT,
    merchantThen: MERCHANT,
    informedBefore: true,
    ...more,
  } as unknown as Followed
  const options = { law: { ...DEFAULT_OPTIONS, ...law } } as HamonOptions
  return followedPicture(followed, { locale: "fr", now: NOW, options })
}

describe("the picture of a declaration", () => {
  it("L221-24: says by when the money comes until all of it is paid, and nothing of a clock that was cancelled", () => {
    expect(picture().refund?.due).toMatchObject({ on: "2026-12-06", words: "au plus tard le 6 décembre 2026" })
    expect(picture({ deadlines: [clock("refund", { due_on: null, state: "waiting" })] }).refund?.due.words).toMatch(
      /^dès que les articles sont revenus/,
    )
    expect(picture({ deadlines: [clock("refund", { state: "canceled" })] }).refund).toBeNull()
  })

  it("L221-18: of a declaration sent after the period nothing is asked or promised until the seller has accepted it", () => {
    const waiting = { state: "waiting" }
    const deadlines = [clock("return_of_goods", waiting), clock("refund", waiting)]
    const late = picture({ deadlines, surcharge: null }, { flags: ["late"], status: "matched" })
    expect(late).toMatchObject({ refund: null, goods: null, clocks: [], proof: { may_give: false } })
    expect(late.standing).toContain("sans y être tenu")
    const accepted = picture({}, { flags: ["late_accepted"], status: "matched" })
    expect(accepted).toMatchObject({ refund: { due: { on: "2026-12-06" } }, goods: { due_on: "2026-12-06" } })
    const declined = picture({ deadlines: [] }, { flags: ["late"], status: "closed", outcome: "declined" })
    expect(declined.standing).toContain("n'a pas retenu")
  })

  it("what another declaration covers already is said, with what to do", () => {
    const taken = picture({ lines: [], refunds: [] }, { status: "matched", flags: ["withdrawn_before"] })
    expect(taken.standing).toContain("Une autre déclaration vise déjà ces articles")
  })

  it.each([
    [{ state: "planned" }, "Approuvé ; il va être envoyé."],
    [{ state: "unknown" }, "Le vendeur vérifie"],
    [{ provider_status: "pending" }, "Transmis à l'établissement de paiement"],
    [{ state: "failed", provider_status: "failed" }, "Votre banque a renvoyé l'argent"],
    [{ payment_provider_id: "pp_system_default" }, "le vendeur le verse lui-même"],
    [{ paid_otherwise: { means: "transfer", on: "2026-11-30" } }, "Versé le 30 novembre 2026."],
    [{}, "Envoyé le 1 décembre 2026."],
  ])("a part of the refund that is %j is told in words", (state, words) => {
    const said = picture({ refunds: [line(state)] }).refund?.payments[0].words.replaceAll("\u00a0", " ")
    expect(said).toContain(words)
  })

  it("what staff refunded in Medusa is taken off, and its line of nothing is not shown", () => {
    const settled = line({ amount: "0.00", payment_id: null })
    const { refund } = picture({ refunds: [settled], breakdown: { ...BREAKDOWN, alreadyRefunded: "42.40" } })
    expect(refund).toMatchObject({ payments: [], sums: { already_refunded: "42.40", to_pay: "0.00" } })
  })

  it("L221-23: an accepted deduction is taken off once, whether the plan knows it or not; a contested one is not", () => {
    const deduction = (state: string) => ({
      id: "d",
      order_line_id: "l1",
      currency: "eur",
      amount: "9.90",
      state,
      ground: "Rayée",
      answer: null,
      answered_at: null,
    })
    const toPay = (more: object) => picture(more).refund?.sums?.to_pay
    expect(toPay({ deductions: [deduction("accepted")] })).toBe("32.50")
    expect(toPay({ deductions: [deduction("contested")] })).toBe("42.40")
    const known = { ...BREAKDOWN, total: "32.50", deductions: [{ id: "d", line: "l1", amount: "9.90" }] }
    expect(toPay({ deductions: [deduction("accepted")], breakdown: known })).toBe("32.50")
  })

  it("L221-24: its rows add up to what is paid: less a deduction, a refund made before and what was never paid", () => {
    const deductions = [{ id: "d", line: "l1", amount: "9.90" }]
    const breakdown = { ...BREAKDOWN, total: "32.50", deductions, alreadyRefunded: "10.00", notPaid: "2.50" }
    const sums = picture({ breakdown }).refund?.sums
    expect(sums?.rows.map(({ kind, amount, taken_off }) => [kind, taken_off ? `-${amount}` : amount])).toEqual([
      ["line", "39.90"],
      ["delivery", "2.50"],
      ["deduction", "-9.90"],
      ["already_refunded", "-10.00"],
      ["not_paid", "-2.50"],
    ])
    expect(sums?.to_pay).toBe("20.00")
    const beyond = picture({
      breakdown: { ...BREAKDOWN, lines: [], delivery: "0.00", total: "0.00" },
      refunds: [line({})],
    })
    expect(beyond.refund?.sums?.rows.at(-1)).toMatchObject({ kind: "in_excess", amount: "42.40", taken_off: false })
    // Paid in part by gift card: two means, one sum.
    const both = [line({ amount: "30.00" }), line({ amount: "12.40", payment_id: null, payment_provider_id: null })]
    expect(picture({ refunds: both }).refund?.sums).toMatchObject({ to_pay: "42.40", rows: { length: 2 } })
  })

  it("L221-21: of a declaration that came by post the day alone is told", () => {
    expect(picture({}, { sent_on: "2026-11-22" }).sent_in_words).toBe("22 novembre 2026")
    expect(picture().sent_in_words).toBe("22 novembre 2026 à 10:00:00 (heure de Paris)")
  })

  it("L221-23: the customer bears the return only where he was told so before the order", () => {
    expect(picture().goods?.cost).toMatchObject({ paid_by: "customer", at_most: "45.00" })
    expect(picture({ informedBefore: false }).goods?.cost).toMatchObject({ paid_by: "merchant", at_most: null })
    expect(picture({ merchantThen: { ...MERCHANT, returnCost: undefined } }).goods?.cost.paid_by).toBe("merchant")
  })

  it("L242-4: nothing on top while it is in time; late, the increase of the day; without a rate, that is said", () => {
    expect(picture().refund?.surcharge).toBeNull()
    const surcharge = {
      on: "2026-12-01",
      owed: "2.12",
      late: 16,
      paid: "0.00",
      articles: ["L242-4"],
      reason: BREAKDOWN.reason,
    }
    expect(picture({ surcharge }).refund?.surcharge).toMatchObject({ days_late: 16, amount: "2.12", on: "2026-12-01" })
    expect(picture({ surcharge: { ...surcharge, owed: null, reason: null } }).refund?.surcharge).toMatchObject({
      amount: null,
      reason: expect.stringContaining("pas encore publié"),
    })
  })

  it("U21: the wish to keep the goods is offered unless the shop reads the law so that a withdrawal stands", () => {
    expect(picture().keep_goods.may_ask).toBe(true)
    expect(picture({}, {}, { u21TakingBack: "never" }).keep_goods.may_ask).toBe(false)
  })

  it("what ended says how, in place of what comes next", () => {
    expect(picture({}, { status: "closed", outcome: "kept", keep_goods: "agreed" })).toMatchObject({
      standing: expect.stringContaining("vous gardez les articles"),
      keep_goods: { may_ask: false },
      other_means: { may_choose: false },
      proof: { may_give: false },
      lines: [{ decision: "kept" }],
    })
    expect(picture({}, { status: "closed", outcome: "declined" }).standing).toContain("n'a pas retenu")
  })

  it("a wish is not offered once money moves", () => {
    const { keep_goods, other_means } = picture({ refunds: [line({ state: "sending" })] })
    expect([keep_goods.may_ask, other_means.may_choose]).toEqual([false, false])
  })
})

describe("the return slip (L221-23)", () => {
  it("is the same bytes for the same declaration, whenever it is printed, and another for another", async () => {
    const [first, second] = await Promise.all([
      returnSlip(picture(), "Maison Lin"),
      returnSlip(picture(), "Maison Lin"),
    ])
    expect(first?.equals(second as Buffer)).toBe(true)
    const other = await returnSlip(picture({}, { reference: "ZZZZ-6789-ABCD-EFGH" }), "Maison Lin")
    expect(first?.equals(other as Buffer)).toBe(false)
  })

  it("there is none where nothing is to be sent back", async () => {
    expect(await returnSlip(picture({ deadlines: [clock("refund")] }), "Maison Lin")).toBeNull()
  })
})
