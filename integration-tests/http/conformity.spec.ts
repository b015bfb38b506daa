import http from "node:http"
import https from "node:https"
import type { AddressInfo } from "node:net"
import { buy } from "../../scripts/shop/checkout"
import type { Answer } from "../../scripts/shop/client"
import { MERCHANT } from "../../scripts/shop/merchant"
import { TERMS } from "../../scripts/shop/terms"
import type { ReportRow } from "../../src/conformity/report"
import { CERTIFICATE, KEY } from "../../src/conformity/unit-tests/self-signed"
import type { HamonOptions } from "../../src/modules/hamon/options"
import conformity from "../../src/scripts/conformity"
import { readFacts } from "../../src/workflows/conformity/read-facts"
import { delivered, runJobs } from "../support/scenes"
import { storeSuite } from "../support/store"

const SETTINGS = "/settings/hamon"

storeSuite(
  "conformity report of a shop",
  (store) => {
    afterEach(() => jest.restoreAllMocks())

    const report = async () => (await store.shop.admin("/hamon/conformity")).report
    const row = async (id: string): Promise<ReportRow> => found(await report(), id)
    const state = async (id: string) => (await row(id)).state
    const withOptions = (change: Partial<HamonOptions>) => {
      const options = { ...store.service.getOptions(), ...change }
      jest.spyOn(store.service, "getOptions").mockReturnValue(options)
    }

    it("every duty is told with its articles, in both languages, with its state and the place", async () => {
      const { subjects, counts, shop, generated_at } = await report()
      const rows: ReportRow[] = subjects.flatMap(({ rows }: { rows: ReportRow[] }) => rows)
      expect(shop).toBe("Maison Lin")
      expect(Date.parse(generated_at)).not.toBeNaN()
      expect(Object.values(counts).reduce((sum: number, one) => sum + Number(one), 0)).toBe(rows.length)
      for (const { id, articles, title, sentence, place } of rows) {
        expect({ id, said: articles.length > 0 && !!title.fr && !!title.en && !!sentence.fr && !!sentence.en }).toEqual(
          {
            id,
            said: true,
          },
        )
        expect(place).not.toBeNull()
      }
      const merchant = rows.filter(({ id }) => id.startsWith("merchant.") || id === "profile_published")
      expect(merchant.filter((one) => one.state !== "met")).toEqual([])
    })

    it("L121-16: a premium number of an old profile is red at its field, and green once another is published", async () => {
      const content = JSON.stringify({ ...MERCHANT, sav: { ...MERCHANT.sav, telephone: "08 92 00 00 00" } })
      await store.sql(`INSERT INTO hamon_merchant_profile (id, version, status, content, hash, published_at, published_by)
        SELECT 'hammp_old', max(version) + 1, 'published', '${content.replace(/'/g, "''")}', 'x', now(), 'old'
        FROM hamon_merchant_profile`)
      expect(await row("merchant.sav")).toMatchObject({ state: "missing", place: { path: `${SETTINGS}#sav` } })
      await store.shop.admin("/hamon/merchant-profile", { merchant: MERCHANT })
      expect(await state("merchant.sav")).toBe("met")
    })

    it("L221-5: terms older than the withdrawal function are at risk, and green once published anew", async () => {
      await store.sql(`INSERT INTO hamon_text_version (id, kind, locale, version, body, hash, created_at)
        SELECT 'hamtx_old', kind, locale, max(version) + 1, 'Rétractation', 'x', '2026-06-01'
        FROM hamon_text_version WHERE kind = 'terms_of_sale' AND locale = 'fr' GROUP BY kind, locale`)
      expect(await row("merchant.terms_withdrawal")).toMatchObject({
        state: "at_risk",
        place: { path: `${SETTINGS}#terms` },
      })
      await store.shop.admin("/hamon/terms", { locale: "fr", body: `${TERMS.fr}\n\nVersion nouvelle.` })
      expect(await state("merchant.terms_withdrawal")).toBe("met")
    })

    it("L111-1: a product that says nothing is named with the way to it, until it is described", async () => {
      const { product } = await store.shop.admin("/products", {
        title: "Plat <script>",
        status: "published",
        options: [{ title: "Modèle", values: ["un"] }],
      })
      const broken = await row("products_informed")
      expect(broken).toMatchObject({ state: "missing", detail_count: 1, place: { path: "/products" } })
      expect(broken.details[0].text.en).toContain("Plat <script>")
      expect(broken.details[0].place).toEqual({ kind: "admin", path: `/products/${product.id}` })
      expect(broken.fine?.en).toContain("75,000 euros")
      await store.shop.admin(`/products/${product.id}`, { description: "Plat en grès de 30 cm." })
      expect(await state("products_informed")).toBe("met")
    })

    it("L221-28: an exception of services on a teapot is red, until it is taken back", async () => {
      const target_id = store.seeded.products.teapot.id
      const answer = await store.shop.admin("/hamon/catalogue-rules", {
        kind: "exception",
        target_type: "product",
        target_id,
        value: { number: 12 },
      })
      const broken = await row("products_excepted")
      expect(broken).toMatchObject({ state: "missing", details: [{ place: { path: `/products/${target_id}` } }] })
      const id = Object.values(answer as Record<string, { id: string }>)[0].id
      await fetch(`${store.shop.url}/admin/hamon/catalogue-rules/${id}`, {
        method: "DELETE",
        headers: store.shop.staffHeaders,
      })
      expect(await state("products_excepted")).toBe("met")
    })

    it("Dir. 2024/825: the harmonised notice is missing in each language until its file is there", async () => {
      const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]).toString("base64")
      const add = (locale: string) =>
        store.shop.admin("/hamon/official-files", { kind: "harmonised_notice", locale, body: png })
      expect(await state("harmonised_notice")).toBe("missing")
      await add("fr")
      expect(await state("harmonised_notice")).toBe("at_risk")
      await add("en")
      expect(await state("harmonised_notice")).toBe("met")
    })

    it("L221-14: a region without a means of payment is red, one without a choice at risk, each with the way to it", async () => {
      const { regionId } = store.seeded
      const path = `/regions/${regionId}`
      const all = ["pp_system_default", "pp_hamon-stripe_default", "pp_hamon-paypal_default"]
      const place = { kind: "admin", path: `/settings/regions/${regionId}` }
      await store.shop.admin(path, { payment_providers: [] })
      expect(await row("means_of_payment")).toMatchObject({ state: "missing", place })
      for (const payment_providers of [all.slice(1, 2), all.slice(0, 2)]) {
        await store.shop.admin(path, { payment_providers })
        expect(await row("means_of_payment")).toMatchObject({ state: "at_risk", place, fine: null })
      }
      await store.shop.admin(path, { payment_providers: all })
      expect(await state("means_of_payment")).toBe("met")
      expect(await state("other_providers")).toBe("met")
      expect(await state("payment_events")).toBe("met")
    })

    it("L221-24: gift cards are reported as absent, or as what a person gives back, where the loyalty plugin is installed", async () => {
      expect(await row("gift_cards")).toMatchObject({
        state: "met",
        sentence: { en: expect.stringMatching(/^No module/) },
      })
      const withLoyalty = Object.create(store.container, { hasRegistration: { value: () => true } })
      expect((await readFacts(withLoyalty, new Date())).giftCards).toBe(true)
    })

    it("L133-44 CMF: 3-D Secure left to the bank is at risk, asked for on each payment it is met", async () => {
      expect(await state("three_d_secure")).toBe("met")
      const { gateways } = store.service.getOptions()
      withOptions({ gateways: gateways.map((one) => ({ ...one, threeDSecure: "automatic" as const })) })
      expect(await row("three_d_secure")).toMatchObject({
        state: "at_risk",
        place: { kind: "option", option: "stripe.threeDSecure" },
      })
    })

    it("L221-24: sweepers that never ran or stopped are red, and green while they run", async () => {
      expect(await state("sweepers")).toBe("missing")
      await runJobs(store)
      expect(await row("sweepers")).toMatchObject({ state: "met", details: [] })
      store.at(new Date(Date.now() + 6 * 60_000).toISOString())
      const stopped = await row("sweepers")
      expect(stopped).toMatchObject({ state: "missing", place: { path: "/withdrawals" } })
      expect(stopped.details.length).toBeGreaterThan(3)
    })

    it("L221-13, L221-24: letters, refunds, deadlines and extras that wait are counted, each with its order", async () => {
      const order = await delivered(store)
      const place = { kind: "admin", path: `/orders/${order.id}` }
      const rows = ["letters_failed", "deadlines_passed", "extras_unchosen", "refunds_unknown", "refunds_failed"]
      for (const id of rows) expect([id, await state(id)]).toEqual([id, "met"])
      await store.sql(`UPDATE hamon_letter SET state = 'failed' WHERE order_id = '${order.id}'`)
      await store.sql(`INSERT INTO hamon_deadline (id, subject_type, subject_id, order_id, kind, due_on, state, reason, articles)
        VALUES ('hamdl_x', 'withdrawal', 'hamwd_x', '${order.id}', 'refund', '2026-01-01', 'passed', '{}', '{}')`)
      await store.sql(`INSERT INTO hamon_unchosen_extra
        (id, order_id, display_id, item_type, item_id, title, amount, currency, reason, found_at, state)
        VALUES ('hamue_x', '${order.id}', 1, 'line', 'item_x', 'Paquet', '4.00', 'eur', '{}', now(), 'open')`)
      for (const [n, kept] of ["unknown", "failed"].entries()) {
        await store.sql(`INSERT INTO hamon_refund (id, key, kind, order_id, currency, amount, breakdown, state)
          VALUES ('hamrf_${n}', 'k${n}', 'refund', '${order.id}', 'eur', '1.00', '{}', '${kept}')`)
      }
      for (const id of rows) {
        const broken = await row(id)
        expect([id, broken.state, broken.place]).toEqual([id, "missing", place])
        expect(broken.details[0]).toMatchObject({
          place,
          text: { en: expect.stringContaining(`#${order.display_id}`) },
        })
        expect(JSON.stringify(broken)).not.toContain("@")
      }
      await store.sql(`UPDATE hamon_letter SET state = 'sent'`)
      await store.sql(`UPDATE hamon_deadline SET state = 'met' WHERE id = 'hamdl_x'`)
      await store.sql(`UPDATE hamon_unchosen_extra SET state = 'refunded'`)
      await store.sql(`UPDATE hamon_refund SET state = 'booked'`)
      for (const id of rows) expect([id, await state(id)]).toEqual([id, "met"])
    })

    it("L221-14: the label under which the last orders were placed is judged", async () => {
      expect(await state("order_button")).toBe("not_verified")
      const { teapot } = store.seeded.products
      const order = await buy(store.shop, store.seeded, {
        email: "a@b.example",
        name: { first: "Claire", last: "Martin" },
        units: [{ variantId: teapot.variantId, quantity: 1 }],
      })
      await runJobs(store)
      expect(await state("order_button")).toBe("met")
      const relabel = (label: string, n: number) =>
        store.sql(`INSERT INTO hamon_checkout_record (id, cart_id, sequence, order_id, locale, recorded_at, content, hash)
          SELECT 'hamco_${n}', cart_id, sequence + ${n}, order_id, locale, recorded_at + interval '${n} second',
            jsonb_set(content, '{button_label}', '"${label}"'), 'x'
          FROM hamon_checkout_record WHERE order_id = '${order.id}' ORDER BY sequence LIMIT 1`)
      await relabel("Valider", 100)
      expect(await row("order_button")).toMatchObject({ state: "missing", place: { path: `/orders/${order.id}` } })
      await relabel("Commander et payer", 200)
      expect(await state("order_button")).toBe("met")
    })

    describe("what is asked of the web", () => {
      let server: http.Server
      let html = ""
      let url = ""
      const check = async (): Promise<Answer> => (await store.shop.admin("/hamon/conformity/checks", {})).report
      const LINK = '<a href="/retractation">Renoncer au contrat ici</a>'

      beforeAll(async () => {
        server = http.createServer((_, res) => res.setHeader("content-type", "text/html; charset=utf-8").end(html))
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
        url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      })
      afterAll(() => {
        server.closeAllConnections()
        server.close()
      })
      afterEach(() => delete process.env.CHROMIUM_PATH)

      const here = () => withOptions({ storefrontUrl: url, report: { allowPrivateAddresses: true } })

      it("D221-5, LCEN 19: a storefront without the links is red with its address, and green once it has them", async () => {
        here()
        html = "<h1>Boutique</h1>"
        const broken = await check()
        for (const id of ["withdrawal_link_html", "legal_notice_link"]) {
          expect(found(broken, id)).toMatchObject({ state: "missing", place: { kind: "url", url } })
        }
        expect(found(broken, "withdrawal_link_html").checked_at).not.toBeNull()
        html = `<footer>${LINK} <a href="/mentions-legales">Mentions légales</a></footer>`
        const mended = await check()
        for (const id of ["withdrawal_link_html", "legal_notice_link"]) expect(found(mended, id).state).toBe("met")
        expect(found(mended, "withdrawal_link_phone")).toMatchObject({ state: "not_verified" })
        expect(found(mended, "withdrawal_link_phone").sentence.en).toContain("CHROMIUM_PATH")
      })

      it("D221-5: a link in a footer that a phone collapses is red for the phone alone, and green once it is shown", async () => {
        here()
        process.env.CHROMIUM_PATH = process.env.CHROMIUM ?? "/usr/bin/chromium"
        const page = (style: string) =>
          `<!doctype html><meta name="viewport" content="width=device-width"><style>${style}</style>
          <h1>Boutique</h1><footer><p>Aide</p><ul class="menu"><li>${LINK}</li></ul></footer>`
        html = page("@media (max-width: 600px) { .menu { height: 0; overflow: hidden } }")
        const broken = await check()
        expect(found(broken, "withdrawal_link_desktop").state).toBe("met")
        expect(found(broken, "withdrawal_link_phone")).toMatchObject({ state: "missing", place: { kind: "url", url } })
        expect(found(broken, "withdrawal_link_phone").sentence.en).toContain("nobody sees it")
        html = page("")
        expect(found(await check(), "withdrawal_link_phone").state).toBe("met")
      })

      it("D221-5: a link that a script draws is found where everybody sees it, and no page sends the browser elsewhere", async () => {
        here()
        process.env.CHROMIUM_PATH = process.env.CHROMIUM ?? "/usr/bin/chromium"
        const asked: string[] = []
        const inside = http.createServer((_, res) => res.end("inside"))
        inside.on("connection", ({ remotePort }) => asked.push(`a connection from ${remotePort}`))
        await new Promise<void>((resolve) => inside.listen(0, "127.0.0.1", resolve))
        const { port } = inside.address() as AddressInfo
        html = `<h1>Boutique</h1><script>setTimeout(() => {
          document.body.insertAdjacentHTML("beforeend", ${JSON.stringify(LINK)})
          fetch("http://127.0.0.1:${port}/post", { method: "POST", mode: "no-cors", body: "x" })
          new WebSocket("ws://127.0.0.1:${port}/socket")
        }, 500)</script>`
        const drawn = await check()
        inside.close()
        expect(found(drawn, "withdrawal_link_desktop").state).toBe("met")
        expect(found(drawn, "withdrawal_link_html")).toMatchObject({ state: "met" })
        expect(found(drawn, "withdrawal_link_html").sentence.en).toContain("drawn by the page")
        expect(asked).toEqual([])
      })

      it("D221-5: without a browser at the path, what is drawn is not verified, and why is said", async () => {
        here()
        process.env.CHROMIUM_PATH = "/nowhere/chromium"
        html = LINK
        const row = found(await check(), "withdrawal_link_desktop")
        expect(row.state).toBe("not_verified")
        expect(row.sentence.en).toContain("CHROMIUM_PATH does not start")
      })

      it("RGPD 32: an API in clear and a certificate of one's own are red", async () => {
        const own = https.createServer({ cert: CERTIFICATE, key: KEY }, (_, res) => void res.end("x"))
        await new Promise<void>((resolve) => own.listen(0, "127.0.0.1", resolve))
        const storefrontUrl = `https://127.0.0.1:${(own.address() as AddressInfo).port}`
        withOptions({ storefrontUrl, report: { allowPrivateAddresses: true } })
        const broken = await check()
        own.close()
        expect(found(broken, "https_api")).toMatchObject({ state: "missing", place: { option: "publicUrl" } })
        expect(found(broken, "https_storefront")).toMatchObject({
          state: "missing",
          place: { option: "storefrontUrl" },
        })
        expect(found(broken, "https_storefront").sentence.en).toContain("SELF_SIGNED")
        expect(found(broken, "withdrawal_link_html").state).toBe("not_verified")
      })

      it.each([
        "http://127.0.0.1",
        "http://localhost",
        "http://[::1]",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1",
        "http://2130706433",
        "https://192.168.1.1",
      ])("by default %s is never asked, and the report says so", async (storefrontUrl) => {
        withOptions({ storefrontUrl })
        const answer = await check()
        for (const id of ["withdrawal_link_html", "withdrawal_link_phone", "legal_notice_link"]) {
          expect(found(answer, id).state).toBe("not_verified")
          expect(found(answer, id).sentence.en).toContain("not the address of a public website")
        }
      })
    })

    describe("the report as a document and at the terminal", () => {
      it("the PDF is for staff alone, in a language that there is", async () => {
        const ask = (query: string, headers: Record<string, string> = store.shop.staffHeaders) =>
          fetch(`${store.shop.url}/admin/hamon/conformity/document${query}`, { headers })
        for (const locale of ["fr", "en"]) {
          const answer = await ask(`?locale=${locale}`)
          expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"])
          expect(answer.headers.get("content-disposition")).toContain(locale === "fr" ? "conformite-" : "conformity-")
          const bytes = Buffer.from(await answer.arrayBuffer())
          expect(bytes.subarray(0, 5).toString()).toBe("%PDF-")
          expect(bytes.toString("latin1")).toContain(locale === "fr" ? "fr-FR" : "en-GB")
        }
        expect((await ask("")).status).toBe(200)
        for (const query of ["?locale=de", "?locale=%00", "?locale=fr&locale=en", "?other=1"]) {
          expect([query, (await ask(query)).status]).toEqual([query, 400])
        }
        expect((await ask("", {})).status).toBe(401)
        for (const path of ["conformity", "conformity/checks"]) {
          const method = path === "conformity" ? "GET" : "POST"
          expect((await fetch(`${store.shop.url}/admin/hamon/${path}`, { method })).status).toBe(401)
        }
      })

      it("the script prints the table or the API's answer, and fails a deployment while a duty is missing", async () => {
        const said: string[] = []
        jest.spyOn(process.stdout, "write").mockImplementation((text) => Boolean(said.push(String(text))))
        const before = process.exitCode
        await conformity({ container: store.container, args: ["lang=en"] })
        const code = process.exitCode
        await conformity({ container: store.container, args: ["--json"] })
        process.exitCode = before
        jest.restoreAllMocks()
        expect(code).toBe(1)
        const table = said.find((text) => text.startsWith("Conformity report · Maison Lin"))
        expect(table).toMatch(/To correct +Harmonised notice on the legal guarantee \(Dir\. 2024\/825\)/)
        const json = said.find((text) => text.startsWith("{\n")) as string
        expect(JSON.parse(json).counts.missing).toBeGreaterThan(0)
      })
    })
  },
  { payments: true },
)

function found(report: Answer, id: string): ReportRow {
  return report.subjects.flatMap(({ rows }: { rows: ReportRow[] }) => rows).find((row: ReportRow) => row.id === id)
}
