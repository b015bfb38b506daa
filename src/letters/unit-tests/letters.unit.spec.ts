import fc from "fast-check"
import { DEFAULT_OPTIONS } from "../../law"
import type { MerchantContent } from "../../modules/hamon/merchant"
import type { LetterLocale } from "../../modules/hamon/types"
import { renderLetter } from "../render"

const MERCHANT: MerchantContent = {
  name: "Maison <Lin> & fils",
  legalForm: "SARL",
  address: { lines: ["12 rue de la République"], postalCode: "69002", city: "Lyon", country: "FR" },
  email: "bonjour@maison-lin.example",
  telephone: "04 72 00 00 12",
  register: "RCS Lyon 732 829 320",
  sav: { telephone: "04 72 00 00 13", email: "sav@maison-lin.example", hours: { fr: "9 h à 18 h", en: "9 to 18" } },
}
const SHOP = { merchant: MERCHANT, publicUrl: "https://api.shop.example", law: DEFAULT_OPTIONS }

const ORDER = {
  displayId: 1042,
  placedAt: "2026-11-22T22:30:00.000Z",
  concludedOn: "2026-11-22",
  place: { territories: ["FR"] },
  currency: "eur",
  lines: [
    {
      id: "1",
      title: "Théière <b>en</b> grès",
      variant: "60 cl",
      sku: "THE-60",
      productId: "p",
      quantity: 2,
      paid: "79.80",
      unitPrice: "39.90",
      shipped: true,
    },
  ],
  delivery: [{ id: "s", name: "Livraison standard", paid: "5.90" }],
  total: "85.70",
  address: { name: "Claire Martin", lines: ["8 passage"], postalCode: "75011", city: "Paris", country: "fr" },
  payments: ["pp_stripe_stripe"],
}
const REFUND = {
  displayId: 1042,
  reference: "2345-6789-ABCD-EFGH",
  place: { territories: ["FR"] },
  currency: "eur",
  refundedAt: "2026-11-22T11:00:00.000Z",
  breakdown: {
    lines: [{ line: "1", title: "Théière en grès", quantity: 1, amount: "39.90" }],
    delivery: "2.50",
    total: "42.40",
    alreadyRefunded: "0.00",
    takenRefunds: [],
    reason: { fr: "Parce que.", en: "Because." },
    articles: ["L221-24"],
  },
}
const amountOf = (most: number) => fc.integer({ min: 0, max: most }).map((cents) => (cents / 100).toFixed(2))
/** Whatever a plan may say, and whatever was paid of it, part by gift card. */
const REFUNDS = fc.record({
  breakdown: fc.record({
    lines: fc.array(
      fc.record({
        line: fc.constant("1"),
        title: fc.constant("Théière"),
        quantity: fc.constant(1),
        amount: amountOf(50_000),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    delivery: amountOf(1_000),
    total: fc.constant("0.00"),
    alreadyRefunded: amountOf(20_000),
    takenRefunds: fc.constant([]),
    deductions: fc.array(fc.record({ id: fc.constant("d"), line: fc.constant("1"), amount: amountOf(60_000) }), {
      maxLength: 2,
    }),
    reason: fc.constant(REFUND.breakdown.reason),
    articles: fc.constant(["L221-24"]),
  }),
  parts: fc.array(
    fc.record({
      amount: amountOf(50_000),
      provider: fc.constantFrom("pp_stripe_stripe", "other"),
      on: fc.constant(null),
    }),
    { minLength: 1, maxLength: 2 },
  ),
})
const DECLARED = {
  reference: "2345-6789-ABCD-EFGH",
  sentAt: "2026-11-22T22:59:59.000Z",
  code: "WXYZ-2345",
  declared: {
    name: "Claire",
    email: "c@client.example",
    orderNumber: "1042",
    scope: "part",
    articles: [{ article: "A1", quantity: 1 }],
    comment: "<script>",
  },
}

function letter(kind: string, locale: LetterLocale, data: object, merchant: MerchantContent | null = MERCHANT) {
  return renderLetter(
    { kind, template_version: 1, locale, data: data as Record<string, unknown> },
    { ...SHOP, merchant },
  )
}

describe("letters", () => {
  it("L221-13: the confirmation says everything, in French", () => {
    const { subject, html, text } = letter("order_confirmation", "fr", ORDER)
    expect(subject).toBe("Confirmation de votre commande n° 1042")
    expect(html).toMatch(/<html[^>]* lang="fr"/)
    for (const words of [
      "Théière <b>en</b> grès — 60 cl (Référence THE-60)",
      "2 × 39,90 €",
      "79,80 €",
      "5,90 €",
      "85,70 €",
      "22 novembre 2026 à 23:30:00 (heure de Paris)",
      "Livraison standard",
      "8 passage, 75011 Paris, France",
      "22 décembre 2026",
      "Carte bancaire (Stripe)",
      "Maison <Lin> & fils",
      "RCS Lyon 732 829 320",
      "04 72 00 00 13",
      "https://api.shop.example/retractation",
      "MODÈLE DE FORMULAIRE DE RÉTRACTATION",
      "prend physiquement possession du dernier bien",
    ]) {
      expect(flat(text)).toContain(words)
    }
    expect(html).not.toContain("<b>en</b>")
  })

  it("and in English", () => {
    const { subject, text } = letter("order_confirmation", "en", ORDER)
    expect(subject).toBe("Confirmation of your order no. 1042")
    expect(flat(text)).toContain("22 November 2026 at 23:30:00 (Paris time)")
    expect(flat(text)).toContain("€85.70")
    expect(flat(text)).toMatch(/right to withdraw/i)
  })

  it("L223-1 C. com., 293 B CGI: the seller's capital stands beside his form, and who owes no VAT says so", () => {
    const seller = { ...MERCHANT, capital: "10 000 €" }
    expect(flat(letter("order_confirmation", "fr", ORDER, seller).text)).toContain("SARL · Capital social 10 000 €")
    const elsewhere = { ...seller, headOffice: { ...MERCHANT.address, city: "Lille" } }
    expect(flat(letter("order_confirmation", "fr", ORDER, elsewhere).text)).toMatch(/Siège social : .*Lille, France/)
    const exempt = { ...seller, vatNumber: undefined, vatExempt: true }
    const { text } = letter("order_confirmation", "fr", ORDER, exempt)
    expect(flat(text)).toContain("TVA non applicable, article 293 B du code général des impôts")
  })

  it("D221-5: the acknowledgement has content, date and hour, says received and never accepted", () => {
    const { subject, html, text } = letter("withdrawal_acknowledgement", "fr", DECLARED)
    expect(subject).toContain(DECLARED.reference)
    for (const words of [
      "1 × A1",
      "1042",
      "22 novembre 2026 à 23:59:59",
      "reçu",
      "WXYZ-2345",
      "6 décembre 2026",
      "<script>",
    ]) {
      expect(flat(text)).toContain(words)
    }
    expect(html).not.toContain("<script>")
    expect(text).not.toMatch(/accept/i)
    expect(letter("withdrawal_acknowledgement", "en", DECLARED).text).not.toMatch(/accept/i)
  })

  it("L221-23: the acknowledgement says who pays the return as the merchant says it; who said nothing pays it", () => {
    const said = (merchant: MerchantContent) =>
      flat(letter("withdrawal_acknowledgement", "fr", DECLARED, merchant).text)
    expect(said(MERCHANT)).toContain("le vendeur prend les frais de renvoi à sa charge (L221-23)")
    expect(said({ ...MERCHANT, returnCost: { paidBy: "customer" } })).toContain(
      "les frais de renvoi sont à votre charge, sauf si le vendeur les prend à la sienne ou ne vous en a pas informé",
    )
  })

  it("L221-24: of a letter that came by post the acknowledgement says the day alone, and the refund runs from the day it arrived", () => {
    const posted = { ...DECLARED, sentAt: "2026-11-02T11:00:00.000Z", sentOn: "2026-11-02", informedOn: "2026-11-09" }
    const text = flat(letter("withdrawal_acknowledgement", "fr", posted).text)
    expect(text).toContain("2 novembre 2026")
    expect(text).not.toMatch(/\d\d:\d\d/)
    // Fourteen days from the postmark to send the goods back, and from the arrival to refund.
    expect(text).toContain("16 novembre 2026")
    expect(text).toContain("23 novembre 2026")
    const hold = { displayId: 1042, reference: "R", place: {}, code: "C", lines: [], sentAt: posted.sentAt }
    expect(flat(letter("withdrawal_hold", "fr", { ...hold, sentOn: posted.sentOn }).text)).not.toMatch(/\d\d:\d\d/)
    expect(flat(letter("withdrawal_hold", "fr", hold).text)).toMatch(/2 novembre 2026 à 12:00:00/)
  })

  it("L221-3: who is no consumer is told so by the articles that say it", () => {
    const declined = {
      reference: "R",
      displayId: 1042,
      basis: "no_right",
      ground: "Achat pour une société.",
      lines: [],
    }
    const said = flat(letter("withdrawal_declined", "fr", declined).text)
    expect(said).toContain("article liminaire et article L221-3")
    expect(said).not.toContain("L221-18")
  })

  it.each([
    ["pp_hamon-stripe_default", "Carte bancaire (Stripe)", "Payment card (Stripe)"],
    ["pp_hamon-paypal_default", "PayPal", "PayPal"],
    ["pp_stripe_stripe", "Carte bancaire (Stripe)", "Payment card (Stripe)"],
    ["pp_system_default", "Paiement manuel (virement ou chèque)", "Manual payment (transfer or cheque)"],
    ["transfer", "Virement bancaire", "Bank transfer"],
    ["other", "Autre moyen, convenu avec vous", "Other means, agreed with you"],
    ["pp_elsewhere_default", "Paiement en ligne", "Online payment"],
  ])("L221-24: the notice of refund says by which means %s was paid", (provider, french, english) => {
    const refund = { ...REFUND, parts: [{ amount: "42.40", provider }] }
    expect(flat(letter("refund_made", "fr", refund).text)).toContain(`(${french}) : 42,40 €`)
    expect(flat(letter("refund_made", "en", refund).text)).toContain(`(${english}): €42.40`)
  })

  it("L221-24: the rows of the notice of refund add up to what was paid, with what was deducted, refunded before, never paid or paid in excess", () => {
    fc.assert(
      fc.property(REFUNDS, ({ breakdown, parts }) => {
        const { html } = letter("refund_made", "fr", { ...REFUND, breakdown, parts })
        const cells = [...html.matchAll(/<td[^>]*>(?:<strong>)?(− )?([\d\s]+),(\d\d)\s€/g)]
        const amounts = cells.map(([, minus, whole, cents]) => {
          const amount = Number(`${whole.replace(/\s/g, "")}${cents}`)
          return minus ? -amount : amount
        })
        expect(amounts.length).toBeGreaterThan(breakdown.lines.length + 1)
        const total = amounts.pop()
        expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(total)
        expect(total).toBe(parts.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0))
      }),
      { numRuns: 30 },
    )
  })

  it("L221-24: a refund that staff made otherwise is told with its day, and with no hour that nobody knows", () => {
    const by = (parts: object[]) => flat(letter("refund_made", "fr", { ...REFUND, parts }).text)
    const transfer = { amount: "42.40", provider: "transfer", on: "2026-11-20" }
    const otherwise = by([transfer])
    expect(otherwise).toContain("(Virement bancaire) : 42,40 €, le 20 novembre 2026")
    expect(otherwise).not.toMatch(/Envoyé le|par le moyen de paiement de la commande/)
    const card = { amount: "10.00", provider: "pp_hamon-stripe_default", on: null }
    expect(by([card, transfer])).toContain("Envoyé le : 22 novembre 2026 à 12:00:00 (heure de Paris)")
    expect(by([card])).toContain("a été envoyé sur le moyen de paiement de la commande")
  })

  it("L221-24: what the seller has yet to pay by hand is not said to be sent; what was sent may take days to arrive", () => {
    const told = (provider: string, locale: LetterLocale) =>
      flat(letter("refund_made", locale, { ...REFUND, parts: [{ amount: "42.40", provider, on: null }] }).text)
    const byHand = told("pp_system_default", "fr")
    expect(byHand).toContain("Le vendeur effectue ce remboursement lui-même, par le moyen que vous avez utilisé")
    expect(byHand).toContain("Approuvé le : 22 novembre 2026")
    expect(byHand).not.toMatch(/est parti|a été envoyé par le moyen|Envoyé le|quelques jours/)
    expect(told("pp_system_default", "en")).not.toMatch(/on its way|was sent|Sent on|a few days/)
    expect(told("pp_hamon-stripe_default", "fr")).toMatch(/est parti.*quelques jours.*contactez le vendeur/i)
    expect(told("pp_hamon-stripe_default", "fr")).not.toContain("lui-même")
  })

  it("CNIL 2022-100: the code that unlocks an account is typed, no link holds it", () => {
    const data = { code: "WXYZ-2345", until: "2026-11-23T10:00:00.000Z" }
    const { subject, html, text } = letter("account_unlock", "fr", data)
    expect(subject).not.toContain("WXYZ")
    expect(flat(text)).toContain("WXYZ-2345")
    expect(flat(text)).toContain("23 novembre 2026 à 11:00:00")
    expect(html.match(/href="[^"]*"/g)).toContain('href="https://api.shop.example/compte/deverrouiller"')
    expect(html.match(/href="[^"]*"/g)?.join()).not.toContain("WXYZ")
    expect(flat(letter("account_unlock", "en", data).text)).toContain("If it was not you, do nothing")
  })

  it("say that the merchant is unknown rather than inventing one", () => {
    const { text } = letter("order_confirmation", "fr", ORDER, null)
    expect(flat(text)).toContain("L'identité du vendeur n'a pas encore été renseignée")
  })

  it("of a kind or version that nobody wrote are an error that names it", () => {
    expect(() => letter("birthday", "fr", {})).toThrow("no template for the letter birthday, version 1")
  })

  it("are the same bytes for the same data", () => {
    expect(letter("order_confirmation", "fr", ORDER)).toEqual(letter("order_confirmation", "fr", ORDER))
  })
})

/** Line breaks and the narrow spaces of French amounts as one space. */
function flat(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, " ")
}
