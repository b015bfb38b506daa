import type { Seen } from "../checks/outcome"
import type { ConformityFacts } from "../facts"
import { conformityReport, type ReportRow } from "../report"
import type { Place, RowState } from "../row"
import { API_URL, goodShop, MERCHANT, SHOP_URL, TERMS_FR } from "./good-shop"

type Change = (facts: ConformityFacts) => Partial<ConformityFacts>
type Case = readonly [title: string, row: string, change: Change, state: RowState, place: string, words: string]

const SETTINGS = "/settings/hamon"

const NOWHERE = { lines: [], postalCode: "", city: "", country: "" }
const FRENCH_ALONE = { fr: "Oui", en: "" }
const ODR = "https://ec.europa.eu/consumers/odr"

/** Members of the profile: each is looked at by a duty of the same name, and mended at its anchor. */
const MERCHANT_CASES: readonly Case[] = [
  duty("LCEN 19: no name", "name", "name", { name: "" }),
  duty("LCEN 19: no legal form", "legal_form", "legalForm", { legalForm: undefined }),
  duty("L221-5: an address that is none", "address", "address", { address: NOWHERE }),
  duty("L221-5: a malformed e-mail address", "email", "email", { email: "bonjour" }),
  duty("L121-16: a premium telephone", "telephone", "telephone", { telephone: "08 99 00 00 00" }, "missing", "Premium"),
  duty("LCEN 19: a registered office that is nowhere", "head_office", "headOffice", { headOffice: NOWHERE }),
  duty("L111-1: no activity", "activity", "activity", { activity: undefined }),
  duty("LCEN 19: no address of the shop", "website", "website", { website: undefined }, "at_risk"),
  duty("R123-221 C. com.: a SIREN with a wrong key", "siren", "siren", { siren: "732829321" }),
  duty("R123-237 C. com.: a register without its city", "register", "register", { register: "RCS 732 829 320" }),
  duty("L223-1 C. com.: a company without its capital", "capital", "capital", { capital: undefined }),
  duty("286 ter CGI: a VAT number with a wrong key", "vat", "vatNumber", { vatNumber: "FR45732829320" }),
  duty("LCEN 1-1: nobody answers for what is published", "publication_director", "publicationDirector", {
    publicationDirector: undefined,
  }),
  duty("LCEN 1-1: no host", "host", "host", { host: undefined }),
  duty("LCEN 19: a permit in one language", "authority", "authority", { authority: FRENCH_ALONE }),
  duty("L711-1 CPI: a number of no trademark", "trademark", "trademark", {
    trademark: { name: "Lin", inpiNumber: "12" },
  }),
  duty("L121-16: a premium after-sales number of an old profile", "sav", "sav", {
    sav: { ...MERCHANT.sav, telephone: "08 92 00 00 00" },
  }),
  duty("L121-16: a premium number for the security of payments", "security", "security", {
    security: { telephone: "3245", email: "a@b.example" },
  }),
  duty("L221-14: no word of where it delivers", "delivery", "delivery", { delivery: undefined }),
  duty("L221-23: a return address that is none", "return_address", "returnAddress", { returnAddress: NOWHERE }),
  duty("L221-5: a cost of the return that is no amount", "return_cost", "returnCost", {
    returnCost: { paidBy: "customer", atMost: "45" },
  }),
  duty("L616-1: no mediator", "mediator", "mediator", { mediator: undefined }),
  duty("Reg. (UE) 2024/3228: a link to the closed platform", "closed_platform", "mediator", {
    activity: { fr: ODR, en: ODR },
  }),
  [
    "C. civ. 1127-1: no terms of sale",
    "merchant.terms",
    terms(null),
    "missing",
    `${SETTINGS}#terms`,
    "Publish your terms",
  ],
  [
    "L221-5: terms of sale older than the withdrawal function",
    "merchant.terms_withdrawal",
    terms(TERMS_FR, "2026-06-18T10:00:00Z"),
    "at_risk",
    `${SETTINGS}#terms`,
    "19 June 2026",
  ],
  [
    "D211-2: terms without the box on guarantees",
    "merchant.terms_guarantees",
    terms("x"),
    "at_risk",
    `${SETTINGS}#terms`,
    "word for word",
  ],
  [
    "R616-1: terms without the mediator",
    "merchant.terms_mediator",
    terms("x"),
    "at_risk",
    `${SETTINGS}#terms`,
    "mediator",
  ],
  [
    "L111-1: terms of sale in French alone",
    "merchant.terms_english",
    ({ terms: both }) => ({ terms: both.filter(({ locale }) => locale === "fr") }),
    "at_risk",
    `${SETTINGS}#terms`,
    "French terms",
  ],
]

