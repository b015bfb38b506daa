import { createHash } from "node:crypto"
import type { Answer } from "../../scripts/shop/client"
import { statutoryText } from "../../src/law"
import { storeSuite } from "../support/store"

const MERCHANT = {
  name: 'Maison <script>alert("Lin")</script>',
  legalForm: "SARL",
  address: { lines: ["12 rue de la République"], postalCode: "69002", city: "Lyon", country: "FR" },
  email: "bonjour@maison-lin.example",
  telephone: "04 72 00 00 12",
  siren: "732829320",
  register: "RCS Lyon 732 829 320",
  capital: "10 000 €",
  vatNumber: "FR44732829320",
  activity: { fr: "Vente de vaisselle en grès", en: "Sale of stoneware" },
  website: "https://maison-lin.example",
  publicationDirector: "Aline Lin",
  host: { name: "Hébergeur & Fils", address: "1 rue du Port, 59000 Lille", telephone: "03 20 00 00 01" },
  trademark: { name: "Maison Lin", inpiNumber: "4123456" },
  domain: "maison-lin.example",
  delivery: {
    areas: { fr: "France métropolitaine", en: "Metropolitan France" },
    restrictions: { fr: "Pas de livraison en Corse", en: "No delivery to Corsica" },
  },
  returnCost: { paidBy: "customer", atMost: "45.00" },
  returnAddress: { lines: ["3 quai Perrache"], postalCode: "69002", city: "Lyon", country: "FR" },
  sav: {
    telephone: "04 72 00 00 13",
    email: "sav@maison-lin.example",
    hours: { fr: "du lundi au vendredi", en: "Monday to Friday" },
  },
  security: { telephone: "04 72 00 00 14", email: "securite@maison-lin.example" },
  mediator: {
    name: "Médiateur",
    address: "1 place de la Médiation, 75001 Paris",
    website: "https://mediateur.example",
  },
}
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
)
const ODR = /consumers\/odr/i

