import { buy } from "../../scripts/shop/checkout"
import { fieldIn, type Page } from "../../scripts/shop/client"
import { declared, delivered, EMAIL, ordered, proven, runJobs, until, withdrawalOf } from "../support/scenes"
import { storeSuite } from "../support/store"

const TYPED = {
  step: "review",
  lang: "fr",
  name: "Claire Martin",
  email: EMAIL,
  order: "1",
  scope: "whole",
}

storeSuite("the online withdrawal function (L221-21, D221-5)", (store) => {
  describe("recording: first, and never refused by the machine", () => {
    it("answers the same for an order that exists, one that does not and another person's, with the same queries", async () => {
      const order = await delivered(store)
      await runJobs(store)
      await until(async () => (await store.mailbox.messages()).length === 1)
      // What is done behind the answer is told by an event; only the answer itself is counted here.
      store.loseEvents()
      const shapes: string[] = []
      const queries: number[] = []
      for (const [number, email] of [
        [order.display_id, EMAIL],
        [999_999, EMAIL],
        [order.display_id, "somebody.else@client.example"],
        ["la commande de mardi, une théière", "nobody@client.example"],
      ] as const) {
        const review = await post({ ...TYPED, order: String(number), email })
        let page = review
        queries.push(await store.countQueries(async () => (page = await confirm(review))))
        expect(page.status).toBe(200)
        shapes.push(shape(page, String(number), email))
      }
      expect(shapes).toEqual(shapes.map(() => shapes[0]))
      expect(new Set(queries).size).toBe(1)
      expect(queries[0]).toBeGreaterThan(0)
      await runJobs(store)
      // Each was acknowledged, and only the first is bound to the order.
      await until(async () => (await store.mailbox.messages()).length === 5)
      const bound = await until(async () => {
        const { withdrawals } = await store.shop.admin("/hamon/withdrawals")
        const settled = withdrawals.every(
          ({ status, flags }: Row) => status === "matched" || flags.includes("unmatched"),
        )
        return settled ? withdrawals : null
      })
      expect(bound.map(({ order_id }: Row) => order_id !== null).filter(Boolean)).toHaveLength(1)
    })

    it("a form sent twice, ten times at once, is one declaration, one acknowledgement, one reference", async () => {
      const review = await post({ ...TYPED, order: "77" })
      const pages = await Promise.all(Array.from({ length: 10 }, () => confirm(review)))
      const references = new Set(pages.map(({ html }) => referenceIn(html)))
      expect(references.size).toBe(1)
      await runJobs(store)
      expect((await store.shop.admin("/hamon/withdrawals")).count).toBe(1)
      expect(await store.mailbox.messages()).toHaveLength(1)
    })

    it("late, excepted, repeated and beyond the order: recorded, acknowledged, and flagged for a person", async () => {
      const order = await delivered(store)
      const late = new Date(Date.now() + 40 * 86_400_000).toISOString()
      const first = await declared(store, order, { articles: [["THE-60", 2]] })
      await until(async () => (await withdrawalOf(store, first.id)).status === "matched")
      store.at(late)
      const again = await declared(store, order, { articles: [["THE-60", 1]] })
      const beyond = await declared(store, order, {
        articles: [
          ["BOL-35", 5],
          ["un dragon", 1],
        ],
      })
      await until(async () => (await withdrawalOf(store, beyond.id)).status === "matched")
      expect((await withdrawalOf(store, first.id)).flags).toEqual([])
      expect((await withdrawalOf(store, again.id)).flags).toEqual(["late", "withdrawn_before"])
      expect((await withdrawalOf(store, beyond.id)).flags).toEqual(["late", "unclear_articles", "more_than_left"])
      expect((await withdrawalOf(store, beyond.id)).lines).toMatchObject([{ quantity: 1 }])
    })

    it("an excepted article (L221-28, 3°) waits for a person, whatever the address proves", async () => {
      const { shop, seeded } = store
      const order = await orderedWith([seeded.products.engraved.variantId])
      const declaration = await declared(store, order)
      await shop.page("/retractation/suivi", { reference: declaration.reference, code: declaration.code })
      await runJobs(store)
      const withdrawal = await withdrawalOf(store, declaration.id)
      expect(withdrawal).toMatchObject({ assurance: "email_proven", flags: ["excepted"], return_id: null })
      expect(withdrawal.lines).toMatchObject([{ exception: 3, decision: "pending" }])
      await expect(shop.admin(`/hamon/withdrawals/${declaration.id}/refund`, {})).rejects.toMatchObject({
        status: 400,
        answer: expect.stringContaining("L221-28"),
      })
    })

    it("staff bind an unmatched declaration to its order and units; an unknown line is refused in words", async () => {
      const order = await delivered(store)
      const declaration = await declared(store, { display_id: "je ne sais plus" })
      const match = (order_line_id: string, order_id = order.id) =>
        store.shop.admin(`/hamon/withdrawals/${declaration.id}/match`, {
          order_id,
          lines: [{ order_line_id, quantity: 1 }],
        })
      await expect(match("ordli_none")).rejects.toMatchObject({
        status: 400,
        answer: expect.stringContaining("no line"),
      })
      await expect(match(order.items[0].id, "order_none")).rejects.toMatchObject({ status: 404 })
      const { withdrawal } = await match(order.items[0].id)
      expect(withdrawal).toMatchObject({ status: "matched", assurance: "staff", lines: [{ quantity: 1 }] })
      expect(await until(async () => (await withdrawalOf(store, declaration.id)).return_id)).toMatch(/^return_/)
    })

    it("nothing shipped: matched with its phase, and no return is opened for goods that never left", async () => {
      const order = await ordered(store)
      const declaration = await declared(store, order)
      await store.shop.page("/retractation/suivi", { reference: declaration.reference, code: declaration.code })
      await runJobs(store)
      expect(await withdrawalOf(store, declaration.id)).toMatchObject({ phase: "not_shipped", return_id: null })
    })
  })

  describe("the page", () => {
    it("speaks French and English by choice and by preference, with the statutory words of each", async () => {
      const { shop } = store
      const french = await shop.page("/retractation", undefined, { "accept-language": "de, fr;q=0.8, en;q=0.5" })
      const english = await shop.page("/retractation", undefined, { "accept-language": "en-GB" })
      const chosen = await shop.page("/retractation?lang=en", undefined, { "accept-language": "fr" })
      expect(french.html).toContain("<h1>Renoncer au contrat ici</h1>")
      expect(english.html).toContain("<h1>Withdraw from contract here</h1>")
      expect(chosen.html).toContain('<html lang="en">')
      const review = await post({ ...TYPED, lang: "en" })
      expect(review.html).toMatch(/<button[^>]*>Confirm withdrawal<\/button>/)
    })

    it("asks for no account, no reason, no captcha, and ticks nothing beforehand", async () => {
      const { html } = await store.shop.page("/retractation?lang=fr")
      expect(html).not.toMatch(/ checked|captcha|<script|type="checkbox"/i)
      const required = [...html.matchAll(/<(?:input|textarea)[^>]*name="(\w+)"[^>]*required/g)].map(([, name]) => name)
      expect(required).toEqual(["name", "email", "order"])
    })

    it("lets nothing in from elsewhere and keeps nothing: strict CSP, no-store, no referrer, no frame", async () => {
      const { headers } = await store.shop.page("/retractation")
      expect(headers.get("content-security-policy")).toMatch(
        /default-src 'none';.*form-action 'self';.*frame-ancestors 'none'/,
      )
      expect(headers.get("cache-control")).toBe("no-store")
      expect(headers.get("referrer-policy")).toBe("no-referrer")
    })

    it("shows what is missing with a link to the field, keeps what was typed, and escapes it", async () => {
      const hostile = `"><script>alert(1)</script>`
      const page = await post({
        ...TYPED,
        name: hostile,
        email: "not an address",
        order: "",
        scope: "part",
        article: [hostile],
        quantity: ["many"],
      })
      expect(page.status).toBe(422)
      expect(page.html).not.toContain("<script>")
      expect(page.html).toContain("&quot;&gt;&lt;script&gt;")
      for (const id of ["email", "order", "quantity-1"]) expect(page.html).toContain(`href="#${id}"`)
    })

    it("an expired form, one sealed with another secret, or one that was changed: the same summary again, then it goes", async () => {
      const review = await post({ ...TYPED, name: "Éloïse d'Été", order: "55" })
      const state = fieldIn(review, "state")
      store.at(new Date(Date.now() + 3 * 3_600_000).toISOString())
      for (const changed of [state, `${state.split(".")[0]}.0000`]) {
        const again = await store.shop.page("/retractation", { step: "confirm", lang: "fr", state: changed })
        expect(again.status).toBe(200)
        expect(again.html).toContain("Éloïse d&#39;Été")
        expect(again.html).toContain("confirmez-la de nouveau")
      }
      expect((await store.shop.admin("/hamon/withdrawals")).count).toBe(0)
      const again = await store.shop.page("/retractation", { step: "confirm", lang: "fr", state })
      expect((await confirm(again)).html).toContain("a été reçue")
      expect((await store.shop.admin("/hamon/withdrawals")).count).toBe(1)
    })

    it("a form that cannot be read, or fields that are no text, get a page that says what to do", async () => {
      for (const state of ["", "nonsense", "e30.00", "🙂"]) {
        const page = await store.shop.page("/retractation", { step: "confirm", lang: "fr", state })
        expect(page.status).toBe(400)
        expect(page.html).toContain("rien n&#39;a été enregistré")
      }
      const odd = await fetch(`${store.shop.url}/retractation`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ step: "review", name: { $ne: 1 }, email: ["a", 1], order: null, scope: {} }),
      })
      expect(odd.status).toBe(422)
      const control = await post({ ...TYPED, name: "Cl\u0000aire", order: "x".repeat(500) })
      expect(control.status).toBe(422)
    })

    it("a fault of the database keeps what was typed on the page, to confirm again", async () => {
      const review = await post({ ...TYPED, order: "56" })
      const fault = jest.spyOn(store.service, "recordDeclaration").mockRejectedValueOnce(new Error("no connection"))
      const page = await confirm(review)
      expect(page.status).toBe(503)
      expect(page.html).toContain("Claire Martin")
      expect((await confirm(page)).status).toBe(200)
      expect(fault).toHaveBeenCalledTimes(2)
      fault.mockRestore()
      expect((await store.shop.admin("/hamon/withdrawals")).count).toBe(1)
    })

    it("gives the acknowledgement as a file at once, with content, date and hour", async () => {
      const review = await post({ ...TYPED, order: "57" })
      const recorded = await confirm(review)
      const file = await store.shop.page("/retractation", {
        step: "download",
        lang: "fr",
        state: fieldIn(recorded, "state"),
      })
      expect(file.headers.get("content-disposition")).toMatch(/attachment; filename="accuse-de-reception-/)
      expect(file.html).toContain(referenceIn(recorded.html))
      expect(file.html).toMatch(/Commande\u00a0: 57/)
      expect(file.html).toMatch(/heure de Paris/)
    })
  })

  describe("the code", () => {
    it("opens only its own declaration; wrong, of another, or worn out after ten tries, the answer is the same", async () => {
      const order = await delivered(store)
      const mine = await declared(store, order)
      const other = await declared(store, { display_id: 4242 }, { email: "other@client.example" })
      const answers = [
        await follow(mine.reference, other.code),
        await follow("AAAA-BBBB-CCCC-DDDD", mine.code),
        await follow("", ""),
      ]
      for (let tries = 0; tries < 10; tries++) answers.push(await follow(mine.reference, "2222-2222"))
      answers.push(await follow(mine.reference, mine.code))
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([422]))
      expect(new Set(answers.map(({ html }) => html.replace(/value="[^"]*"/g, "")))).toHaveProperty("size", 1)
      expect((await withdrawalOf(store, mine.id)).assurance).toBe("email_matched")
      // The other's code still works for the other.
      expect((await follow(other.reference.toLowerCase().replaceAll("-", " "), other.code.toLowerCase())).status).toBe(
        200,
      )
    })

    it("expires", async () => {
      const { reference, code } = await declared(store, { display_id: 4243 })
      store.at(new Date(Date.now() + 91 * 86_400_000).toISOString())
      expect((await follow(reference, code)).status).toBe(422)
    })

    it("is not in the list of withdrawals, nor in what the admin shows of letters", async () => {
      const order = await delivered(store)
      const { code, id } = await declared(store, order)
      const shown = JSON.stringify([
        await store.shop.admin("/hamon/withdrawals"),
        await withdrawalOf(store, id),
        await store.shop.admin(`/hamon/orders/${order.id}`),
      ])
      expect(shown).not.toContain(code)
      expect(shown).not.toContain("token_hash")
    })

    it("opens the return once, however often it is typed", async () => {
      const order = await delivered(store)
      const declaration = await declared(store, order, { articles: [["BOL-35", 1]] })
      await Promise.all([
        follow(declaration.reference, declaration.code),
        follow(declaration.reference, declaration.code),
      ])
      await proven(store, declaration)
      await Promise.all([runJobs(store), runJobs(store)])
      const { returns } = await store.shop.admin(`/returns?order_id=${order.id}`)
      expect(returns).toHaveLength(1)
    })
  })

  afterEach(() => jest.restoreAllMocks())

  type Row = { status: string; flags: string[]; order_id: string | null }

  function post(fields: Record<string, string | readonly string[]>): Promise<Page> {
    return store.shop.page("/retractation", fields)
  }

  function confirm(review: Page): Promise<Page> {
    return store.shop.page("/retractation", { step: "confirm", lang: "fr", state: fieldIn(review, "state") })
  }

  function follow(reference: string, code: string): Promise<Page> {
    return store.shop.page("/retractation/suivi", { lang: "fr", reference, code })
  }

  async function orderedWith(variantIds: readonly string[]) {
    return buy(store.shop, store.seeded, {
      email: EMAIL,
      name: { first: "Claire", last: "Martin" },
      units: variantIds.map((variantId) => ({ variantId, quantity: 1 })),
    })
  }
})

function referenceIn(html: string): string {
  return /[2-9A-Z]{4}(?:-[2-9A-Z]{4}){3}/.exec(html)?.[0] ?? ""
}

/** The page without what the customer typed himself, the reference and the hour. */
function shape({ html }: Page, ...typed: string[]): string {
  const reference = referenceIn(html)
  const plain = html
    .replace(/<style>[^]*<\/style>/, "")
    .replaceAll(reference, "")
    .replace(/name="state" value="[^"]*"/, "")
    .replace(/\d\d:\d\d:\d\d/g, "")
  return typed.reduce((text, one) => text.replaceAll(`>${one}<`, "><").replaceAll(` ${one}.`, " ."), plain)
}