/** Of each row: what breaks the shop, what the report then says, and where it sends staff. */
const CASES: readonly Case[] = [
  [
    "LCEN 19, L221-5: a seller who is not published",
    "profile_published",
    withMerchant(null),
    "missing",
    SETTINGS,
    "publish it",
  ],
  ...MERCHANT_CASES,
  [
    "L111-1: products without their characteristics",
    "products_informed",
    ({ products }) => ({
      products: {
        ...products,
        uninformed: {
          count: 12,
          first: [{ id: "prod_1", title: "Bol", sentences: [{ fr: "Manque.", en: "It lacks." }] }],
        },
      },
    }),
    "missing",
    "/products",
    "12 of 6",
  ],
  [
    "L111-1: a shop without products",
    "products_informed",
    products({ count: 0 }),
    "not_verified",
    "/products",
    "No product",
  ],
  [
    "L111-1: a catalogue looked at in part",
    "products_informed",
    products({ all: false }),
    "not_verified",
    "/products",
    "not looked at",
  ],
  [
    "L221-28: an exception of services on goods",
    "products_excepted",
    products({ wronglyExcepted: { count: 1, first: [{ id: "prod_1", title: "Bol", sentences: [] }] } }),
    "missing",
    "/products",
    "does not fit 1",
  ],
  [
    "L221-28: an article excepted without a word",
    "products_excepted",
    ({ checkouts }) => ({ checkouts: [{ ...checkouts[0], exceptionsUnsaid: ["Mug gravé"] }] }),
    "missing",
    "/orders/order_1",
    "L221-20",
  ],
  [
    "Dir. 2024/825: no official notice",
    "harmonised_notice",
    notices({ fr: null, en: null }),
    "missing",
    SETTINGS,
    "unchanged",
  ],
  [
    "Dir. 2024/825: the notice in French alone",
    "harmonised_notice",
    notices({ en: null }),
    "at_risk",
    SETTINGS,
    "English",
  ],
  [
    "L133-44 CMF: 3-D Secure left to the bank",
    "three_d_secure",
    ({ options }) => ({
      options: {
        ...options,
        gateways: options.gateways.map((one) => ({ ...one, threeDSecure: "automatic" as const })),
      },
    }),
    "at_risk",
    "stripe.threeDSecure",
    '"any"',
  ],
  [
    "L133-44 CMF: cards of a provider whose setting nobody reads",
    "three_d_secure",
    both(regions("pp_stripe_stripe"), ({ options }) => ({ options: { ...options, gateways: [] } })),
    "not_verified",
    "/settings/regions",
    "Stripe",
  ],
  [
    "L221-14: no region",
    "means_of_payment",
    ({ shop }) => ({ shop: { ...shop, regions: [] } }),
    "missing",
    "/settings/regions",
    "make one",
  ],
  [
    "L221-14: one means of payment",
    "means_of_payment",
    regions("pp_hamon-paypal_default"),
    "missing",
    "/settings/regions/reg_0",
    "two means",
  ],
  [
    "L221-14: cards and nothing else",
    "means_of_payment",
    regions("pp_hamon-stripe_default", "pp_stripe_stripe"),
    "missing",
    "/settings/regions/reg_0",
    "without a card",
  ],
  [
    "L221-24: a provider of ours whose options the plugin lacks",
    "payment_events",
    ({ options }) => ({ options: { ...options, gateways: options.gateways.filter(({ name }) => name === "stripe") } }),
    "missing",
    "paypal",
    "withHamon",
  ],
  [
    "L221-24: no provider of ours",
    "payment_events",
    both(regions("pp_system_default"), ({ options }) => ({ options: { ...options, gateways: [] } })),
    "not_verified",
    "stripe",
    "read nowhere",
  ],
  [
    "L221-24: webhooks that never came",
    "payment_events",
    () => ({ events: { stripe: { told: 0, asked: 3 } } }),
    "at_risk",
    "stripe.webhookSecret",
    `${API_URL}/hooks/hamon/stripe`,
  ],
  [
    "L221-24: a provider that may ignore the amount of a refund",
    "other_providers",
    regions("pp_paypal_other", "pp_hamon-paypal_default"),
    "at_risk",
    "/settings/regions",
    "new key",
  ],
  [
    "RGPD 32: an API without https",
    "https_api",
    seen("https_api", "missing", "not_https"),
    "missing",
    "publicUrl",
    "not encrypted",
  ],
  [
    "RGPD 32: a certificate that browsers refuse",
    "https_storefront",
    seen("https_storefront", "missing", "certificate_refused"),
    "missing",
    "storefrontUrl",
    "install a valid one",
  ],
  [
    "RGPD 32: a certificate about to expire",
    "https_api",
    seen("https_api", "at_risk", "certificate_expires"),
    "at_risk",
    "publicUrl",
    "renew it",
  ],
  [
    "RGPD 32: http without a redirect",
    "https_storefront",
    seen("https_storefront", "at_risk", "plain_http_answers"),
    "at_risk",
    "storefrontUrl",
    "add the redirect",
  ],
  [
    "RGPD 32: an internal address",
    "https_api",
    seen("https_api", "not_verified", "not_asked"),
    "not_verified",
    "publicUrl",
    "not the address of a public website",
  ],
  [
    "D221-5: no link to the withdrawal function",
    "withdrawal_link_html",
    seen("withdrawal_link_html", "missing", "link_absent"),
    "missing",
    SHOP_URL,
    `${API_URL}/retractation`,
  ],
  [
    "D221-5: a link whose words say nothing",
    "withdrawal_link_html",
    seen("withdrawal_link_html", "at_risk", "link_unclear"),
    "at_risk",
    SHOP_URL,
    "do not say clearly",
  ],
  [
    "D221-5: a link hidden on a wide screen",
    "withdrawal_link_desktop",
    seen("withdrawal_link_desktop", "missing", "link_hidden"),
    "missing",
    SHOP_URL,
    "nobody sees it",
  ],
  [
    "D221-5: a link hidden on a phone",
    "withdrawal_link_phone",
    seen("withdrawal_link_phone", "missing", "link_hidden"),
    "missing",
    SHOP_URL,
    "nobody sees it",
  ],
  [
    "D221-5: nobody drew the page",
    "withdrawal_link_phone",
    seen("withdrawal_link_phone", "not_verified", "no_browser"),
    "not_verified",
    SHOP_URL,
    "CHROMIUM_PATH",
  ],
  [
    "D221-5: the storefront does not answer",
    "withdrawal_link_html",
    seen("withdrawal_link_html", "not_verified", "unreachable"),
    "not_verified",
    SHOP_URL,
    "check again",
  ],
  [
    "D221-5: nobody has looked yet",
    "withdrawal_link_html",
    () => ({ checks: {} }),
    "not_verified",
    SHOP_URL,
    "Not checked yet",
  ],
  [
    "D221-5: the storefront has moved since",
    "withdrawal_link_html",
    ({ options }) => ({ options: { ...options, storefrontUrl: "https://new.shop.example" } }),
    "not_verified",
    "https://new.shop.example",
    "Not checked yet",
  ],
  [
    "D221-5: nobody said where the storefront is",
    "withdrawal_link_desktop",
    ({ options }) => ({ options: { ...options, storefrontUrl: undefined } }),
    "not_verified",
    "storefrontUrl",
    "give the option",
  ],
  [
    "D221-5: the daily check stopped",
    "withdrawal_link_html",
    () => ({ at: new Date("2026-11-24T10:00:00Z") }),
    "not_verified",
    SHOP_URL,
    "too old",
  ],
  [
    "LCEN 19: no link to the legal notices",
    "legal_notice_link",
    seen("legal_notice_link", "missing", "link_absent"),
    "missing",
    SHOP_URL,
    `${API_URL}/mentions-legales`,
  ],
  [
    "L221-14: a button that says nothing of paying",
    "order_button",
    label("Valider"),
    "missing",
    "/orders/order_1",
    "void",
  ],
  [
    "L221-14: words nobody has judged",
    "order_button",
    label("C'est parti"),
    "at_risk",
    "/orders/order_1",
    "to be checked",
  ],
  [
    "L221-14: a storefront that does not say its label",
    "order_button",
    label(null),
    "at_risk",
    "/orders/order_1",
    "did not say",
  ],
  ["L221-14: no order yet", "order_button", () => ({ checkouts: [] }), "not_verified", "/orders", "No order"],
  [
    "L121-17: extras that nobody holds",
    "extras_enforced",
    ({ options }) => ({ options: { ...options, extras: { ...options.extras, enforce: false } } }),
    "at_risk",
    "extras.enforce",
    "take extras.enforce out",
  ],
  [
    "L121-17: an extra charged without a choice",
    "extras_unchosen",
    stuck("unchosenExtras"),
    "missing",
    "/orders/order_9",
    "refund them",
  ],
  [
    "L221-24: a sweeper that stopped",
    "sweepers",
    ({ sweeps }) => ({
      sweeps: sweeps.map((one) =>
        one.id === "refunds" ? { ...one, startedAt: new Date("2026-11-20T09:50:00Z") } : one,
      ),
    }),
    "missing",
    "/withdrawals",
    "Automatic work has stopped",
  ],
  [
    "L221-24: a sweeper that never ran",
    "sweepers",
    ({ sweeps }) => ({ sweeps: sweeps.filter(({ id }) => id !== "ask-providers") }),
    "missing",
    "/withdrawals",
    "Automatic work has stopped",
  ],
  [
    "L221-13: a sweeper that fails",
    "sweepers",
    ({ sweeps }) => ({
      sweeps: sweeps.map((one) => (one.id === "letters" ? { ...one, lastError: "no server" } : one)),
    }),
    "missing",
    "/withdrawals",
    "or fails",
  ],
  [
    "L221-13: nothing carries letters",
    "email_provider",
    () => ({ emailProviders: [] }),
    "missing",
    "smtp",
    "No e-mail provider",
  ],
  [
    "L221-13: letters that end in the server's log",
    "email_provider",
    () => ({ emailProviders: ["@medusajs/medusa/notification-local"] }),
    "at_risk",
    "smtp",
    "nobody gets them",
  ],
  [
    "L221-13: a letter that did not leave",
    "letters_failed",
    stuck("lettersFailed"),
    "missing",
    "/orders/order_9",
    "send them again",
  ],
  [
    "L221-24: a refund of unknown outcome",
    "refunds_unknown",
    stuck("refundsUnknown"),
    "missing",
    "/orders/order_9",
    "look at the provider",
  ],
  ["L221-24: a refund that failed", "refunds_failed", stuck("refundsFailed"), "missing", "/orders/order_9", "not paid"],
  [
    "L242-4: a deadline that has passed",
    "deadlines_passed",
    stuck("deadlinesPassed"),
    "missing",
    "/orders/order_9",
    "have passed",
  ],
  [
    "CNIL 2022-100: a shop with password rules of its own",
    "passwords",
    ({ options }) => ({ options: { ...options, accounts: { ...options.accounts, enabled: false } } }),
    "at_risk",
    "accounts.enabled",
    "rules of its own",
  ],
]

