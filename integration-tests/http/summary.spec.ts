import { Modules } from "@medusajs/framework/utils"
import { randomUUID } from "node:crypto"
import { acknowledge, fillCart, openCart, pay } from "../../scripts/shop/checkout"
import type { Answer } from "../../scripts/shop/client"
import type { ProductName } from "../../scripts/shop/seed"
import { EMAIL, until } from "../support/scenes"
import { storeSuite } from "../support/store"

const CLAIRE = { first: "Claire", last: "Martin" }
const LABEL = "Commande avec obligation de paiement"
const NBSP = /[\u00a0\u202f]/g

storeSuite("summary before the order (L221-14)", (store) => {
  const shop = () => store.shop
  const units = (wanted: Partial<Record<ProductName, number>>) =>
    Object.entries(wanted).map(([name, quantity]) => ({
      variantId: store.seeded.products[name as ProductName].variantId,
      quantity: quantity as number,
    }))
  const cartOf = (
    wanted: Partial<Record<ProductName, number>> = { teapot: 2, engraved: 1 },
    deliveryId?: string | null,
  ) =>
    openCart(store.shop, store.seeded, {
      email: EMAIL,
      name: CLAIRE,
      units: units(wanted),
      ...(deliveryId !== undefined && { deliveryId }),
    })
  const summaryOf = async (cartId: string, locale = "fr"): Promise<Answer> =>
    (await shop().store(`/hamon/carts/${cartId}/summary?locale=${locale}`)).summary
  const section = (summary: Answer, id: string) => summary.sections.find((one: Answer) => one.id === id)
  /** Core gives lines that were put in together any order. */
  const article = (summary: Answer, title: string) =>
    section(summary, "articles").entries.find(({ label }: Answer) => label.startsWith(title))
  const rows = async (statement: string) => ((await store.sql(statement)) as { rows: Answer[] }).rows
  const records = (cartId: string) =>
    rows(`SELECT * FROM hamon_checkout_record WHERE cart_id = '${cartId}' ORDER BY sequence`)
  const seen = (cartId: string) => rows(`SELECT * FROM hamon_checkout_acknowledgement WHERE cart_id = '${cartId}'`)
  const wordsOf = (value: unknown) => JSON.stringify(value).replace(NBSP, " ")

  type Said = { readonly status: number; readonly body: Answer }
  async function call(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Said> {
    const response = await fetch(`${shop().url}/store${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { "x-publishable-api-key": shop().key, "content-type": "application/json", ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    return { status: response.status, body: await response.json() }
  }
  const asSeen = ({ summary_hash, button_label, terms, locale }: Answer, more = {}) => ({
    summary_hash,
    button_label,
    locale,
    terms: terms?.id ?? null,
    ...more,
  })
  const press = (cartId: string, body: unknown) => call(`/hamon/carts/${cartId}/acknowledge`, body)
  const complete = (cartId: string, language = "fr") =>
    call(`/carts/${cartId}/complete`, {}, { "accept-language": language })
  /** The order's file, once it is opened. */
  const fileOf = (orderId: string): Promise<Answer> =>
    until(async () => (await rows(`SELECT 1 FROM hamon_order_case WHERE order_id = '${orderId}'`)).length > 0).then(
      async () => (await shop().admin(`/hamon/orders/${orderId}`)).hamon_order,
    )
  async function strictly(): Promise<void> {
    const options = store.service.getOptions()
    const strict = { ...options, checkout: { requireAcknowledgement: true } }
    jest.spyOn(store.service, "getOptions").mockReturnValue(strict)
  }
  async function publishTerms(version: number, locale = "fr"): Promise<string> {
    const text = {
      kind: "terms_of_sale",
      locale,
      version,
      body: `CGV ${version}`,
      hash: `${version}`.repeat(64).slice(0, 64),
    }
    return (await store.service.createTextVersions({ ...text, first_used_at: null, published_by: null })).id
  }

  afterEach(() => jest.restoreAllMocks())

  it("L221-14: has every section in its order, each with the articles that ask for it", async () => {
    const terms = await publishTerms(101)
    const cartId = await cartOf()
    await pay(shop(), cartId)
    const summary = await summaryOf(cartId)
    expect(summary.sections.map(({ id, articles }: Answer) => [id, articles[0]])).toEqual([
      ["articles", "L221-14"],
      ["delivery", "L221-14"],
      ["total", "L221-14"],
      ["payment", "L221-14"],
      ["terms", "C. civ. 1127-1"],
      ["withdrawal", "L221-5"],
      ["guarantee", "L111-1"],
      ["order", "L221-14"],
    ])
    expect(summary).toMatchObject({
      locale: "fr",
      currency: "eur",
      articles: ["L221-14", "C. civ. 1127-1", "C. civ. 1127-2"],
      duration: null,
      to_choose: [],
      terms: { id: terms, version: 101, url: expect.stringMatching(/\/conditions-de-vente\?lang=fr&version=101$/) },
      button_label: LABEL,
      summary_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(summary.sections.every(({ title, entries }: Answer) => title && entries.length > 0)).toBe(true)
  })

  it("L221-14, L221-5: says of each article what it is, how many, its price, when it comes and whether the right exists", async () => {
    const summary = await summaryOf(await cartOf())
    const [teapot, mug] = ["Théière", "Mug"].map((title) => article(summary, title))
    expect(teapot).toMatchObject({
      label: "Théière en grès — 60 cl",
      quantity: 2,
      amount: { value: "79.80", formatted: expect.stringMatching(/^79,80\s€$/) },
      details: [expect.stringContaining("filtre en inox"), expect.stringContaining("L216-1")],
      mention: null,
    })
    expect(mug.mention).toContain("L221-28, 3°")
    expect(section(summary, "delivery").entries).toMatchObject([
      { label: "Livraison standard à domicile", amount: { value: "5.90" }, standing: null },
    ])
    expect(section(summary, "total").entries).toMatchObject([
      { id: "total", amount: { value: "109.70" }, details: [expect.stringMatching(/dont TVA.*18,28/)] },
    ])
    expect(section(summary, "withdrawal").entries).toMatchObject([
      { link: { label: "Renoncer au contrat ici", url: expect.stringMatching(/\/retractation\?lang=fr$/) } },
    ])
    expect(wordsOf(section(summary, "withdrawal"))).toContain("pour les articles où c'est indiqué")
    expect(wordsOf(section(summary, "order"))).toContain(`« ${LABEL} »`)
    expect(wordsOf(section(summary, "order"))).toContain("oblige à payer 109,70 €")
  })

  it("is in the customer's language; of English words on the button no official ones are known, which is said", async () => {
    const cartId = await cartOf()
    const summary = await summaryOf(cartId, "en")
    expect(summary).toMatchObject({
      locale: "en",
      button_label: "Order with obligation to pay",
    })
    expect(article(summary, "Théière").amount.formatted).toBe("€79.80")
    expect(section(summary, "withdrawal").title).toBe("Right of withdrawal")
    const byBrowser = await call(`/hamon/carts/${cartId}/summary`, undefined, { "accept-language": "en-GB" })
    expect(byBrowser.body.summary.summary_hash).toBe(summary.summary_hash)
    const odd = await call(`/hamon/carts/${cartId}/summary?locale=${encodeURIComponent("<script>")}`)
    expect(odd).toMatchObject({ status: 200, body: { summary: { locale: "fr" } } })
  })

  it("the same cart has the same hash and one record, however often it is shown", async () => {
    const cartId = await cartOf()
    const shown = await Promise.all([summaryOf(cartId), summaryOf(cartId), summaryOf(cartId)])
    store.at(new Date(Date.now() + 3_600_000).toISOString())
    shown.push(await summaryOf(cartId))
    expect(new Set(shown.map(({ summary_hash }) => summary_hash)).size).toBe(1)
    const kept = await records(cartId)
    expect(kept).toMatchObject([{ sequence: 1, locale: "fr", content: { button_label: LABEL, total: "109.70" } }])
  })

  it.each<[string, (cartId: string) => Promise<unknown>]>([
    ["another quantity", (id) => edit(id, { quantity: 3 })],
    ["an article more", (id) => shop().store(`/carts/${id}/line-items`, { variant_id: variant("bowl"), quantity: 1 })],
    ["another delivery", (id) => deliverBy(id, store.seeded.expressDeliveryId)],
    ["a new price", (id) => newPrice("teapot", 45).then(() => edit(id, { quantity: 2 }))],
    ["a new description", () => shop().admin(`/products/${product("teapot")}`, { description: "Autre théière." })],
    ["new terms of sale", () => publishTerms(107)],
    ["a payment that was begun", (id) => pay(shop(), id)],
    ["an exception announced meanwhile", () => except("teapot")],
    ["another region and currency", (id) => toDollars(id)],
  ])("%s: another hash, and what was seen before is refused", async (_, change) => {
    const cartId = await cartOf()
    const before = await summaryOf(cartId)
    await change(cartId)
    const after = await summaryOf(cartId)
    expect(after.summary_hash).not.toBe(before.summary_hash)
    const said = await press(cartId, asSeen(before, { terms: after.terms?.id ?? null }))
    expect(said).toMatchObject({
      status: 409,
      body: {
        code: "summary_changed",
        message: expect.stringContaining("montrez le nouveau récapitulatif"),
        summary: { summary_hash: after.summary_hash },
      },
    })
    expect(await seen(cartId)).toEqual([])
    expect((await press(cartId, asSeen(said.body.summary))).status).toBe(200)
  })

  it("another language is another summary: what was seen in one is not taken for the other", async () => {
    const cartId = await cartOf()
    const french = await summaryOf(cartId)
    const said = await press(cartId, asSeen(french, { locale: "en" }))
    expect(said).toMatchObject({ status: 409, body: { message: expect.stringContaining("show the new summary") } })
  })

  it("keeps what the customer saw: summary, words on the button, terms and record, once for several clicks", async () => {
    const terms = await publishTerms(101)
    const cartId = await cartOf()
    const summary = await summaryOf(cartId)
    const answers = await Promise.all([1, 2, 3, 4].map(() => press(cartId, asSeen(summary))))
    expect(new Set(answers.map(({ body }) => body.acknowledgement.id)).size).toBe(1)
    expect(answers[0].body.acknowledgement).toMatchObject({
      summary_hash: summary.summary_hash,
      button_label: LABEL,
      locale: "fr",
      terms: { id: terms, version: 101 },
    })
    const [record] = await records(cartId)
    expect(await seen(cartId)).toMatchObject([{ checkout_record_id: record.id, summary }])
    const evidence = await rows(`SELECT * FROM hamon_evidence WHERE kind = 'checkout.acknowledged'`)
    expect(evidence).toHaveLength(1)
    expect(JSON.stringify(evidence)).toContain(summary.summary_hash)
    await expect(store.sql("UPDATE hamon_checkout_acknowledgement SET summary = '{}'")).rejects.toThrow()
    await expect(store.sql("DELETE FROM hamon_checkout_acknowledgement")).rejects.toThrow()
  })

  it.each(["Valider", "commander", "  Confirmer "])(
    "L221-14, L242-2: the button « %s » is refused",
    async (button_label) => {
      const cartId = await cartOf()
      const said = await press(cartId, asSeen(await summaryOf(cartId), { button_label }))
      expect(said).toMatchObject({
        status: 400,
        body: { type: "invalid_data", message: expect.stringMatching(/L221-14.*L242-2|L242-2.*L221-14/s) },
      })
      expect(await seen(cartId)).toEqual([])
    },
  )

  it("L221-14: a button with a known analogue is taken, and its own words are kept", async () => {
    const cartId = await cartOf()
    const said = await press(cartId, asSeen(await summaryOf(cartId), { button_label: "Payer" }))
    expect(said).toMatchObject({ status: 200, body: { acknowledgement: { button_label: "Payer" } } })
  })

  it("terms of sale that are not those in force are refused, with the new summary", async () => {
    const old = await publishTerms(101)
    const cartId = await cartOf()
    await publishTerms(102)
    const summary = await summaryOf(cartId)
    for (const terms of [old, null, "hamtx_none"]) {
      const said = await press(cartId, asSeen(summary, { terms }))
      expect(said).toMatchObject({ status: 409, body: { code: "terms_changed", summary: { terms: { version: 102 } } } })
    }
    expect((await press(cartId, asSeen(summary))).status).toBe(200)
  })

  it("bad input gets a sentence and a 4xx", async () => {
    const cartId = await cartOf()
    const good = asSeen(await summaryOf(cartId))
    const wrong: unknown[] = [
      {},
      null,
      [],
      "text",
      { ...good, summary_hash: "abc" },
      { ...good, summary_hash: 12 },
      { ...good, summary_hash: good.summary_hash.toUpperCase() },
      { ...good, button_label: "" },
      { ...good, button_label: "Payer\u0000" },
      { ...good, button_label: "Payer \ud800" },
      { ...good, button_label: "x".repeat(101) },
      { ...good, locale: "de" },
      { ...good, locale: null },
      { ...good, terms: 3 },
      { ...good, terms: "x\u0000" },
      { ...good, terms: undefined },
      { ...good, ip: "203.0.113.7" },
    ]
    for (const body of wrong) {
      const { status, body: answer } = await press(cartId, body)
      expect([status, typeof answer.message, JSON.stringify(body)]).toEqual([400, "string", JSON.stringify(body)])
    }
    expect(await seen(cartId)).toEqual([])
    for (const id of ["cart_none", "%00", "cart_%00", "x".repeat(3000), "%27%20OR%201=1"]) {
      expect((await call(`/hamon/carts/${id}/summary`)).status).toBe(404)
      expect((await press(id, good)).status).toBe(404)
    }
  })

  it("what a catalogue or a customer wrote stays text", async () => {
    const title = `<img src=x onerror=alert(1)> "Théière" & l'autre`
    await shop().admin(`/products/${product("teapot")}`, { title })
    const summary = await summaryOf(await cartOf({ teapot: 1 }))
    expect(section(summary, "articles").entries[0].label).toBe(`${title} — 60 cl`)
  })

  it("an order keeps its record and its acknowledgement; neither can be made afterwards", async () => {
    await publishTerms(104)
    const { cartId } = await fillCart(shop(), store.seeded, { email: EMAIL, name: CLAIRE, units: units({ teapot: 1 }) })
    await pay(shop(), cartId)
    const summary = await summaryOf(cartId)
    await press(cartId, asSeen(summary))
    const { body } = await complete(cartId)
    const { checkout } = await fileOf(body.order.id)
    const [record] = await records(cartId)
    expect(record.order_id).toBe(body.order.id)
    expect(checkout).toMatchObject({
      record: { id: record.id, hash: record.hash, locale: "fr" },
      total: "45.80",
      extras: [],
      acknowledgement: {
        summary_hash: summary.summary_hash,
        button_label: LABEL,
        terms: { version: 104 },
        summary: { sections: expect.any(Array) },
      },
    })
    expect(await call(`/hamon/carts/${cartId}/summary`)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining("an order already") },
    })
    expect((await press(cartId, asSeen(summary))).status).toBe(400)
    expect(await records(cartId)).toEqual([record])
  })

  it("an order of a cart that nobody summarised says so, and invents nothing", async () => {
    const cartId = await cartOf({ teapot: 1 })
    await pay(shop(), cartId)
    const { body } = await complete(cartId)
    const { checkout } = await fileOf(body.order.id)
    expect(checkout?.acknowledgement ?? null).toBeNull()
  })

  it("strict: no order before the summary of the cart as it stands was acknowledged", async () => {
    await strictly()
    const cartId = await cartOf({ teapot: 1 })
    await summaryOf(cartId)
    await pay(shop(), cartId)
    const refused = await complete(cartId)
    expect(refused).toMatchObject({
      status: 409,
      body: { code: "summary_not_acknowledged", message: expect.stringContaining("vérifiez le récapitulatif") },
    })
    await acknowledge(shop(), cartId, "en")
    await edit(cartId, { quantity: 2 })
    await pay(shop(), cartId)
    expect(await complete(cartId, "en")).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining("check the summary") },
    })
    await acknowledge(shop(), cartId, "en")
    const order = await complete(cartId)
    expect(order).toMatchObject({ status: 200, body: { type: "order" } })
    await fileOf(order.body.order.id)
    // Told again, core answers with the order.
    expect((await complete(cartId)).body.order.id).toBe(order.body.order.id)
    expect((await complete("cart_none")).status).toBe(404)
  })

  it("strict: of two customers on one cart, one edits after the other acknowledged: the other's order is refused", async () => {
    await strictly()
    const cartId = await cartOf({ teapot: 1 })
    await pay(shop(), cartId)
    const { summary } = await acknowledge(shop(), cartId)
    await edit(cartId, { quantity: 5 })
    expect((await complete(cartId)).status).toBe(409)
    expect(await press(cartId, asSeen(summary))).toMatchObject({ status: 409, body: { code: "summary_changed" } })
    // Back as it was, it is what the first one saw.
    await edit(cartId, { quantity: 1 })
    await pay(shop(), cartId)
    expect((await press(cartId, asSeen(await summaryOf(cartId)))).status).toBe(200)
    await fileOf((await complete(cartId)).body.order.id)
  })

  it("not strict: a shop page that does not acknowledge may sell, and its record is kept all the same", async () => {
    const cartId = await cartOf({ teapot: 1 })
    await summaryOf(cartId)
    await pay(shop(), cartId)
    await fileOf((await complete(cartId)).body.order.id)
    expect(await records(cartId)).toMatchObject([{ content: { total: "45.80" } }])
  })

  it("L121-17: an extra stands apart, and what the customer still has to choose is said", async () => {
    await rule({
      kind: "extra",
      target_type: "product",
      target_id: product("bowl"),
      value: { kind: "gift_wrap", name: { fr: "Emballage cadeau", en: "Gift wrap" } },
    })
    const cartId = await cartOf({ teapot: 1, bowl: 1 }, store.seeded.expressDeliveryId)
    const before = await summaryOf(cartId)
    expect(before.to_choose).toEqual([product("bowl"), store.seeded.expressDeliveryId])
    expect(section(before, "articles").entries).toHaveLength(1)
    expect(section(before, "extras")).toMatchObject({
      articles: ["L121-17", "L221-14"],
      entries: [{ label: "Emballage cadeau", amount: { value: "14.50" }, standing: "unchosen" }],
    })
    expect(wordsOf(section(before, "extras"))).toContain("n'est due que si vous la demandez")
    expect(wordsOf(section(before, "delivery"))).toContain("livraison standard (5,90 €)")

    await choose(cartId, product("bowl"), "14.50")
    await choose(cartId, store.seeded.expressDeliveryId, "11.90", { preselected: true })
    const after = await summaryOf(cartId)
    expect(after.to_choose).toEqual([store.seeded.expressDeliveryId])
    expect(section(after, "extras").entries).toMatchObject([
      { standing: "chosen", details: ["J'ajoute « Emballage cadeau »"], mention: null },
    ])
    expect(section(after, "delivery").entries).toMatchObject([{ standing: "by_default", mention: expect.any(String) }])
  })

  it("L221-28: a cart of excluded articles alone carries no right; a digital one has nothing to deliver", async () => {
    const mug = await summaryOf(await cartOf({ engraved: 1 }))
    expect(section(mug, "withdrawal").entries).toMatchObject([{ id: "none", link: null }])
    const ebook = await summaryOf(await cartOf({ ebook: 1 }, null))
    expect(section(ebook, "delivery")).toBeUndefined()
    expect(section(ebook, "withdrawal").entries[0]).toMatchObject({ id: "right" })
    expect(section(ebook, "articles").entries[0].mention).toContain("L221-28, 13°")
  })

  it("L221-3: a customer who buys for his trade is told that he has no right of withdrawal", async () => {
    const customers = store.container.resolve(Modules.CUSTOMER)
    const pro = await customers.createCustomers({ email: `${randomUUID()}@pro.example`, has_account: true })
    const group = await customers.createCustomerGroups({ name: "Professionnels" })
    await customers.addCustomerToGroup({ customer_id: pro.id, customer_group_id: group.id })
    await rule({
      kind: "outside_right",
      target_type: "customer_group",
      target_id: group.id,
      value: { reason: "professional" },
    })
    const cartId = await cartOf()
    await store.container.resolve(Modules.CART).updateCarts(cartId, { customer_id: pro.id })
    const summary = await summaryOf(cartId)
    expect(section(summary, "withdrawal")).toMatchObject({ articles: ["L221-3"], entries: [{ link: null }] })
    expect(wordsOf(section(summary, "withdrawal"))).toContain("Achat professionnel")
    expect(section(summary, "guarantee")).toBeUndefined()
    expect(section(summary, "articles").entries.every(({ mention }: Answer) => mention === null)).toBe(true)
  })

  it("L221-14: a payment that was begun is explained, with whom to call when it looks wrong", async () => {
    const cartId = await cartOf()
    expect(section(await summaryOf(cartId), "payment")).toBeUndefined()
    await pay(shop(), cartId)
    const payment = section(await summaryOf(cartId), "payment")
    expect(payment.entries).toMatchObject([{ id: "pp_system_default", label: "Règlement auprès de la boutique" }])
    expect(wordsOf(payment)).toContain("04 72 00 00 12")
    await shop().store(`/hamon/carts/${cartId}/cancel-payment`, {})
    expect(section(await summaryOf(cartId), "payment")).toBeUndefined()
  })

  it("Dir. 2024/825: the legal guarantee is recalled, with the harmonised notice once its file is there", async () => {
    const cartId = await cartOf()
    const link = async () =>
      section(await summaryOf(cartId), "guarantee").entries.find(({ id }: Answer) => id === "harmonised_notice")?.link
        .url
    store.at("2026-12-01T10:00:00Z")
    expect(await link()).toContain("europa.eu")
    const file = {
      kind: "harmonised_notice" as const,
      locale: "fr",
      content_type: "image/svg+xml",
      body: "PHN2Zy8+",
      hash: "0".repeat(64),
    }
    await store.service.createOfficialFiles({ ...file, uploaded_by: "user_1", uploaded_at: new Date() })
    expect(await link()).toMatch(/\/mentions-legales\/avis-harmonise\?lang=fr$/)
    store.at("2026-09-01T10:00:00Z")
    expect(await link()).toBeUndefined()
  })

  it("terms kept in French alone hold for a customer who reads English", async () => {
    // What was published stays: only the owner of the tables can take it away.
    await store.sql("ALTER TABLE hamon_text_version DISABLE TRIGGER USER")
    await store.sql("DELETE FROM hamon_text_version WHERE locale = 'en'")
    await store.sql("ALTER TABLE hamon_text_version ENABLE TRIGGER USER")
    const id = await publishTerms(101)
    expect(await summaryOf(await cartOf(), "en")).toMatchObject({ terms: { id } })
  })

  it("amounts that are neither articles nor delivery are shown, so that the sum adds up", async () => {
    const cartId = await cartOf({ teapot: 1 })
    const carts = store.container.resolve(Modules.CART) as unknown as {
      createCreditLines: (lines: unknown[]) => Promise<unknown>
    }
    await carts.createCreditLines([{ cart_id: cartId, amount: 10, reference: "gift-card", reference_id: "1" }])
    const { entries } = section(await summaryOf(cartId), "total")
    expect(entries).toMatchObject([
      { id: "other", amount: { value: "-10.00" } },
      { id: "total", amount: { value: "35.80" } },
    ])
  })

  const variant = (name: ProductName) => store.seeded.products[name].variantId
  const product = (name: ProductName) => store.seeded.products[name].id

  async function edit(cartId: string, change: { quantity: number }): Promise<void> {
    const { cart } = await shop().store(`/carts/${cartId}?fields=id,*items`)
    const line = cart.items.find((item: Answer) => item.variant_id === variant("teapot"))
    await shop().store(`/carts/${cartId}/line-items/${line.id}`, change)
  }

  const deliverBy = (cartId: string, option_id: string) =>
    shop().store(`/carts/${cartId}/shipping-methods`, { option_id })

  const newPrice = (name: ProductName, amount: number) =>
    shop().admin(`/products/${product(name)}/variants/${variant(name)}`, { prices: [{ currency_code: "eur", amount }] })

  async function toDollars(cartId: string): Promise<void> {
    const { region } = await shop().admin("/regions", { name: "Amérique", currency_code: "usd", countries: ["us"] })
    for (const name of ["teapot", "engraved"] as const) {
      await shop().admin(`/products/${product(name)}/variants/${variant(name)}`, {
        prices: [
          { currency_code: "eur", amount: store.seeded.products[name].price },
          { currency_code: "usd", amount: 50 },
        ],
      })
    }
    await shop().store(`/carts/${cartId}`, { region_id: region.id })
    expect(await summaryOf(cartId)).toMatchObject({ currency: "usd" })
  }

  const rule = (body: Answer) => shop().admin("/hamon/catalogue-rules", body)
  const except = (name: ProductName) =>
    rule({ kind: "exception", target_type: "product", target_id: product(name), value: { number: 4 } })

  async function choose(cart_id: string, extra: string, amount: string, { preselected = false } = {}): Promise<void> {
    await store.service.createExtraChoices({
      cart_id,
      extra,
      amount,
      preselected,
      name: "Emballage cadeau",
      text_version_id: "hamtx_none",
      text_shown: "J'ajoute « Emballage cadeau »",
      locale: "fr",
      quantity: 1,
      currency: "eur",
      chosen_at: new Date(),
      customer_id: null,
      ended_at: null,
      ended_by: null,
    })
  }
})