storeSuite("information before the order", (store) => {
  /** A call as a storefront makes it, answered whole. */
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${store.shop.url}/store/hamon${path}`, {
      headers: { "x-publishable-api-key": store.shop.key, ...headers },
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) }
  }
  const informationOf = async (path = "/information", headers?: Record<string, string>): Promise<Answer> =>
    (await ask(path, headers)).body.information
  const productOf = async (id: string, query = "", headers?: Record<string, string>): Promise<Answer> =>
    (await ask(`/products/${id}/information${query}`, headers)).body.product_information
  const asStaff = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${store.shop.url}/admin/hamon${path}`, {
      method,
      headers: { ...store.shop.staffHeaders, "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    return { status: response.status, text, body: text.startsWith("{") ? JSON.parse(text) : null }
  }
  const publish = (changes: object = {}) =>
    store.shop.admin("/hamon/merchant-profile", { merchant: { ...MERCHANT, ...changes } })
  const rule = async (kind: string, target: readonly [string, string], value: object): Promise<Answer> => {
    const [target_type, target_id] = target
    return (await store.shop.admin("/hamon/catalogue-rules", { kind, target_type, target_id, value })).catalogue_rule
  }
  const teapot = () => store.seeded.products.teapot
  const upload = (body: Buffer, more: object = {}) =>
    asStaff("POST", "/official-files", {
      kind: "harmonised_notice",
      locale: "fr",
      body: body.toString("base64"),
      ...more,
    })

  describe("of the shop", () => {
    it("LCEN art. 19 and 1-1, L111-1, L221-5: everything that the published profile says, in the language asked for", async () => {
      await publish()
      const fr = await informationOf("/information?locale=fr")
      expect(fr.merchant).toMatchObject({
        name: MERCHANT.name,
        address: { lines: ["12 rue de la République"], postal_code: "69002", city: "Lyon", country: "FR" },
        head_office: { city: "Lyon" },
        email: MERCHANT.email,
        telephone: MERCHANT.telephone,
        register: MERCHANT.register,
        capital: MERCHANT.capital,
        vat_number: MERCHANT.vatNumber,
        activity: "Vente de vaisselle en grès",
        publication_director: "Aline Lin",
        host: MERCHANT.host,
        trademark: { name: "Maison Lin", inpi_number: "4123456" },
      })
      expect(fr.delivery).toMatchObject({ areas: "France métropolitaine", countries: ["fr"] })
      expect(fr.after_sales).toMatchObject({
        telephone: "04 72 00 00 13",
        return_address: { lines: ["3 quai Perrache"] },
      })
      expect(fr.mediator).toMatchObject(MERCHANT.mediator)
      expect(fr.withdrawal.return_cost).toEqual({ paid_by: "customer", at_most: "45.00" })
      const en = await informationOf("/information", { "x-medusa-locale": "en-GB" })
      expect(en).toMatchObject({ locale: "en", merchant: { activity: "Sale of stoneware" } })
      expect(en.delivery.restrictions).toBe("No delivery to Corsica")
      expect((await informationOf("/information", { "accept-language": "en" })).locale).toBe("en")
    })

    it("L221-14: the security contact stands beside every means of payment and on the page of legal notices", async () => {
      await publish()
      const { payment_methods, security_contact } = await informationOf()
      expect(payment_methods.length).toBeGreaterThan(0)
      for (const lang of ["fr", "en"]) {
        const { html } = await store.shop.page(`/mentions-legales?lang=${lang}`)
        const means = html.match(/<article[^]*?<\/article>/g) ?? []
        expect(means).toHaveLength(payment_methods.length)
        for (const text of means) {
          expect(text).toContain(MERCHANT.security.telephone)
          expect(text).toContain(MERCHANT.security.email)
          expect(text).toMatch(/<ol>\s*<li>/)
        }
        expect(html.replace(/<article[^]*<\/article>/, "")).toContain(MERCHANT.security.telephone)
      }
      for (const method of payment_methods) {
        expect(method.security_contact).toMatchObject({ telephone: security_contact.telephone })
        expect(method.steps.length).toBeGreaterThan(0)
      }
    })

    it("D211-2, R221-1, R221-3: the texts of the law stand word for word, with the address of the online function", async () => {
      await publish()
      const { legal_guarantee, withdrawal, model_form } = await informationOf("/information?locale=fr")
      const box = statutoryText("guaranteeBoxGoods", "fr", "2026-11-16").paragraphs
      expect(legal_guarantee.goods.paragraphs).toEqual(box)
      expect(withdrawal.notice.join(" ")).toContain("/retractation?lang=fr")
      expect(withdrawal.notice.join(" ")).toContain("à un maximum d'environ 45,00 EUR")
      expect(model_form.paragraphs[2]).toContain(MERCHANT.email)
      const { html } = await store.shop.page("/mentions-legales?lang=en")
      const lines = html.replace(/&#39;/g, "'")
      for (const paragraph of box as readonly string[]) expect(lines).toContain(paragraph)
      expect(lines).toContain('lang="fr"')
    })

    it("is tagged: the same answer is 304, another profile or language is another answer", async () => {
      await publish()
      const first = await ask("/information")
      const etag = first.headers.get("etag") as string
      expect(etag).toMatch(/^"[0-9a-f]{64}"$/)
      expect(first.headers.get("vary")).toMatch(/accept-language/i)
      expect(first.headers.get("vary")).toMatch(/x-medusa-locale/i)
      expect(first.headers.get("content-language")).toBe("fr")
      const revalidate = { "if-none-match": etag, "cache-control": "max-age=0" }
      expect((await ask("/information", revalidate)).status).toBe(304)
      expect((await ask("/information?locale=en", revalidate)).status).toBe(200)
      await publish({ telephone: "04 72 00 00 99" })
      const next = await ask("/information", revalidate)
      expect(next.status).toBe(200)
      expect(next.body.information.merchant.telephone).toBe("04 72 00 00 99")
    })

    it("is of a region: its countries, its means of payment, its notice", async () => {
      const { region } = await store.shop.admin("/regions", {
        name: "Suisse",
        currency_code: "eur",
        countries: ["ch"],
        payment_providers: ["pp_system_default"],
      })
      const swiss = await informationOf(`/information?region_id=${region.id}`)
      expect(swiss.delivery.countries).toEqual(["ch"])
      expect(swiss.payment_methods.map((one: Answer) => one.provider_id)).toEqual(["pp_system_default"])
      expect((await informationOf()).delivery.countries).toEqual(["ch", "fr"])
      const { html } = await store.shop.page(`/mentions-legales?region=${region.id}&lang=fr`)
      expect(html.match(/<article/g)).toHaveLength(1)
    })

    it.each([
      ["?region_id=reg_none", 404, /no region reg_none/],
      ["?region_id=", 400, /region_id/],
      ["?region_id=%00", 400, /cannot be kept/],
      [`?region_id=${"x".repeat(101)}`, 400, /region_id/],
      ["?region_id=a&region_id=b", 400, /region_id/],
      ["?fields=id", 400, /fields/],
    ])("refuses %s with a sentence", async (query, status, message) => {
      const answer = await ask(`/information${query}`)
      expect(answer.status).toBe(status)
      expect(answer.body.message).toMatch(message)
    })
  })

  describe("the page of legal notices", () => {
    it("shows what the merchant typed as text, works without script, and is guarded as the other pages", async () => {
      await publish()
      const { html, headers, status } = await store.shop.page("/mentions-legales?lang=fr")
      expect(status).toBe(200)
      expect(html).not.toContain("<script")
      expect(html).toContain("Maison &lt;script&gt;")
      expect(html).toContain("Hébergeur &amp; Fils")
      expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*img-src 'self'/)
      expect(headers.get("x-content-type-options")).toBe("nosniff")
      expect(html).toContain("déposée à l&#39;INPI sous le n°")
      expect(html).not.toContain("noindex")
    })

    it("Reg. (EU) 2024/3228: leads nowhere to the closed platform for disputes", async () => {
      await publish()
      for (const lang of ["fr", "en"]) {
        const { html } = await store.shop.page(`/mentions-legales?lang=${lang}`)
        expect(html).not.toMatch(ODR)
        expect(html).toContain(MERCHANT.mediator.website)
        expect(JSON.stringify(await informationOf(`/information?locale=${lang}`))).not.toMatch(ODR)
      }
    })

    it("LCEN art. 19: while nobody has said who sells, says so, and offers no form", async () => {
      await store.sql("DELETE FROM hamon_merchant_profile")
      const { status, html } = await store.shop.page("/mentions-legales?lang=fr")
      expect([status, html.includes("pas encore publié")]).toEqual([503, true])
      const form = await store.shop.page("/mentions-legales/formulaire-de-retractation")
      expect([form.status, form.headers.get("content-type")]).toEqual([503, "text/html; charset=utf-8"])
      const answer = await informationOf()
      expect(answer).toMatchObject({ merchant: null, model_form: null, security_contact: null, mediator: null })
      expect(answer.withdrawal.notice).toBeNull()
    })

    it("answers whatever is asked of it: unknown regions and languages, several, halves of characters", async () => {
      for (const query of [
        "?region=none",
        "?region=%00",
        "?region=a&region=b",
        "?lang=xx",
        "?lang=fr&lang=en",
        "?region[a]=b",
      ]) {
        expect([query, (await store.shop.page(`/mentions-legales${query}`)).status]).toEqual([query, 200])
      }
    })

    it("R221-1: the form is downloaded as tagged PDF or as a page, the same file each time", async () => {
      await publish()
      const path = "/mentions-legales/formulaire-de-retractation"
      const download = async (query: string) => {
        const response = await fetch(store.shop.url + path + query)
        return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
      }
      const [one, again, english] = [await download("?lang=fr"), await download("?lang=fr"), await download("?lang=en")]
      expect(one.headers.get("content-type")).toBe("application/pdf")
      expect(one.headers.get("content-disposition")).toContain('filename="formulaire-de-retractation.pdf"')
      expect(one.bytes.toString("latin1")).toMatch(/^%PDF-1\.7[^]*\/Lang \(fr-FR\)/)
      expect(one.bytes.equals(again.bytes)).toBe(true)
      expect(english.bytes.toString("latin1")).toContain("/Lang (en-GB)")
      const page = await download("?lang=fr&format=html")
      expect(page.headers.get("content-disposition")).toContain("attachment")
      expect(page.bytes.toString()).toContain('lang="fr"')
      expect(page.bytes.toString()).toContain("Maison &lt;script&gt;")
    })
  })

  describe("the harmonised notice (Reg. 2025/1960)", () => {
    it("is missing until the merchant supplies it; then it is shown, unchanged, with its hash, and can do nothing", async () => {
      expect((await informationOf()).harmonised_notice).toMatchObject({ shown: true, missing: true, file: null })
      const path = "/mentions-legales/avis-harmonise?lang=fr"
      expect((await store.shop.page(path)).status).toBe(404)

      const { status, body } = await upload(PNG, { content_type: "image/png" })
      const hash = createHash("sha256").update(PNG).digest("hex")
      expect([status, body.official_file.hash, body.official_file.content_type]).toEqual([200, hash, "image/png"])
      const { harmonised_notice } = await informationOf()
      expect(harmonised_notice).toMatchObject({ missing: false, file: { locale: "fr", hash } })
      expect(harmonised_notice.alternative).toContain("Garantie légale dans l'UE")

      const file = await fetch(store.shop.url + path)
      expect(Buffer.from(await file.arrayBuffer()).equals(PNG)).toBe(true)
      expect(file.headers.get("content-type")).toBe("image/png")
      expect(file.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/)
      expect(file.headers.get("x-content-type-options")).toBe("nosniff")
      const again = { "if-none-match": file.headers.get("etag") as string, "cache-control": "max-age=0" }
      expect((await fetch(store.shop.url + path, { headers: again })).status).toBe(304)
      const { html } = await store.shop.page("/mentions-legales?lang=fr")
      expect(html).toContain('<img src="/mentions-legales/avis-harmonise?lang=fr"')
    })

    it("a newer file is a newer row; what was shown cannot be changed or taken away, the same again is the same", async () => {
      const first = (await upload(PNG)).body.official_file
      expect((await upload(PNG)).body.official_file.id).toBe(first.id)
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'
      const second = (await upload(Buffer.from(svg))).body.official_file
      expect(second).toMatchObject({ content_type: "image/svg+xml" })
      const { body } = await asStaff("GET", "/official-files")
      expect(body.official_files.map((one: Answer) => one.id)).toEqual([second.id, first.id])
      expect(body.official_files[0].body).toBeUndefined()
      for (const act of ["UPDATE hamon_official_file SET body = 'x'", "DELETE FROM hamon_official_file"]) {
        await expect(store.sql(act)).rejects.toThrow()
      }
    })

    it.each([
      ["a web page", { body: Buffer.from("<!doctype html>").toString("base64") }, /PNG, JPEG, WebP, PDF/],
      ["an SVG with a script", { body: Buffer.from("<svg><script>1</script></svg>").toString("base64") }, /only draws/],
      ["another type than it is", { content_type: "image/jpeg" }, /image\/png, not image\/jpeg/],
      ["nothing", { body: "" }, /base64/],
      ["no base64", { body: "a b" }, /base64/],
      ["no text", { body: 3 }, /body/],
      ["more than two megabytes", { body: "A".repeat(2_700_000) }, /two megabytes/],
      ["an unknown language", { locale: "de" }, /locale/],
      ["an unknown kind", { kind: "label" }, /kind/],
      ["more than is asked", { hash: "x" }, /hash/],
    ])("is not taken when it is %s", async (_, wrong, sentence) => {
      const { status, text } = await upload(PNG, wrong)
      expect([status, text]).toEqual([400, expect.stringMatching(sentence)])
    })

    it("is not taken when it is larger than any official file, nor from somebody who is not staff", async () => {
      expect((await upload(PNG, { body: "A".repeat(4_000_000) })).status).toBe(413)
      const anybody = await fetch(`${store.shop.url}/admin/hamon/official-files`, { method: "POST" })
      expect(anybody.status).toBe(401)
    })
  })

  describe("of a product", () => {
    it("L111-1, L221-5: description, attributes, guarantee, spare parts, cost of the return, right; complete", async () => {
      await publish()
      const said = await productOf(teapot().id, "?locale=fr")
      expect(said).toMatchObject({ nature: "goods", complete: true, missing: [], locale: "fr" })
      expect(said.essential_characteristics.text).toContain("Théière en grès émaillé")
      expect(said.legal_guarantee).toMatchObject({ months: 24, presumption_months: 24 })
      expect(said.spare_parts).toMatchObject({ available: false })
      expect(said.withdrawal).toMatchObject({ exists: true, exception: null })
      expect(said.withdrawal.return_cost.text).toContain("45,00")
      const etag = (await ask(`/products/${teapot().id}/information`)).headers.get("etag") as string
      const again = { "if-none-match": etag, "cache-control": "max-age=0" }
      expect((await ask(`/products/${teapot().id}/information`, again)).status).toBe(304)
    })

    it("L221-28: the exception that the merchant announces is told in words; a product's rule wins over its category's", async () => {
      const { engraved } = store.seeded.products
      expect((await productOf(engraved.id)).withdrawal.exception).toMatchObject({ number: 3 })
      const { product_category } = await store.shop.admin("/product-categories", {
        name: "Frais",
        is_active: true,
      })
      await store.shop.admin(`/product-categories/${product_category.id}/products`, { add: [engraved.id, teapot().id] })
      await rule("exception", ["category", product_category.id], { number: 4 })
      expect((await productOf(engraved.id)).withdrawal.exception.number).toBe(3)
      expect((await productOf(teapot().id)).withdrawal.exception.number).toBe(4)
      await rule("exception", ["product", teapot().id], { number: 5 })
      expect((await productOf(teapot().id, "?locale=en")).withdrawal.exception).toMatchObject({
        number: 5,
        effect: "onceUnsealed",
        mention: expect.stringContaining("unsealed (L221-28, 5°)"),
      })
    })

    it("L221-28, 13°: digital content without its functionality is not complete; with all it offers two consents, unticked", async () => {
      const { ebook } = store.seeded.products
      const { body } = await asStaff("GET", `/catalogue-rules?kind=information&target_id=${ebook.id}`)
      await asStaff("DELETE", `/catalogue-rules/${body.catalogue_rules[0].id}`)
      expect(await productOf(ebook.id)).toMatchObject({
        complete: false,
        missing: [expect.objectContaining({ id: "exception_of_nature" })],
      })
      await rule("information", ["product", ebook.id], { nature: "digital_content" })
      const [missing] = (await productOf(ebook.id, "?locale=en")).missing
      expect(missing).toMatchObject({ id: "functionality", articles: ["L111-1", "L221-5"] })
      expect(missing.sentence).toContain("compatibility")
      const functionality = { fr: "EPUB 3, sans DRM", en: "EPUB 3, without DRM" }
      await rule("information", ["product", ebook.id], { nature: "digital_content", functionality })
      const said = await productOf(ebook.id, "?locale=en")
      expect(said).toMatchObject({ complete: true, functionality: { text: "EPUB 3, without DRM" } })
      expect(said.digital_waiver.consents).toHaveLength(2)
      expect(said.legal_guarantee).toMatchObject({ presumption_months: 12, box: "guaranteeBoxDigital" })
    })

    it("L217-7, L111-4, L111-1: second-hand goods, spare parts and a commercial guarantee, until the rule is removed", async () => {
      const value = {
        nature: "second_hand_goods",
        characteristics: { fr: "Théière d'occasion <b>", en: "Second-hand teapot <b>" },
        spareParts: { years: 5 },
        commercialGuarantee: { months: 36, guarantor: "Lin", terms: { fr: "Casse comprise", en: "Breakage too" } },
      }
      const { id } = await rule("information", ["product", teapot().id], value)
      expect(await productOf(teapot().id, "?locale=fr")).toMatchObject({
        essential_characteristics: { text: "Théière d'occasion <b>" },
        legal_guarantee: { presumption_months: 12 },
        spare_parts: { available: true, years: 5 },
        commercial_guarantee: { months: 36, terms: "Casse comprise" },
      })
      expect((await asStaff("DELETE", `/catalogue-rules/${id}`)).status).toBe(200)
      expect((await productOf(teapot().id)).nature).toBe("goods")
      expect((await asStaff("DELETE", `/catalogue-rules/${id}`)).status).toBe(404)
    })

    it("L221-3: an account in a group of professionals, or a country of another law, has no right of withdrawal", async () => {
      const email = "pro@client.example"
      const call = async (path: string, body: object, token?: string) => {
        const headers = {
          "content-type": "application/json",
          "x-publishable-api-key": store.shop.key,
          ...(token && { authorization: `Bearer ${token}` }),
        }
        const answer = await fetch(store.shop.url + path, { method: "POST", headers, body: JSON.stringify(body) })
        return answer.json() as Promise<Answer>
      }
      const password = "correct horse battery staple"
      const { token: fresh } = await call("/auth/customer/emailpass/register", { email, password })
      const { customer } = await call("/store/customers", { email }, fresh)
      const { token } = await call("/auth/customer/emailpass", { email, password })
      const headers = { authorization: `Bearer ${token}` }
      const { customer_group } = await store.shop.admin("/customer-groups", { name: "Professionnels" })
      const right = async (query: string, who?: Record<string, string>) =>
        (await productOf(teapot().id, query, who)).withdrawal

      await rule("outside_right", ["customer_group", customer_group.id], { reason: "professional" })
      expect(await right("", headers)).toMatchObject({ exists: true })
      await store.shop.admin(`/customer-groups/${customer_group.id}/customers`, { add: [customer.id] })
      expect(await right("?locale=fr", headers)).toMatchObject({ exists: false, why: "professional" })
      expect((await right("?locale=fr", headers)).text).toContain("L221-3")
      expect(await right("")).toMatchObject({ exists: true })

      await rule("outside_right", ["country", "be"], { reason: "other_law" })
      expect(await right("?country_code=BE")).toMatchObject({ exists: false, why: "other_law" })
      expect(await right(`?region_id=${store.seeded.regionId}`)).toMatchObject({ exists: true })
      await rule("outside_right", ["country", "fr"], { reason: "other_law" })
      expect(await right(`?region_id=${store.seeded.regionId}`)).toMatchObject({ exists: false })
    })

    it("is only of what the shop's key offers: no draft, no other sales channel, nothing unknown", async () => {
      const { id } = teapot()
      const path = `/products/${id}/information`
      const { sales_channel } = await store.shop.admin("/sales-channels", { name: "Grossistes" })
      const { sales_channels } = await store.shop.admin("/sales-channels?name=Boutique en ligne")
      const move = (from: string, to: string) =>
        Promise.all([
          store.shop.admin(`/sales-channels/${from}/products`, { remove: [id] }),
          store.shop.admin(`/sales-channels/${to}/products`, { add: [id] }),
        ])
      await move(sales_channels[0].id, sales_channel.id)
      expect((await ask(path)).status).toBe(404)
      await move(sales_channel.id, sales_channels[0].id)
      expect((await ask(path)).status).toBe(200)
      await store.shop.admin(`/products/${id}`, { status: "draft" })
      const draft = await ask(path)
      expect([draft.status, draft.body.message]).toEqual([404, expect.stringContaining(id)])
    })

    it.each([
      ["/products/prod_none/information", 404, /no product prod_none/],
      ["/products/%00/information", 404, /nothing at this address/],
      [`/products/${"x".repeat(300)}/information`, 404, /no product/],
      ["/products/ID/information?region_id=reg_none", 404, /no region reg_none/],
      ["/products/ID/information?country_code=France", 400, /two letters, such as fr/],
      ["/products/ID/information?country_code=fr&country_code=be", 400, /country_code/],
      ["/products/ID/information?customer_id=cus_1", 400, /customer_id/],
    ])("refuses %s with a sentence", async (path, status, message) => {
      const answer = await ask(path.replace("ID", teapot().id))
      expect(answer.status).toBe(status)
      expect(answer.body.message).toMatch(message)
    })
  })

  describe("rules of the merchant", () => {
    const on = (kind: string, target_type: string, target_id: string, value: unknown) => ({
      ...{ kind, target_type, target_id, value },
    })

    it("each change is evidence: who, before, after; the same again is none", async () => {
      const { id } = teapot()
      const made = await rule("exception", ["product", id], { number: 3 })
      const again = await rule("exception", ["product", id], { number: 3 })
      const changed = await rule("exception", ["product", id], { number: 4 })
      expect([again.id, changed.id]).toEqual([made.id, made.id])
      await asStaff("DELETE", `/catalogue-rules/${made.id}`)
      const rows = await store.service.listEvidences(
        { kind: "catalogue_rule.changed", subject_id: made.id },
        { order: { sequence: "ASC" } },
      )
      const facts = rows.map(({ text }) => JSON.parse(text).facts)
      expect(facts).toEqual([
        expect.objectContaining({
          before: null,
          after: { number: 3 },
          target_id: id,
          by: expect.stringMatching(/^user_/),
        }),
        expect.objectContaining({ before: { number: 3 }, after: { number: 4 } }),
        expect.objectContaining({ before: { number: 4 }, after: null }),
      ])
    })

    it("are listed by kind and place; two members of staff at once leave one", async () => {
      const { id } = teapot()
      await Promise.all(Array.from({ length: 8 }, (_, n) => rule("exception", ["product", id], { number: n + 1 })))
      const { body } = await asStaff("GET", `/catalogue-rules?kind=exception&target_type=product&target_id=${id}`)
      expect(body).toMatchObject({ count: 1, catalogue_rules: [{ target_id: id, kind: "exception" }] })
      expect((await asStaff("GET", "/catalogue-rules?kind=extra")).body.count).toBe(0)
      expect((await asStaff("GET", "/catalogue-rules?limit=2")).body).toMatchObject({ count: 6, limit: 2, offset: 0 })
      expect((await asStaff("GET", "/catalogue-rules?target_id=")).status).toBe(400)
    })

    it("L112-12 CMF: a surcharge for a means of payment is no extra", async () => {
      const name = { fr: "Frais de carte", en: "Card fee" }
      const { status, text } = await asStaff(
        "POST",
        "/catalogue-rules",
        on("extra", "product", teapot().id, { kind: "payment_surcharge", name }),
      )
      expect([status, text]).toEqual([400, expect.stringContaining("L112-12")])
      const extra = { kind: "gift_wrap", name: { fr: "Papier cadeau", en: "Gift wrap" } }
      expect((await asStaff("POST", "/catalogue-rules", on("extra", "product", teapot().id, extra))).status).toBe(200)
    })

    it.each([
      ["product", "prod_none", { number: 3 }, 404, /no product prod_none/],
      ["category", "pcat_none", { number: 3 }, 404, /no category pcat_none/],
      ["customer_group", "cusgroup_none", { number: 3 }, 400, /product, category/],
      ["product", "", { number: 3 }, 400, /target_id/],
      ["product", "a\u0000", { number: 3 }, 400, /cannot be kept/],
      ["planet", "mars", { number: 3 }, 400, /target_type/],
      ["product", "ID", { number: 14 }, 400, /value\.number/],
      ["product", "ID", { number: "3" }, 400, /value\.number/],
      ["product", "ID", {}, 400, /value\.number/],
      ["product", "ID", null, 400, /value/],
      ["product", "ID", { number: 3, more: 1 }, 400, /more/],
    ])("an exception on %s %j that says %j is refused", async (type, target, value, status, message) => {
      const id = target === "ID" ? teapot().id : target
      const answer = await asStaff("POST", "/catalogue-rules", on("exception", type, id, value))
      expect([answer.status, answer.text]).toEqual([status, expect.stringMatching(message)])
    })

    it.each([
      ["information", "product", { nature: "goods", characteristics: { fr: "a" } }, /characteristics\.en/],
      ["information", "product", { nature: "goods", characteristics: { fr: "a\u0000", en: "b" } }, /cannot be kept/],
      [
        "information",
        "product",
        { nature: "goods", functionality: { fr: "x".repeat(5001), en: "b" } },
        /functionality/,
      ],
      ["information", "shipping_option", { nature: "goods" }, /not on a shipping_option/],
      ["outside_right", "country", { reason: "because" }, /reason/],
      ["outside_right", "product", { reason: "other_law" }, /customer_group, country/],
      ["delivery_delay", "product", {}, /kind/],
    ])("%s on a %s that says wrong things is refused", async (kind, type, value, message) => {
      const id = type === "country" ? "fr" : teapot().id
      const answer = await asStaff("POST", "/catalogue-rules", on(kind, type, id, value))
      expect([answer.status, answer.text]).toEqual([400, expect.stringMatching(message)])
    })

    it("what the admin shows: duties of a product, the thirteen exceptions, sentences for what is unknown", async () => {
      await store.shop.admin(`/products/${teapot().id}`, { description: "" })
      const { body } = await asStaff("GET", `/products/${teapot().id}/information`)
      expect(body.product_information).toMatchObject({ complete: false, nature: "goods", exception: null })
      expect(body.product_information.duties[0]).toMatchObject({ id: "characteristics", state: "missing" })
      expect((await asStaff("GET", "/products/prod_none/information")).status).toBe(404)
      const { exceptions } = (await asStaff("GET", "/exceptions")).body
      expect(exceptions).toHaveLength(13)
      expect(exceptions[2].mention.fr).toContain("L221-28, 3°")
    })
  })
})