describe("each row of the report: broken it says so and where, mended it is met", () => {
  it.each(CASES)("%s", (_, id, change, state, place, words) => {
    const facts = goodShop()
    const broken = rowOf({ ...facts, ...change(facts) }, id)
    expect({ state: broken.state, place: placeOf(broken.place) }).toEqual({ state, place })
    expect(broken.sentence.en).toContain(words)
    expect(broken.sentence.fr).not.toBe(broken.sentence.en)
    expect(rowOf(facts, id)).toMatchObject({ state: "met", fine: null })
  })

  it("no row is left without such a case", () => {
    const rows = conformityReport(goodShop()).subjects.flatMap((subject) => subject.rows.map(({ id }) => id))
    expect([...new Set(CASES.map(([, row]) => row))].sort()).toEqual([...rows].sort())
    expect(new Set(rows).size).toBe(rows.length)
  })

  it("in a shop that keeps everything, everything is met, each row with its article and its proof", () => {
    const { counts, subjects } = conformityReport(goodShop())
    const rows = subjects.flatMap((subject) => subject.rows)
    expect(counts).toEqual({ missing: 0, at_risk: 0, not_verified: 0, met: rows.length })
    for (const { articles, place, sentence } of rows) {
      expect(articles.length).toBeGreaterThan(0)
      expect(place).not.toBeNull()
      expect(sentence.fr && sentence.en).toBeTruthy()
    }
  })
})

