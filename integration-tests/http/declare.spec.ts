import { buy } from "../../scripts/shop/checkout"
import { type Answer, fieldIn, type Page, type Shop } from "../../scripts/shop/client"
import { canonicalJson } from "../../src/kit/canonical-json"
import { sha256 } from "../../src/kit/secrets"
import { delivered, EMAIL, ordered, runJobs, until, withdrawalOf } from "../support/scenes"
import { storeSuite } from "../support/store"

const TYPED = { name: "Claire Martin", email: EMAIL, order_number: "1", scope: "whole" }
const PASSWORD = "correct horse battery staple"

storeSuite("declaring: API, account, link (L221-21)", (store) => {
  describe("the store API", () => {
    it("an order of three hundred lines is declared line by line; above a bound that is told, nothing is cut off", async () => {
      const lines = (many: number) =>
        Array.from({ length: many }, (_, n) => ({ line_id: `ordli_01JXXXXXXXXXXXXXXXXXXXX${n}`, quantity: 1 }))
      const drafted = await draft({ name: "Claire Martin", email: EMAIL, order_id: "order_01LARGE", lines: lines(300) })
      expect(drafted.status).toBe(200)
      const { body } = await confirm(drafted)
      const { declared } = await declarationOf(body.withdrawal.reference)
      expect([declared.picked.lines.length, declared.articles.length]).toEqual([300, 300])
      const more = await draft({ name: "Claire Martin", email: EMAIL, order_id: "order_01LARGE", lines: lines(1001) })
      expect([more.status, more.body.message]).toEqual([400, expect.stringContaining("1000 at most")])
    })

    it("D221-5: a draft answers the summary and the two labels and stores nothing; confirming records and acknowledges", async () => {
      const order = await delivered(store)
      const drafted = await draft({ ...TYPED, order_number: String(order.display_id), comment: "Merci." })
      expect(drafted.status).toBe(200)
      expect(drafted.body.labels).toEqual({ withdraw: "Renoncer au contrat ici", confirm: "Confirmer la rétractation" })
      expect(drafted.body.summary).toContainEqual({ name: "Message", value: "Merci." })
      expect(await count()).toBe(0)

      const { status, body, headers } = await confirm(drafted)
      expect(status).toBe(200)
      expect(headers.get("cache-control")).toBe("private, no-store")
      expect(headers.get("set-cookie")).toBeNull()
      const { reference, sent_at, zone, acknowledgement, follow_url } = body.withdrawal
      expect(new Date(sent_at).toISOString()).toBe(sent_at)
      expect(zone).toBe("Europe/Paris")
      expect(acknowledgement.text).toContain(reference)
      expect(acknowledgement.text).toMatch(/heure de Paris/)
      expect(acknowledgement).toMatchObject({ queued: false, file_name: `accuse-de-reception-${reference}.txt` })
      expect(follow_url).toMatch(/\/retractation\/suivi\?lang=fr$/)
      await store.mailbox.waitFor(({ subject }) => subject.includes(reference))
      const recorded = await until(async () => {
        const one = await declarationOf(reference)
        return one.status === "matched" ? one : null
      })
      expect(recorded).toMatchObject({ channel: "store_api", assurance: "email_matched", order_id: order.id })
    })

    it("speaks the language of the shop page, with its statutory words", async () => {
      const { body } = await draft(TYPED, { "x-medusa-locale": "en-GB" })
      expect(body.labels).toEqual({ withdraw: "Withdraw from contract here", confirm: "Confirm withdrawal" })
    })

    it("the same draft confirmed ten times at once is one declaration, one letter, one reference", async () => {
      const drafted = await draft(TYPED)
      const answers = await Promise.all(Array.from({ length: 10 }, () => confirm(drafted)))
      expect(new Set(answers.map(({ body }) => body.withdrawal.reference)).size).toBe(1)
      expect(await count()).toBe(1)
      await runJobs(store)
      expect(await store.mailbox.messages()).toHaveLength(1)
    })

    it("WF-9: answers the same for an order that exists, none, and another person's, with the same queries", async () => {
      const order = await delivered(store)
      await runJobs(store)
      store.loseEvents()
      const shapes: string[] = []
      const queries: number[] = []
      for (const fields of [
        { order_number: String(order.display_id) },
        { order_number: "999999" },
        { order_id: order.id, order_number: "" },
        { order_id: "order_01NOTHERE", lines: [{ line_id: "ordli_none", quantity: 3 }] },
        { order_number: String(order.display_id), email: "somebody.else@client.example" },
      ]) {
        let answer = await draft({ ...TYPED, ...fields })
        queries.push(await store.countQueries(async () => (answer = await confirm(answer))))
        expect(answer.status).toBe(200)
        shapes.push(Object.keys(answer.body.withdrawal).join())
      }
      expect(new Set(shapes).size).toBe(1)
      expect(new Set(queries).size).toBe(1)
    })

    it("what is missing is told in a sentence for each field, in the customer's language; nothing ends in a fault", async () => {
      const french = await draft({ email: "no address", scope: "part", order_number: "1" })
      expect(french.status).toBe(400)
      expect(french.body.fields.map(({ field }: Answer) => field)).toEqual(["name", "email", "articles"])
      expect(french.body.message).toContain("Écrivez votre nom")
      const english = await draft({}, { "x-medusa-locale": "en" })
      expect(english.body.message).toContain("Write your name")
      const odd: unknown[] = [
        { ...TYPED, name: { $ne: 1 } },
        { ...TYPED, order_id: "order\u0000" },
        { ...TYPED, lines: [{ line_id: "a", quantity: 1 }] },
        { ...TYPED, articles: "all" },
        { ...TYPED, name: "x".repeat(15_000) },
        { ...TYPED, order_id: "order_1", lines: [{ line_id: "a", quantity: -1 }] },
        [],
        "text",
        null,
      ]
      for (const body of odd) {
        const { status } = await draft(body)
        expect({ body, refused: status >= 400 && status < 500 }).toEqual({ body, refused: true })
      }
      // A character that cannot be kept is replaced: the declaration counts.
      const control = await draft({ ...TYPED, name: "Cl\u0000aire \ud800" })
      expect((await confirm(control)).status).toBe(200)
    })

    it("a draft that was changed comes back to be confirmed, one that cannot be read is refused in words; nothing is stored", async () => {
      const { body } = await draft(TYPED)
      const changed = await call("POST", "/store/hamon/withdrawals/confirm", {
        draft: `${body.draft.split(".")[0]}.00`,
      })
      expect(changed).toMatchObject({ status: 409, body: { code: "draft_changed" } })
      expect(changed.body.message).toContain("confirmez-le")
      for (const bad of ["", "nonsense", "e30.00", "🙂"]) {
        const answer = await call("POST", "/store/hamon/withdrawals/confirm", { draft: bad })
        expect(answer).toMatchObject({ status: 400, body: { code: "draft_unreadable" } })
      }
      expect(await count()).toBe(0)
      expect((await confirm(changed)).status).toBe(200)
      expect(await count()).toBe(1)
    })

    it("L221-21, sending counts: a fault answers 503 with the draft, and confirming again keeps the first hour", async () => {
      const drafted = await draft(TYPED)
      store.at("2026-12-01T10:00:00.000Z")
      const fault = jest.spyOn(store.service, "recordDeclaration").mockRejectedValueOnce(new Error("no connection"))
      const failed = await confirm(drafted)
      fault.mockRestore()
      expect(failed).toMatchObject({ status: 503, body: { code: "not_recorded" } })
      store.at("2026-12-01T10:20:00.000Z")
      expect((await confirm(failed)).body.withdrawal.sent_at).toBe("2026-12-01T10:00:00.000Z")
      expect(await count()).toBe(1)
    })

    it("L221-24: a draft that is held back sets no day for the trader: he is informed when it reaches him, and after a day it was sent then", async () => {
      const held = async (hours: number) => {
        store.at("2026-12-01T10:00:00.000Z")
        const review = await store.shop.page("/retractation", {
          ...{ step: "review", lang: "fr", name: TYPED.name, email: EMAIL, order: "1", scope: "whole" },
        })
        // Confirmed on a page that was open for long: shown again, and kept there.
        store.at("2026-12-01T13:00:00.000Z")
        const again = await store.shop.page("/retractation", { step: "confirm", state: fieldIn(review, "state") })
        const at = new Date(Date.parse("2026-12-01T13:00:00.000Z") + hours * 3_600_000).toISOString()
        store.at(at)
        const answer = await call("POST", "/store/hamon/withdrawals/confirm", { draft: fieldIn(again, "state") })
        const [row] = await store.service.listWithdrawals({ reference: answer.body.withdrawal.reference })
        return { at, sent: row.sent_at.toISOString(), informed: row.informed_at.toISOString(), id: row.id }
      }
      const soon = await held(1)
      expect(soon).toMatchObject({ sent: "2026-12-01T13:00:00.000Z", informed: soon.at })
      const late = await held(100 * 24)
      expect(late).toMatchObject({ sent: late.at, informed: late.at })
      const [clock] = await store.service.listDeadlines({ subject_id: late.id, kind: "refund" })
      expect(String(clock.due_on) > late.at.slice(0, 10)).toBe(true)
    })

    it("a name is one line, and turns no direction: nobody forges a line of the acknowledgement", async () => {
      const forged = "Claire\r\nEnvoyée le : 1er janvier 2020\u202e"
      const { body } = await confirm(await draft({ ...TYPED, name: forged, order_number: `${forged} 1` }))
      const [row] = await store.service.listWithdrawals({ reference: body.withdrawal.reference })
      expect(row.declared).toMatchObject({
        ...{ name: "Claire Envoyée le : 1er janvier 2020", orderNumber: "Claire Envoyée le : 1er janvier 2020 1" },
      })
    })

    it("HTML in every free text is text on the page, in the letter and in the answer", async () => {
      const hostile = `<script>alert(1)</script><img src=x onerror=alert(1)>`
      const drafted = await draft({
        ...TYPED,
        name: hostile,
        order_number: hostile,
        scope: "part",
        articles: [{ article: hostile }],
        comment: hostile,
      })
      const { body } = await confirm(drafted)
      const letter = await store.mailbox.waitFor(({ subject }) => subject.includes(body.withdrawal.reference))
      expect(letter.html).not.toMatch(/<script>alert|<img src=x/)
      expect(letter.html).toContain("&lt;script&gt;")
      const review = await store.shop.page("/retractation", {
        ...{ step: "review", lang: "fr", name: hostile, email: EMAIL, order: hostile, scope: "part" },
        article: [hostile],
        quantity: ["1"],
      })
      expect(review.html).not.toMatch(/<script>alert|<img src=x/)
    })

    it("WF-7: keeps a keyed hash of the address, the browser, the version of the texts and a hash of the content", async () => {
      const drafted = await draft(TYPED)
      const { body } = await confirm(drafted, { "user-agent": "Browser/1.0 (<b>)" })
      const [row] = await store.service.listWithdrawals({ reference: body.withdrawal.reference })
      const { declared, reference, locale, channel, sent_at } = row
      const { withdraw, confirm: label, texts_version, ip_hash, user_agent, content_sha256 } = row.context as Answer
      expect(ip_hash).toMatch(/^[0-9a-f]{64}$/)
      expect(user_agent).toBe("Browser/1.0 (<b>)")
      const shown = { withdraw, confirm: label, texts_version }
      const content = { reference, declared, sent_at: sent_at.toISOString(), locale, channel, shown }
      expect(content_sha256).toBe(sha256(canonicalJson(content as never)))
      const [evidence] = await store.service.listEvidences({ subject_id: row.id, kind: "withdrawal.declared" })
      expect(evidence.text).toContain(texts_version)
      for (const personal of [ip_hash, user_agent, content_sha256, EMAIL]) expect(evidence.text).not.toContain(personal)
    })
  })

  describe("an account", () => {
    it("WF-3: sees its own orders alone, with what is left of each line, until when the right runs, and why", async () => {
      const { shop: claire } = await account("claire@client.example")
      const mine = await bought(claire, "claire@client.example")
      await ordered(store)
      const answer = await claire.store("/hamon/withdrawals/orders?locale=fr")
      expect(answer.orders.map(({ order_id }: Answer) => order_id)).toEqual([mine.id])
      const [{ lines, until: last }] = answer.orders
      expect(last).toBeNull()
      expect(lines).toMatchObject([{ number: "A1", quantity: 2, left: 2, right: { exists: true, state: "open" } }])
      expect(lines[0].right.reason).toContain("quatorze jours")
      expect(answer.function.label).toBe("Renoncer au contrat ici")
      const stranger = await call("GET", "/store/hamon/withdrawals/orders")
      expect(stranger.status).toBe(401)
    })

    it("picks exact lines of its own order: matched by the account, whatever address the acknowledgement goes to", async () => {
      const { shop: claire, customerId } = await account("claire@client.example")
      const mine = await bought(claire, "claire@client.example")
      const drafted = await draftAs(claire, {
        name: "Claire Martin",
        email: "elsewhere@client.example",
        order_id: mine.id,
        lines: [{ line_id: mine.items[0].id, quantity: 1 }],
      })
      // Proven to be hers: the summary names the article.
      expect(JSON.stringify(drafted.body.summary)).toContain(`1 × A1 – ${mine.items[0].product_title}`)
      const { body } = await confirmAs(claire, drafted)
      const recorded = await settled(body.withdrawal.reference)
      expect(recorded).toMatchObject({ channel: "account", assurance: "account", order_id: mine.id, flags: [] })
      expect(recorded.lines).toMatchObject([{ order_line_id: mine.items[0].id, quantity: 1 }])
      expect((await store.service.retrieveWithdrawal(recorded.id)).customer_id).toBe(customerId)
      const { orders } = await claire.store("/hamon/withdrawals/orders")
      expect(orders[0].lines[0]).toMatchObject({ withdrawn: 1, left: 1 })
    })

    it("another's order that somebody picks is recorded and left to a person: no account and no guest is bound to it", async () => {
      const order = await delivered(store)
      const { shop: mallory } = await account("mallory@client.example")
      const pick = { order_id: order.id, lines: [{ line_id: order.items[0].id, quantity: 1 }], name: "M" }
      const known = await draftAs(mallory, { ...pick, email: "mallory@client.example" })
      const unknown = await draftAs(mallory, { ...pick, order_id: "order_none", email: "mallory@client.example" })
      expect(JSON.stringify(known.body.summary)).not.toContain("Théière")
      expect(known.body.summary.length).toBe(unknown.body.summary.length)
      const references = [
        (await confirmAs(mallory, known)).body.withdrawal.reference,
        (await confirm(await draft({ ...pick, email: "mallory@client.example" }))).body.withdrawal.reference,
      ]
      for (const reference of references) {
        expect(await settled(reference)).toMatchObject({ order_id: null, flags: ["unmatched"], lines: [] })
      }
    })

    it("a guest cannot change what another guest declared: his own declaration of the same order binds nothing", async () => {
      const order = await delivered(store)
      const first = await confirm(await draft({ ...TYPED, order_number: String(order.display_id) }))
      const before = await settled(first.body.withdrawal.reference)
      const other = await draft({ ...TYPED, email: "mallory@client.example", order_id: order.id })
      const second = await confirm(other)
      expect(second.body.withdrawal.reference).not.toBe(first.body.withdrawal.reference)
      expect(await settled(second.body.withdrawal.reference)).toMatchObject({ order_id: null })
      const after = await declarationOf(first.body.withdrawal.reference)
      const told = ({ reference, declared, order_id, status, assurance, lines }: Answer) => ({
        reference,
        declared,
        order_id,
        status,
        assurance,
        lines,
      })
      expect(told(after)).toEqual(told(before))
    })

    it("an order placed before the plugin is listed and withdrawn from like any other", async () => {
      const { shop: claire } = await account("claire@client.example")
      store.loseEvents()
      const mine = await bought(claire, "claire@client.example")
      await store.sql("UPDATE hamon_sweep_heartbeat SET started_at = now() + interval '1 hour' WHERE id = 'installed'")
      expect(await store.service.listOrderCases({ order_id: mine.id })).toHaveLength(0)
      const { orders } = await claire.store("/hamon/withdrawals/orders")
      expect(orders).toMatchObject([{ order_id: mine.id }])
      jest.restoreAllMocks()
      const { body } = await confirmAs(claire, await draftAs(claire, { ...TYPED, order_number: "", order_id: mine.id }))
      await runJobs(store)
      expect(await settled(body.withdrawal.reference)).toMatchObject({ order_id: mine.id, assurance: "account" })
      expect((await store.mailbox.messages()).map(({ subject }) => subject)).toHaveLength(1)
    })
  })

  describe("the right as a shop page shows it", () => {
    it("L221-18, L221-28: for each line whether it exists, until when and why, in both languages", async () => {
      const { shop: claire } = await account("claire@client.example")
      const { teapot, engraved } = store.seeded.products
      const order = await bought(claire, "claire@client.example", [
        { variantId: teapot.variantId, quantity: 2 },
        { variantId: engraved.variantId, quantity: 1 },
      ])
      const { withdrawal } = await claire.store(`/hamon/orders/${order.id}/withdrawal?locale=fr`)
      // Core gives the lines of an order no order of their own.
      const excepted = (answer: Answer) => answer.lines.find(({ right }: Answer) => right.state === "excepted").right
      expect(withdrawal.lines.map(({ right }: Answer) => [right.exists, right.state, right.exception]).sort()).toEqual([
        [false, "excepted", 3],
        [true, "open", null],
      ])
      expect(excepted(withdrawal).reason).toContain("L221-28, 3°")
      expect(withdrawal.function).toMatchObject({ label: "Renoncer au contrat ici" })
      const english = await claire.store(`/hamon/orders/${order.id}/withdrawal?locale=en`)
      expect(excepted(english.withdrawal).reason).toContain("no right of withdrawal")
      expect(english.withdrawal.function.label).toBe("Withdraw from contract here")
    })

    it("says that the period is over on the day after its last, and never before", async () => {
      const order = await delivered(store)
      const at = async (instant: string) => {
        store.at(instant)
        await store.mailbox.clear()
        const headers = { "x-hamon-orders-code": await codeFor(EMAIL) }
        const { body } = await call("GET", `/store/hamon/orders/${order.id}/withdrawal?locale=fr`, undefined, headers)
        return body.withdrawal
      }
      const { ends_at } = await at(new Date().toISOString())
      expect((await at(new Date(Date.parse(ends_at) - 1000).toISOString())).lines[0].right.state).toBe("open")
      const over = (await at(ends_at)).lines[0].right
      expect(over).toMatchObject({ exists: false, state: "ended" })
      expect(over.reason).toContain("reçue aussi")
    })

    it("to everybody else no order is there: the same 404 for a stranger, another account, a wrong code and no order", async () => {
      const order = await delivered(store)
      const { shop: mallory } = await account("mallory@client.example")
      const answers = [
        await call("GET", `/store/hamon/orders/${order.id}/withdrawal`),
        await call("GET", `/store/hamon/orders/${order.id}/withdrawal`, undefined, mallory.storeHeaders),
        await call("GET", `/store/hamon/orders/${order.id}/withdrawal`, undefined, { "x-hamon-orders-code": "AAAA" }),
        await call("GET", `/store/hamon/orders/order_none/withdrawal`),
        await call("GET", `/store/hamon/orders/order%00none/withdrawal`, undefined, mallory.storeHeaders),
      ]
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
      expect(new Set(answers.slice(0, 4).map(({ body }) => JSON.stringify(body))).size).toBe(1)
    })
  })

  describe("a lost number", () => {
    it("answers the same, with the same queries, whether there are orders or not; only who has some gets a letter", async () => {
      await delivered(store)
      await runJobs(store)
      await until(async () => (await store.mailbox.messages()).length === 1)
      store.loseEvents()
      const queries: number[] = []
      const pages: string[] = []
      const answers: string[] = []
      for (const email of [EMAIL, "nobody@client.example"]) {
        queries.push(
          await store.countQueries(async () => {
            const answer = await call("POST", "/store/hamon/withdrawals/orders-link", { email })
            answers.push(`${answer.status} ${JSON.stringify(answer.body)}`)
          }),
        )
        const page = await lost({ step: "ask", email })
        pages.push(`${page.status} ${page.html.replaceAll(email, "")}`)
      }
      expect(queries[0]).toBe(queries[1])
      expect(new Set(answers).size).toBe(1)
      expect(new Set(pages).size).toBe(1)
      await runJobs(store)
      const letters = (await store.mailbox.messages()).filter(({ subject }) => subject.includes("lien"))
      expect(letters.map(({ to }) => to.join())).toEqual([EMAIL, EMAIL])
      expect(await store.service.listLetters({ recipient: "nobody@client.example" })).toHaveLength(0)
      // An address that only looks the same may be another person's mailbox.
      await call("POST", "/store/hamon/withdrawals/orders-link", { email: EMAIL.replace("i", "ⅰ") })
      await runJobs(store)
      expect((await store.mailbox.messages()).filter(({ subject }) => subject.includes("lien"))).toHaveLength(2)
    })

    it("a link that a mail scanner opens does nothing; its code, posted, shows the orders of that address alone", async () => {
      const order = await delivered(store)
      const other = await delivered(store, "other@client.example")
      const code = await codeFor(EMAIL)
      const opened = await store.shop.page(`/retractation/commandes?lang=fr`)
      const again = await store.shop.page(`/retractation/commandes?lang=fr&code=${code}`)
      for (const page of [opened, again]) expect(page.html).not.toContain(`Commande n°\u00a0${order.display_id}`)
      const [token] = await store.service.listAccessTokens({ purpose: "orders_link" })
      expect(token).toMatchObject({ used_at: null })
      expect(JSON.stringify(token)).not.toContain(code)
      const page = await lost({ step: "open", code: code.toLowerCase().replaceAll("-", " ") })
      expect(page.html).toContain(`Commande n°\u00a0${order.display_id}`)
      expect(page.html).not.toContain(`Commande n°\u00a0${other.display_id}`)
      expect(page.headers.get("cache-control")).toBe("no-store")
      expect(page.headers.get("set-cookie")).toBeNull()
      // Another's order, by its id: only the list comes back.
      const foreign = await lost({ step: "choose", proof: fieldIn(page, "proof"), order: other.id })
      expect(foreign.html).not.toContain('name="quantity"')
    })

    it("picks a quantity and confirms: proven by the link, so that the return is opened without a code", async () => {
      const order = await delivered(store)
      const list = await lost({ step: "open", code: await codeFor(EMAIL) })
      const pick = await lost({ step: "choose", proof: fieldIn(list, "proof"), order: order.id })
      expect(/id="email"[^>]*value="([^"]*)"/.exec(pick.html)?.[1]).toBe(EMAIL)
      const fields = {
        ...{ step: "review", proof: fieldIn(pick, "proof"), order: order.id },
        ...{ name: "Claire Martin", email: "elsewhere@client.example", scope: "part", comment: "" },
        line: order.items.map(({ id }: Answer) => id),
      }
      const none = await lost({ ...fields, quantity: ["0", ""] })
      expect(none.status).toBe(422)
      expect(none.html).toContain('href="#scope-whole"')
      const review = await lost({ ...fields, quantity: ["1", "0"] })
      expect(review.html).toContain(`1 × A1 – ${order.items[0].product_title}`)
      // Correcting goes back to the list, with what was picked.
      const state = fieldIn(review, "state")
      const corrected = await store.shop.page("/retractation", { step: "correct", lang: "fr", state })
      expect(corrected.html).toMatch(/name="quantity"[^>]*value="1"/)
      const recorded = await store.shop.page("/retractation", { step: "confirm", lang: "fr", state })
      const declaration = await until(async () => {
        const one = await declarationOf(referenceIn(recorded.html))
        return one.return_id ? one : null
      })
      expect(declaration).toMatchObject({ assurance: "email_proven", order_id: order.id, flags: [] })
      expect(declaration.lines).toMatchObject([{ order_line_id: order.items[0].id, quantity: 1 }])
    })

    it("an order of three hundred lines is picked from whole", async () => {
      const order = await delivered(store)
      await runJobs(store)
      const code = await codeFor(EMAIL)
      await store.sql(
        `UPDATE hamon_order_case SET facts = jsonb_set(facts, '{lines}', (SELECT jsonb_agg(
           (facts->'lines'->0) || jsonb_build_object('id', 'ordli_01JXXXXXXXXXXXXXXXXXXXX' || n, 'number', n,
             'title', repeat('Une théière en grès émaillé, faite à la main ', 3)))
         FROM generate_series(1, 300) n)) WHERE order_id = '${order.id}'`,
      )
      const list = await lost({ step: "open", code })
      const pick = await lost({ step: "choose", proof: fieldIn(list, "proof"), order: order.id })
      const ids = [...pick.html.matchAll(/name="line" value="([^"]+)"/g)].map(([, id]) => id)
      expect(ids).toHaveLength(300)
      const review = await lost({
        ...{ step: "review", proof: fieldIn(pick, "proof"), order: order.id, name: "Claire Martin", email: EMAIL },
        ...{ scope: "part", comment: "", line: ids, quantity: ids.map(() => "1") },
      })
      expect([review.status, review.html]).toEqual([200, expect.stringContaining("A300 – ")])
      store.loseEvents()
      const sent = await store.shop.page("/retractation", {
        ...{ step: "confirm", lang: "fr", state: fieldIn(review, "state") },
      })
      expect(sent.status).toBe(200)
      const [row] = await store.service.listWithdrawals({})
      const { declared } = row as unknown as Answer
      expect(declared.picked.lines).toHaveLength(300)
    })

    it("a code that is wrong or has expired, a proof that was changed: a page that says what to do", async () => {
      await delivered(store)
      const code = await codeFor(EMAIL)
      for (const wrong of ["", "AAAA-BBBB-CCCC-DDDD", "\u0000", "x".repeat(5000)]) {
        expect((await lost({ step: "open", code: wrong })).status).toBe(422)
      }
      const proof = fieldIn(await lost({ step: "open", code }), "proof")
      for (const bad of ["", `${proof.split(".")[0]}.00`, "🙂"]) {
        const page = await lost({ step: "choose", proof: bad })
        expect(page.status).toBe(422)
        expect(page.html).toContain("Le lien a expiré")
      }
      store.at(new Date(Date.now() + 25 * 3_600_000).toISOString())
      expect((await lost({ step: "open", code })).status).toBe(422)
      expect((await lost({ step: "choose", proof })).status).toBe(422)
    })
  })

  describe("limits", () => {
    it("above a limit a declaration is recorded, and its acknowledgement waits its turn; repeats and faults clear nothing", async () => {
      const drafts = []
      for (let n = 0; n < 12; n++) drafts.push(await draft({ ...TYPED, email: `claire+${n}@client.example` }))
      for (const one of drafts.slice(0, 10))
        expect((await confirm(one)).body.withdrawal.acknowledgement.queued).toBe(false)
      const first = (await confirm(drafts[10])).body.withdrawal
      expect(first.acknowledgement.queued).toBe(true)
      expect(first.message).toContain("à partir du")
      // The same again, and one that fails: the next waits longer, not less.
      const repeated = (await confirm(drafts[10])).body.withdrawal
      expect(repeated).toMatchObject({ reference: first.reference, acknowledgement: first.acknowledgement })
      jest.spyOn(store.service, "recordDeclaration").mockRejectedValueOnce(new Error("no connection"))
      expect((await confirm(drafts[11])).status).toBe(503)
      const last = (await confirm(drafts[11])).body.withdrawal
      expect(Date.parse(last.acknowledgement.due_at)).toBeGreaterThan(Date.parse(first.acknowledgement.due_at))
      const page = await store.shop.page("/retractation", { step: "confirm", lang: "fr", state: drafts[11].body.draft })
      expect(page.html).toContain("Vous pouvez le télécharger dès maintenant")
      expect(await count()).toBe(12)

      await runJobs(store)
      await until(async () => (await store.mailbox.messages()).length === 10)
      store.at(last.acknowledgement.due_at)
      await runJobs(store)
      await until(async () => (await store.mailbox.messages()).length === 12)
    })

    it("429 is for looking things up: links asked by one network; a mailbox that is flooded waits and is refused nothing", async () => {
      await delivered(store)
      const ask = (email: string) => call("POST", "/store/hamon/withdrawals/orders-link", { email })
      for (let n = 0; n < 7; n++) expect((await ask(EMAIL)).status).toBe(200)
      const waiting = await store.service.listLetters({ kind: "orders_link", state: "queued" })
      expect(waiting.filter(({ due_at }) => due_at && due_at.getTime() > Date.now() + 60_000)).toHaveLength(2)
      const others = await Promise.all(Array.from({ length: 20 }, (_, n) => ask(`n${n}@client.example`)))
      expect(others.filter(({ status }) => status === 429)).toHaveLength(7)
      const refused = others.find(({ status }) => status === 429)
      expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0)
      expect(refused?.body.message).toBeTruthy()
      expect((await confirm(await draft(TYPED))).status).toBe(200)
    })

    it("a declaration passes where every other call of its network is refused", async () => {
      const keys = await spent("store_network", 1200)
      expect(keys).toBeGreaterThan(0)
      expect((await call("GET", "/store/hamon/information")).status).toBe(429)
      expect((await confirm(await draft(TYPED))).status).toBe(200)
    })
  })

  it("mail server down at declaration: everything is recorded and shown, and the letter goes when it is back", async () => {
    store.mailbox.failNext(1)
    const { body } = await confirm(await draft(TYPED))
    await runJobs(store)
    expect((await declarationOf(body.withdrawal.reference)).reference).toBe(body.withdrawal.reference)
    expect(await store.mailbox.messages()).toHaveLength(0)
    store.at(new Date(Date.now() + 3_600_000).toISOString())
    await runJobs(store)
    await store.mailbox.waitFor(({ subject }) => subject.includes(body.withdrawal.reference))
  })

  describe("the button for any page", () => {
    it("is a small module that any origin may load, kept by caches with an ETag", async () => {
      const answer = await fetch(`${store.shop.url}/hamon/withdrawal-button.js`)
      const text = await answer.text()
      expect(answer.headers.get("content-type")).toMatch(/^text\/javascript; charset=utf-8/)
      expect(answer.headers.get("access-control-allow-origin")).toBe("*")
      expect(answer.headers.get("cache-control")).toMatch(/^public, max-age=/)
      expect(answer.headers.get("set-cookie")).toBeNull()
      expect(text.length).toBeLessThan(5000)
      const etag = answer.headers.get("etag") as string
      // `fetch` asks for a fresh answer beside a tag, unless it is told what a browser says.
      const headers = { "if-none-match": etag, "cache-control": "max-age=0" }
      const again = await fetch(`${store.shop.url}/hamon/withdrawal-button.js`, { headers })
      expect(again.status).toBe(304)
      expect((await fetch(`${store.shop.url}/hamon/other.js`)).status).toBe(404)
    })
  })

  afterEach(() => jest.restoreAllMocks())

  type Called = { readonly status: number; readonly body: Answer; readonly headers: Headers }

  async function call(
    method: "GET" | "POST",
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Called> {
    const response = await fetch(store.shop.url + path, {
      method,
      headers: { ...store.shop.storeHeaders, "content-type": "application/json", "accept-language": "fr", ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text.startsWith("{") ? JSON.parse(text) : text }
  }

  function draft(body: unknown, headers?: Record<string, string>): Promise<Called> {
    return call("POST", "/store/hamon/withdrawals", body, headers)
  }

  function confirm({ body }: Called, headers?: Record<string, string>): Promise<Called> {
    return call("POST", "/store/hamon/withdrawals/confirm", { draft: body.draft }, headers)
  }

  function draftAs(shop: Shop, body: unknown): Promise<Called> {
    return draft(body, shop.storeHeaders)
  }

  function confirmAs(shop: Shop, drafted: Called): Promise<Called> {
    return confirm(drafted, shop.storeHeaders)
  }

  function lost(fields: Record<string, string | readonly string[]>): Promise<Page> {
    return store.shop.page("/retractation/commandes", { lang: "fr", ...fields })
  }

  /** The code of the letter with the link to one's orders. */
  async function codeFor(email: string): Promise<string> {
    await runJobs(store)
    await lost({ step: "ask", email })
    const letter = await store.mailbox.waitFor(({ to, subject }) => to.includes(email) && subject.includes("lien"))
    return /\b[2-9A-Z]{4}(?:-[2-9A-Z]{4}){3}\b/.exec(letter.text ?? "")?.[0] as string
  }

  async function account(email: string): Promise<{ shop: Shop; customerId: string }> {
    const json = { "content-type": "application/json" }
    const auth = async (path: string) => {
      const answer = await fetch(store.shop.url + path, {
        method: "POST",
        headers: json,
        body: JSON.stringify({ email, password: PASSWORD }),
      })
      return ((await answer.json()) as { token: string }).token
    }
    const fresh = await auth("/auth/customer/emailpass/register")
    const { customer } = await store.shop.asCustomer(fresh).store("/customers", { email })
    return { shop: store.shop.asCustomer(await auth("/auth/customer/emailpass")), customerId: customer.id }
  }

  function bought(shop: Shop, email: string, units = [{ variantId: teapot(), quantity: 2 }]): Promise<Answer> {
    return buy(shop, store.seeded, { email, name: { first: "Claire", last: "Martin" }, units })
  }

  function teapot(): string {
    return store.seeded.products.teapot.variantId
  }

  async function count(): Promise<number> {
    return (await store.shop.admin("/hamon/withdrawals")).count
  }

  async function declarationOf(reference: string): Promise<Answer> {
    const { withdrawals } = await store.shop.admin(`/hamon/withdrawals?q=${reference}`)
    return withdrawalOf(store, withdrawals[0].id)
  }

  /** Once the machine has looked for its order. */
  function settled(reference: string): Promise<Answer> {
    return until(async () => {
      const one = await declarationOf(reference)
      return one.order_id || one.flags.includes("unmatched") ? one : null
    })
  }

  /** Spends a rule for every network that has a count of it. @returns how many */
  async function spent(rule: string, points: number): Promise<number> {
    await call("GET", "/store/hamon/information")
    const { rowCount } = (await store.sql(
      `UPDATE hamon_rate_limit SET points = ${points} WHERE key LIKE 'hamon_${rule}:%'`,
    )) as { rowCount: number }
    return rowCount
  }
})

function referenceIn(html: string): string {
  return /[2-9A-Z]{4}(?:-[2-9A-Z]{4}){3}/.exec(html)?.[0] ?? ""
}