describe("what a row says besides", () => {
  it("L242-10: what the law threatens stands beside what is missing, where the texts read give it", () => {
    const facts = { ...goodShop(), terms: [] }
    expect(rowOf(facts, "merchant.terms").fine?.en).toContain("15,000 euros")
    expect(rowOf({ ...facts, checks: {} }, "https_api").fine).toBeNull()
  })

  it("ten products are named, all are counted, each with the way to it", () => {
    const facts = goodShop()
    const first = Array.from({ length: 10 }, (_, n) => ({
      id: `prod_${n}`,
      title: `Bol ${n}`,
      sentences: [{ fr: "Manque.", en: "It lacks." }],
    }))
    const row = rowOf(
      { ...facts, products: { ...facts.products, uninformed: { count: 37, first } } },
      "products_informed",
    )
    expect(row.details).toHaveLength(10)
    expect(row.detail_count).toBe(37)
    expect(row.details[3]).toEqual({
      text: { fr: "Bol 3 — Manque.", en: "Bol 3 — It lacks." },
      place: { kind: "admin", path: "/products/prod_3" },
    })
  })

  it("without providers of ours nobody waits for the sweepers that ask them", () => {
    const facts = goodShop()
    const sweeps = facts.sweeps.filter(({ id }) => !/provider/.test(id))
    const options = { ...facts.options, gateways: [] }
    expect(rowOf({ ...facts, sweeps, options }, "sweepers").state).toBe("met")
  })

  it("Dir. 2024/825: where no country shows the notice, none is missed", () => {
    const facts = goodShop()
    const shop = { ...facts.shop, on: "2026-09-26", notices: { fr: null, en: null } }
    expect(rowOf({ ...facts, shop }, "harmonised_notice").state).toBe("met")
  })

  it("a shop where no card is typed needs no setting of 3-D Secure", () => {
    const facts = goodShop()
    const changed = {
      ...facts,
      ...both(regions("pp_system_default"), ({ options }) => ({ options: { ...options, gateways: [] } }))(facts),
    }
    expect(rowOf(changed, "three_d_secure").state).toBe("met")
  })
})

function rowOf(facts: ConformityFacts, id: string): ReportRow {
  const rows = conformityReport(facts).subjects.flatMap((subject) => subject.rows)
  return rows.find((row) => row.id === id) as ReportRow
}

function placeOf(place: Place | null): string | null {
  if (place === null) return null
  if (place.kind === "admin") return place.path
  return place.kind === "url" ? place.url : place.option
}

function duty(
  title: string,
  id: string,
  anchor: string,
  change: Partial<typeof MERCHANT>,
  state: RowState = "missing",
  words = "",
): Case {
  return [title, `merchant.${id}`, withMerchant(change), state, `${SETTINGS}#${anchor}`, words]
}

/** The French terms alone are another text. */
function terms(body: string | null, at = "2026-07-01T10:00:00Z"): Change {
  return ({ terms: [, english] }) => ({
    terms: [...(body === null ? [] : [{ locale: "fr" as const, body, created_at: new Date(at) }]), english],
  })
}

function withMerchant(change: Partial<typeof MERCHANT> | null): Change {
  return ({ shop }) => ({
    shop: {
      ...shop,
      merchant: change && { version: 3, publishedAt: new Date(0), content: { ...MERCHANT, ...change } },
    },
  })
}

function products(change: Partial<ConformityFacts["products"]>): Change {
  return (facts) => ({ products: { ...facts.products, ...change } })
}

function notices(change: Partial<ConformityFacts["shop"]["notices"]>): Change {
  return ({ shop }) => ({ shop: { ...shop, notices: { ...shop.notices, ...change } } })
}

function regions(...providers: string[]): Change {
  return ({ shop }) => ({ shop: { ...shop, regions: [{ id: "reg_0", name: "France", countries: ["fr"], providers }] } })
}

function both(one: Change, other: Change): Change {
  return (facts) => ({ ...one(facts), ...other(facts) })
}

function label(buttonLabel: string | null): Change {
  return ({ checkouts }) => ({ checkouts: [{ ...checkouts[0], buttonLabel }] })
}

function stuck(kind: keyof ConformityFacts["stuck"]): Change {
  const text = { fr: "Commande n° 9", en: "Order #9" }
  return (facts) => ({ stuck: { ...facts.stuck, [kind]: { count: 1, first: [{ text, path: "/orders/order_9" }] } } })
}

function seen(id: keyof ConformityFacts["checks"], state: RowState, what: Seen): Change {
  return ({ checks }) => {
    const { url } = (checks[id] as NonNullable<(typeof checks)[typeof id]>).proof
    const proof = {
      seen: what,
      url,
      label: "Retour",
      href: `${API_URL}/retractation`,
      days: 3,
      until: "2026-11-23",
      why: "words",
    }
    return { checks: { ...checks, [id]: { state, proof, checkedAt: new Date("2026-11-20T03:41:00Z") } } }
  }
}
