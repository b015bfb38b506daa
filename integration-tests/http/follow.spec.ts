import { receive, ship } from "../../scripts/shop/checkout"
import { type Answer, fieldIn, type Page } from "../../scripts/shop/client"
import { hamonAnswerKeepGoodsWorkflow } from "../../src/workflows/follow/answer-keep-goods"
import { hamonProposeDeductionWorkflow } from "../../src/workflows/follow/propose-deduction"
import { hamonWithdrawDeductionWorkflow } from "../../src/workflows/follow/withdraw-deduction"
import { act, linkOf, opened, photo, sendProof, settled, wordsOf } from "../support/follow"
import { declared, delivered, goodsBack, ordered, proven, runJobs, today, until, withdrawalOf } from "../support/scenes"
import type { Declared } from "../support/scenes"
import { storeSuite } from "../support/store"

const PDF = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
const DAY = 86_400_000

storeSuite("status page of a withdrawal", (store) => {
  describe("the way in", () => {
    it("a letter's link proves the address by POST alone; GET, as a mail scanner sends it, changes nothing", async () => {
      const declaration = await settled(store, await delivered(store))
      const link = await linkOf(store, declaration.reference)
      await until(async () => (await withdrawalOf(store, declaration.id)).assurance === "email_matched")
      const scanned = await store.shop.page(`/retractation/suivi?lang=fr#${link}`)
      expect(scanned.status).toBe(200)
      await store.shop.page(`/retractation/suivi?lang=fr&link=${link}`)
      expect((await withdrawalOf(store, declaration.id)).assurance).toBe("email_matched")
      const page = await store.shop.page("/retractation/suivi", { lang: "fr", link })
      expect(page.status).toBe(200)
      expect(page.html).toContain(declaration.reference)
      expect(await withdrawalOf(store, declaration.id)).toMatchObject({ assurance: "email_proven" })
      // The same letter is opened for weeks.
      expect((await store.shop.page("/retractation/suivi", { link })).status).toBe(200)
    })

    it("the secret is in no address and no table: the letter holds it behind the #, the database its hash", async () => {
      const { reference } = await declared(store, { display_id: "inconnue" })
      const link = await linkOf(store, reference)
      const found = (await store.sql(`SELECT * FROM hamon_access_token WHERE token_hash = '${link}'`)) as Answer
      expect(found.rows).toEqual([])
      expect(link).toMatch(/^[0-9a-f]{64}$/)
    })

    it("unknown reference, wrong code, another's code, worn-out and expired code and link: one answer, page and API", async () => {
      const mine = await settled(store, await delivered(store))
      const other = await declared(store, { display_id: "autre" }, { email: "other@client.example" })
      const link = await linkOf(store, mine.reference)
      const attempts = [
        { reference: mine.reference, code: other.code },
        { reference: "AAAA-BBBB-CCCC-DDDD", code: mine.code },
        { link: "0".repeat(64) },
        { link: link.slice(1) },
      ]
      const pages = await Promise.all(
        attempts.map((fields) => store.shop.page("/retractation/suivi", { lang: "fr", ...fields } as never)),
      )
      const answers = await Promise.all(attempts.map((body) => follow({ locale: "fr", ...body })))
      store.at(new Date(Date.now() + 91 * DAY).toISOString())
      pages.push(await store.shop.page("/retractation/suivi", { lang: "fr", link }))
      answers.push(
        await follow({ locale: "fr", link }),
        await follow({ locale: "fr", reference: mine.reference, code: mine.code }),
      )
      expect(new Set(pages.map(({ status, html }) => `${status} ${html.replace(/value="[^"]*"/g, "")}`)).size).toBe(1)
      expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
      expect(answers[0].status).toBe(422)
    })

    it("the page lives on by its seal alone: no cookie, no-store, and changed, foreign or old it opens nothing", async () => {
      const declaration = await settled(store, await delivered(store))
      const page = await opened(store, declaration)
      expect(page.headers.get("set-cookie")).toBeNull()
      expect(page.headers.get("cache-control")).toBe("no-store")
      expect(page.headers.get("content-security-policy")).toMatch(/default-src 'none'.*script-src 'sha256-/)
      const state = fieldIn(page, "state")
      const english = await store.shop.page("/retractation/suivi", { lang: "fr", state, switch: "en" })
      expect(english.html).toContain('<html lang="en">')
      const [text] = state.split(".")
      const forged = Buffer.from(JSON.stringify({ id: "hamwd_other", at: Date.now() })).toString("base64url")
      for (const wrong of [`${text}.00`, `${forged}.${state.split(".")[1]}`, "x", "e30."]) {
        const refused = await store.shop.page("/retractation/suivi", { lang: "fr", state: wrong })
        expect(refused.status).toBe(422)
        expect(refused.html).not.toContain(declaration.reference)
      }
      store.at(new Date(Date.now() + 3 * 3_600_000).toISOString())
      const late = await act(store, page, { act: "keep_goods" })
      expect([late.status, wordsOf(late).includes("trop longtemps")]).toEqual([422, true])
      expect((await withdrawalOf(store, declaration.id)).keep_goods).toBe("none")
    })

    it("codes are limited by network and answered 429; who holds a whole seal is not held up by them", async () => {
      const declaration = await settled(store, await delivered(store))
      const page = await opened(store, declaration)
      const limited = jest
        .spyOn(store.service, "getOptions")
        .mockReturnValue({ ...store.service.getOptions(), limitRequests: true })
      const statuses: number[] = []
      for (let tries = 0; tries < 31; tries++) {
        statuses.push((await store.shop.page("/retractation/suivi", { reference: "AAAA", code: "BBBB" })).status)
      }
      expect([statuses[0], statuses.at(-1)]).toEqual([422, 429])
      const again = await store.shop.page("/retractation/suivi", { lang: "fr", state: fieldIn(page, "state") })
      expect(again.status).toBe(200)
      limited.mockRestore()
    })
  })

  describe("what it shows", () => {
    it("L221-21: content, date, hour and zone as recorded, and the acknowledgement to download, as text and as it was sent", async () => {
      const declaration = await settled(store, await delivered(store), { articles: [["THE-60", 1]] })
      const page = await opened(store, declaration)
      expect(wordsOf(page)).toMatch(/Déclaration envoyée le .* à \d\d:\d\d:\d\d \(heure de Paris\)/)
      expect(wordsOf(page)).toContain("1 × THE-60")
      const text = await act(store, page, { file: "acknowledgement" }, "fichier")
      expect(text.headers.get("content-disposition")).toMatch(/attachment; filename="accuse-de-reception-/)
      expect(text.html).toContain(declaration.reference)
      const id = /value="(letter:[^"]+)"/.exec(page.html)?.[1] as string
      const letter = await act(store, page, { file: id }, "fichier")
      const sent = await store.mailbox.waitFor(({ subject }) => subject.includes(declaration.reference))
      expect(letter.html).toContain(declaration.code)
      expect(sent.html).toContain(declaration.code)
      expect(letter.headers.get("content-security-policy")).toContain("sandbox")
      expect(letter.headers.get("content-disposition")).toContain("attachment")
    })

    it("L221-24: when the money comes while it is deferred, the sums line by line, delivery with its reason", async () => {
      const declaration = await settled(store, await delivered(store), { articles: [["THE-60", 1]] })
      await proven(store, declaration)
      const words = wordsOf(await opened(store, declaration))
      expect(words).toMatch(
        /Quand l'argent vient dès que les articles sont revenus .* ou que vous avez prouvé leur expédition/,
      )
      expect(words).toMatch(/1 × Théière en grès 39,90 €/)
      expect(words).toMatch(/Frais de livraison 2,50 €/)
      expect(words).toMatch(/À vous rembourser 42,40 €/)
      expect(words).toMatch(/\(L221-24/)
    })

    it("L221-23: return address, last day with its reason, and that the customer pays, who was told so before the order", async () => {
      const declaration = await settled(store, await delivered(store))
      const { withdrawal } = await json(declaration)
      expect(withdrawal.goods).toMatchObject({
        due_on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        articles: expect.arrayContaining(["L221-23"]),
        may_refuse_parcel: false,
        address: expect.arrayContaining(["Maison Lin"]),
        cost: { paid_by: "customer", articles: ["L221-23", "L221-5"] },
      })
      expect(wordsOf(await opened(store, declaration))).toContain("À envoyer au plus tard le")
    })

    it("before dispatch nothing is to be sent back; in transit the parcel may be refused", async () => {
      const waiting = await declared(store, await ordered(store))
      await until(async () => (await withdrawalOf(store, waiting.id)).status === "matched")
      expect((await json(waiting)).withdrawal).toMatchObject({
        goods: null,
        standing: expect.stringContaining("rien à renvoyer"),
      })

      const order = await ordered(store, "paul@client.example")
      const units = order.items.map(({ id, quantity }: Answer) => ({ id, quantity }))
      await ship(store.shop, order.id, units, { locationId: store.seeded.locationId, tracking: "LA9" })
      const coming = await declared(store, order, { email: "paul@client.example" })
      await until(async () => (await withdrawalOf(store, coming.id)).status === "matched")
      expect((await json(coming)).withdrawal.goods).toMatchObject({ may_refuse_parcel: true })
      expect(wordsOf(await opened(store, coming))).toContain("vous pouvez le refuser")
    })

    it("L242-4: late, what is owed on top today with its bracket; a rate that is not published yet is said, not guessed", async () => {
      const { id, ...declaration } = await goodsBack(store)
      const due = (await json({ id, ...declaration })).withdrawal.refund.due.on
      store.at(new Date(new Date(due).getTime() + 15 * DAY).toISOString())
      await runJobs(store)
      const { surcharge, sums } = (await json({ id, ...declaration })).withdrawal.refund
      expect(surcharge).toMatchObject({ days_late: 15, articles: ["L242-4", "L221-24"] })
      expect(Number(surcharge.amount)).toBeCloseTo(Number(sums.to_pay) * 0.05, 2)
      store.at(new Date(new Date(due).getTime() + 3000 * DAY).toISOString())
      const far = wordsOf(await opened(store, { id, ...declaration }))
      expect(far).toContain("Cette référence et ce code ne vont pas ensemble")
    })

    it("what is not the customer's is not shown nor downloaded: another's file, a letter to another address", async () => {
      const mine = await settled(store, await delivered(store))
      const other = await settled(store, await delivered(store, "eve@client.example"), { email: "eve@client.example" })
      const theirs = await opened(store, other)
      await sendProof(store, theirs, { on: today(), files: [{ name: "a.pdf", bytes: PDF }] })
      const upload = (await store.shop.admin(`/hamon/withdrawals/${other.id}/files`)).files[0].id
      const letter = (await withdrawalOf(store, other.id)).letters[0].id
      const page = await opened(store, mine)
      for (const file of [
        `upload:${upload}`,
        `letter:${letter}`,
        "letter:",
        "upload:' OR 1=1",
        "../../etc/passwd",
        "",
      ]) {
        expect((await act(store, page, { file }, "fichier")).status).toBe(422)
      }
      await store.sql(`UPDATE hamon_letter SET recipient = 'owner@client.example' WHERE withdrawal_id = '${mine.id}'`)
      const own = (await withdrawalOf(store, mine.id)).letters[0].id
      expect((await act(store, page, { file: `letter:${own}` }, "fichier")).status).toBe(422)
      expect((await json(mine)).withdrawal.letters).toEqual([])
    })

    it("hostile words in what was declared, or typed on the page, are shown as words", async () => {
      const hostile = `"><script>alert(1)</script>`
      const { id } = await declared(store, { display_id: hostile })
      const [row] = await store.service.listWithdrawals({ id })
      const link = await linkOf(store, row.reference)
      const page = await store.shop.page("/retractation/suivi", { lang: "fr", link })
      expect(page.html).not.toContain("<script>alert")
      expect(page.html).toContain("&lt;script&gt;alert")
    })
  })

  describe("proof of dispatch (L221-24, al. 3)", () => {
    it("counts from the day on which it is given: nobody could pay by what he did not know", async () => {
      const declaration = await settled(store, await delivered(store))
      const dispatched = today()
      const given = new Date(Date.now() + 40 * DAY)
      store.at(given.toISOString())
      const page = await opened(store, declaration)
      await sendProof(store, page, { on: dispatched, tracking: "6A 123", files: [] })
      const { withdrawal } = await json(declaration)
      expect(withdrawal.proof).toMatchObject({ on: dispatched })
      expect(withdrawal.refund.due.on).toBe(
        new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(given),
      )
    })

    it("a tracking number moves the refund clock at once; a photo is kept without its place, for the two alone", async () => {
      const declaration = await settled(store, await delivered(store))
      const page = await opened(store, declaration)
      expect((await json(declaration)).withdrawal.refund.due.on).toBeNull()
      const sent = await sendProof(store, page, {
        on: today(),
        tracking: "6A 123",
        files: [{ name: "../../reçu.jpg", bytes: await photo() }],
      })
      expect(wordsOf(sent)).toContain("La preuve d'expédition est enregistrée")
      const { withdrawal } = await json(declaration)
      expect(withdrawal.refund.due.on).toMatch(/^\d{4}/)
      expect(withdrawal.proof).toMatchObject({ on: today(), files: [{ name: "reçu.jpg" }], files_left: 4 })
      const { files } = await store.shop.admin(`/hamon/withdrawals/${declaration.id}/files`)
      expect(files).toMatchObject([
        { purpose: "proof_of_dispatch", uploaded_by: "customer", content_type: "image/jpeg" },
      ])
      expect(JSON.stringify(files)).not.toContain('content":')
      const mine = await act(store, sent, { file: `upload:${files[0].id}` }, "fichier")
      expect(mine.headers.get("content-type")).toBe("image/jpeg")
      expect(mine.html).not.toContain("Secret camera")
      for (const headers of [store.shop.staffHeaders, {}]) {
        const response = await fetch(`${store.shop.url}/admin/hamon/uploads/${files[0].id}`, {
          headers: headers as never,
        })
        const staff = "authorization" in headers
        expect(response.status).toBe(staff ? 200 : 401)
        if (!staff) continue
        expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename=/)
        expect(response.headers.get("x-content-type-options")).toBe("nosniff")
        expect(response.headers.get("content-security-policy")).toContain("sandbox")
      }
      // What he gave, to who examines it.
      const seen = await withdrawalOf(store, declaration.id)
      expect(seen.proofs).toMatchObject([{ on: today(), by: "customer", carrier: "La Poste", tracking: "6A 123" }])
      expect(seen.uploads).toMatchObject([{ id: files[0].id, uploaded_by: "customer", by_name: null }])
      const { rows } = (await store.sql(
        `SELECT text FROM hamon_evidence WHERE kind = 'withdrawal.dispatch_proven' AND subject_id = '${declaration.id}'`,
      )) as Answer
      expect(rows).toHaveLength(1)
      expect(rows[0].text).not.toContain("6A 123")
    })

    it.each([
      ["a program called photo.jpg", { name: "photo.jpg", bytes: "MZ\u0090" }, "ni une photo"],
      [
        "an SVG",
        { name: "a.svg", bytes: "<svg onload='alert(1)' xmlns='http://www.w3.org/2000/svg'/>" },
        "ni une photo",
      ],
      ["an archive", { name: "a.pdf", bytes: "PK\u0003\u0004" }, "ni une photo"],
      ["a torn image", { name: "a.png", bytes: Buffer.from("89504e470d0a1a0a0000", "hex") }, "abîmé"],
      [
        "too large a file",
        { name: "a.pdf", bytes: Buffer.concat([Buffer.from(PDF), Buffer.alloc(8 << 20)]) },
        "dépasse 8 Mo",
      ],
    ])("%s is refused in a sentence; what was typed stays, and no clock moves", async (_, file, sentence) => {
      const declaration = await declared(store, { display_id: `x${Math.random()}` })
      const page = await opened(store, declaration)
      const refused = await sendProof(store, page, { on: today(), tracking: "6A 77", files: [file] })
      expect(refused.status).toBe(422)
      expect(wordsOf(refused)).toContain(sentence)
      expect((await withdrawalOf(store, declaration.id)).proof_of_dispatch_on).toBeNull()
    })

    it("nothing proven, a day that is none or tomorrow, and a sixth file are refused; the same file twice is one", async () => {
      const declaration = await settled(store, await delivered(store))
      let page = await opened(store, declaration)
      const tomorrow = new Date(Date.now() + 2 * DAY).toISOString().slice(0, 10)
      for (const [on, tracking, sentence] of [
        [today(), "", "Donnez le numéro de suivi"],
        [tomorrow, "6A", "Donnez la date d'envoi"],
        ["2026-02-31", "6A", "Donnez la date d'envoi"],
        ["hier", "6A", "Donnez la date d'envoi"],
      ]) {
        page = await sendProof(store, page, { on, tracking })
        expect([page.status, wordsOf(page).includes(sentence)]).toEqual([422, true])
      }
      expect(fieldIn(page, "tracking")).toBe("6A")
      const file = (n: number) => ({ name: `${n}.pdf`, bytes: `${PDF}${n}\n%%EOF` })
      page = await sendProof(store, page, { on: today(), files: [1, 2, 2, 3].map(file) })
      page = await sendProof(store, page, { on: today(), files: [1, 4, 5].map(file) })
      expect(page.status).toBe(200)
      page = await sendProof(store, page, { on: today(), files: [file(6)] })
      expect([page.status, wordsOf(page).includes("Cinq fichiers au plus")]).toEqual([422, true])
      const six = [11, 12, 13, 14, 15, 16].map(file)
      expect((await sendProof(store, page, { on: today(), files: six })).status).toBe(422)
      expect((await store.shop.admin(`/hamon/withdrawals/${declaration.id}/files`)).files).toHaveLength(5)
    })

    it("files of who holds no seal are not taken in, and above the limit of a network the answer is 429", async () => {
      const stranger = { html: `name="state" value="x.y"` } as Page
      const refused = await sendProof(store, stranger, { on: today(), files: [{ name: "a.pdf", bytes: PDF }] })
      expect(refused.status).toBe(422)
      jest.spyOn(store.service, "getOptions").mockReturnValue({ ...store.service.getOptions(), limitRequests: true })
      const statuses: number[] = []
      for (let tries = 0; tries < 21; tries++) statuses.push((await sendProof(store, stranger, { on: today() })).status)
      expect(statuses.at(-1)).toBe(429)
    })
  })

  describe("keep the goods after all (U21)", () => {
    it("never suggested before the declaration is confirmed, and in neutral words after", async () => {
      const form = await store.shop.page("/retractation?lang=fr")
      expect(form.html).not.toMatch(/garder les articles/i)
      const declaration = await settled(store, await delivered(store))
      const page = await opened(store, declaration)
      expect(page.html).toMatch(/<h2>Autres demandes<\/h2>[^]*Garder les articles/)
    })

    it("takes effect when staff agree: closed, clocks and core's return cancelled, units free to be withdrawn again", async () => {
      const order = await delivered(store)
      const declaration = await declared(store, order, { articles: [["THE-60", 1]] })
      const { return_id } = await proven(store, declaration)
      const page = await act(store, await opened(store, declaration), { act: "keep_goods" })
      expect(wordsOf(page)).toContain("Votre demande est transmise au vendeur")
      expect(await withdrawalOf(store, declaration.id)).toMatchObject({ keep_goods: "asked", status: "return_open" })
      await answerKeep(declaration.id, true)
      await store.mailbox.waitFor(({ subject }) => subject.includes("réponse à votre demande"))
      const kept = await withdrawalOf(store, declaration.id)
      expect(kept).toMatchObject({ status: "closed", outcome: "kept", keep_goods: "agreed" })
      expect(kept.deadlines.map(({ state }: Answer) => state)).toEqual(kept.deadlines.map(() => "canceled"))
      await until(async () => {
        await runJobs(store)
        return (await store.shop.admin(`/returns/${return_id}`)).return.status === "canceled"
      })
      await expect(store.shop.admin(`/hamon/withdrawals/${declaration.id}/refund`, {})).rejects.toMatchObject({
        status: 400,
      })
      const again = await declared(store, order, { articles: [["THE-60", 2]] })
      await until(async () => (await withdrawalOf(store, again.id)).status !== "received")
      expect(await withdrawalOf(store, again.id)).toMatchObject({ flags: [], lines: [{ quantity: 2 }] })
      expect(wordsOf(await opened(store, declaration))).toContain("vous gardez les articles")
    })

    it("refused, or not asked for, the withdrawal goes on; it is answered once", async () => {
      const declaration = await settled(store, await delivered(store))
      await expect(answerKeep(declaration.id, true)).rejects.toMatchObject({ code: "keep_not_asked" })
      await act(store, await opened(store, declaration), { act: "keep_goods" })
      await answerKeep(declaration.id, false)
      expect(await withdrawalOf(store, declaration.id)).toMatchObject({ keep_goods: "refused", outcome: null })
      await expect(answerKeep(declaration.id, true)).rejects.toMatchObject({ code: "keep_answered" })
      expect((await act(store, await opened(store, declaration), { act: "keep_goods" })).status).toBe(422)
    })

    it("where the shop reads the law so that a withdrawal stands, it is neither offered nor taken", async () => {
      const declaration = await settled(store, await delivered(store))
      const page = await opened(store, declaration)
      const options = store.service.getOptions()
      const never = { ...options, law: { ...options.law, u21TakingBack: "never" as const } }
      const held = Object.getOwnPropertyDescriptor(store.service, "options")
      Object.defineProperty(store.service, "options", { value: never, configurable: true, writable: true })
      try {
        expect((await opened(store, declaration)).html).not.toMatch(/Garder les articles/)
        const refused = await act(store, page, { act: "keep_goods" })
        expect([refused.status, wordsOf(refused).includes("est définitive")]).toEqual([422, true])
      } finally {
        if (held) Object.defineProperty(store.service, "options", held)
      }
      expect((await withdrawalOf(store, declaration.id)).keep_goods).toBe("none")
    })

    it("is refused once money was sent, by the machine or by staff with Medusa's own button", async () => {
      const { id, order, ...declaration } = await goodsBack(store, [["THE-60", 1]])
      await act(store, await opened(store, { id, ...declaration }), { act: "keep_goods" })
      const { order: paid } = await store.shop.admin(`/orders/${order.id}?fields=*payment_collections.payments`)
      await store.shop.admin(`/payments/${paid.payment_collections[0].payments[0].id}/refund`, { amount: 1 })
      await runJobs(store)
      await expect(answerKeep(id, true)).rejects.toMatchObject({ code: "money_on_its_way" })
      expect((await withdrawalOf(store, id)).outcome).toBeNull()
    })
  })

  describe("another means of refund (L221-24)", () => {
    it("only by an express consent that is never ticked beforehand: its words are kept, and the machine does not send", async () => {
      const { id, order: _, ...declaration } = await goodsBack(store, [["BOL-35", 1]])
      let page = await opened(store, { id, ...declaration })
      expect(page.html).not.toMatch(/ checked/)
      for (const fields of [{}, { means: "transfer" }, { means: "gold", consent: "yes" }]) {
        expect((await act(store, page, { act: "other_means", ...fields } as never)).status).toBe(422)
      }
      page = await act(store, page, { act: "other_means", means: "transfer", consent: "yes", details: "compte joint" })
      expect(page.status).toBe(200)
      const [row] = await store.service.listWithdrawals({ id })
      expect(row.other_means).toMatchObject({
        means: "transfer",
        details: "compte joint",
        textShown: expect.stringContaining("sans frais pour moi"),
        assurance: "email_proven",
      })
      await store.shop.admin(`/hamon/withdrawals/${id}/refund`, {})
      await runJobs(store)
      const { refunds } = await withdrawalOf(store, id)
      expect(refunds).toMatchObject([{ state: "planned" }])
      expect(wordsOf(await opened(store, { id, ...declaration }))).toContain("le vendeur le verse lui-même")
      const paid = { means: "transfer", on: today(), proof: "virement 42", consent: "page de suivi" }
      await store.shop.admin(`/hamon/refunds/${refunds[0].id}/paid`, paid)
      expect(wordsOf(await opened(store, { id, ...declaration }))).toMatch(/Virement bancaire\) Versé le/)
    })

    it("is nobody's to agree to but the order's own customer: what staff matched rests on an address that anybody typed", async () => {
      const order = await delivered(store)
      const stranger = await declared(store, { display_id: "je ne sais plus" }, { email: "eve@client.example" })
      const page = await opened(store, stranger)
      expect(page.html).not.toContain('value="other_means"')
      const agree = { act: "other_means", means: "transfer", consent: "yes", details: "IBAN of Eve" }
      expect((await act(store, page, agree)).status).toBe(422)
      const lines = [{ order_line_id: order.items[0].id, quantity: 1 }]
      await store.shop.admin(`/hamon/withdrawals/${stranger.id}/match`, { order_id: order.id, lines })
      const again = await opened(store, stranger)
      expect(again.html).not.toContain('value="other_means"')
      const refused = await act(store, again, agree)
      expect([refused.status, wordsOf(refused).includes("l'adresse e-mail de la commande")]).toEqual([422, true])
      const [row] = await store.service.listWithdrawals({ id: stranger.id })
      expect(row).toMatchObject({ assurance: "staff", other_means: null })
    })

    it("the order's own customer agrees by his proven address, though staff chose the units", async () => {
      const order = await delivered(store)
      const own = await settled(store, order, { articles: [["une chose bleue", 1]] })
      const lines = [{ order_line_id: order.items[0].id, quantity: 1 }]
      await store.shop.admin(`/hamon/withdrawals/${own.id}/match`, { order_id: order.id, lines })
      const page = await opened(store, own)
      expect((await act(store, page, { act: "other_means", means: "other", consent: "yes" })).status).toBe(200)
      const [row] = await store.service.listWithdrawals({ id: own.id })
      expect(row).toMatchObject({ assurance: "staff", other_means: { means: "other" } })
    })

    it("is taken back while nothing was paid: the refund goes to the means of payment", async () => {
      const { id, order: _, ...declaration } = await goodsBack(store, [["BOL-35", 1]])
      let page = await opened(store, { id, ...declaration })
      page = await act(store, page, { act: "other_means", means: "other", consent: "yes" })
      await store.shop.admin(`/hamon/withdrawals/${id}/refund`, {})
      page = await act(store, page, { act: "take_back_means" })
      expect(page.status).toBe(200)
      await runJobs(store)
      await until(async () => (await withdrawalOf(store, id)).status === "refunded")
      expect((await act(store, page, { act: "other_means", means: "other", consent: "yes" })).status).toBe(422)
    })
  })

  describe("deduction for diminished value (L221-23)", () => {
    it("staff propose with ground and photo, the customer is told, sees it and contests it in his words", async () => {
      const { id, order, ...declaration } = await goodsBack(store, [["THE-60", 1]])
      await addPhoto(id)
      const { deduction_id } = await propose(id, order, "12.00")
      const letter = await store.mailbox.waitFor(({ subject }) => subject.includes("une retenue vous est proposée"))
      expect(letter.text).toContain("Rien n'est retenu sans votre accord")
      const link = await linkOf(store, "une retenue vous est proposée")
      let page = await store.shop.page("/retractation/suivi", { lang: "fr", link })
      expect(wordsOf(page)).toMatch(
        /Retenue proposée par le vendeur .* 12,00 € .* Émail rayé <b>partout<\/b>|&lt;b&gt;partout/,
      )
      const photoId = /value="(upload:[^"]+)"/.exec(page.html)?.[1] as string
      expect((await act(store, page, { file: photoId }, "fichier")).headers.get("content-type")).toBe("image/jpeg")
      page = await act(store, page, { act: "contest_deduction", deduction: deduction_id, words: "" })
      expect([page.status, wordsOf(page).includes("Dites en une phrase")]).toEqual([422, true])
      page = await act(store, page, {
        act: "contest_deduction",
        deduction: deduction_id,
        words: "Elle était déjà rayée.",
      })
      expect(page.status).toBe(200)
      const { withdrawal } = await json({ id, ...declaration })
      expect(withdrawal.deductions).toMatchObject([
        { state: "contested", answer: "Elle était déjà rayée.", may_answer: false },
      ])
      expect(withdrawal.refund.sums.deductions).toEqual([])
      const twice = await act(store, page, { act: "accept_deduction", deduction: deduction_id })
      expect(twice.status).toBe(422)
    })

    it("accepted, it is shown in the refund; taken back by staff, it is gone, and another may be proposed", async () => {
      const { id, order, ...declaration } = await goodsBack(store, [["THE-60", 1]])
      const { deduction_id } = await propose(id, order, "9.90")
      await expect(propose(id, order, "5.00")).rejects.toMatchObject({ code: "proposed_already" })
      await act(store, await opened(store, { id, ...declaration }), {
        act: "accept_deduction",
        deduction: deduction_id,
      })
      const { sums } = (await json({ id, ...declaration })).withdrawal.refund
      expect(sums).toMatchObject({ deductions: [{ amount: "9.90" }] })
      await hamonWithdrawDeductionWorkflow(store.container).run({
        input: { withdrawal_id: id, deduction_id, by: "user_1" },
      })
      expect((await json({ id, ...declaration })).withdrawal.deductions).toEqual([])
      await propose(id, order, "5.00")
    })

    it("is refused for goods that nobody has seen, other articles, and amounts beyond what was paid", async () => {
      const order = await delivered(store)
      const unseen = await declared(store, order, { articles: [["THE-60", 1]] })
      await proven(store, unseen)
      await expect(propose(unseen.id, order, "1.00")).rejects.toMatchObject({ code: "goods_not_seen" })
      await receive(store.shop, (await withdrawalOf(store, unseen.id)).return_id)
      await until(async () => (await withdrawalOf(store, unseen.id)).goods_back_on)
      for (const amount of ["0.00", "-1.00", "39.91", "1,00", "1e1"]) {
        await expect(propose(unseen.id, order, amount)).rejects.toMatchObject({ code: "amount_wrong" })
      }
      const bowl = { items: order.items.filter(({ variant_sku }: Answer) => variant_sku === "BOL-35") }
      await expect(propose(unseen.id, bowl, "1.00")).rejects.toMatchObject({ code: "line_unknown" })
      const other = await declared(store, { display_id: "autre" })
      const page = await opened(store, other)
      const foreign = await act(store, page, { act: "accept_deduction", deduction: "hamdd_unknown" })
      expect(foreign.status).toBe(422)
    })
  })

  describe("return slip (L221-23)", () => {
    it("a PDF with lines, address, last day and barcode, the same bytes for the customer and for staff", async () => {
      const declaration = await settled(store, await delivered(store), { articles: [["THE-60", 2]] })
      const page = await opened(store, declaration)
      const bytes = await bytesOf("/retractation/suivi/fichier", {
        state: fieldIn(page, "state"),
        lang: "fr",
        file: "slip",
      })
      expect(bytes.subarray(0, 5).toString()).toBe("%PDF-")
      const response = await fetch(`${store.shop.url}/admin/hamon/withdrawals/${declaration.id}/return-slip`, {
        headers: store.shop.staffHeaders,
      })
      expect(response.headers.get("content-disposition")).toContain(`bon-de-retour-${declaration.reference}.pdf`)
      expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
    })

    it("nothing to send back: no slip, said in a sentence", async () => {
      const declaration = await declared(store, await ordered(store))
      await until(async () => (await withdrawalOf(store, declaration.id)).status === "matched")
      const page = await opened(store, declaration)
      expect((await act(store, page, { file: "slip" }, "fichier")).status).toBe(422)
      await expect(store.shop.admin(`/hamon/withdrawals/${declaration.id}/return-slip`)).rejects.toMatchObject({
        status: 400,
      })
      await expect(store.shop.admin("/hamon/withdrawals/none/return-slip")).rejects.toMatchObject({ status: 404 })
      await expect(store.shop.admin("/hamon/uploads/none")).rejects.toMatchObject({ status: 404 })
    })
  })

  it("odd input is answered with a page or a sentence, never with a fault", async () => {
    const { shop } = store
    const page = await opened(store, await declared(store, { display_id: "12" }))
    const long = "é".repeat(10_000)
    for (const fields of [
      { reference: "\u0000", code: long },
      { link: "\u0000".repeat(64) },
      { reference: ["a", "b"], code: "c" },
    ]) {
      expect((await shop.page("/retractation/suivi", fields as never)).status).toBe(422)
    }
    for (const name of ["__proto__", "constructor", "proof", "", long]) {
      expect((await act(store, page, { act: name })).status).toBe(422)
    }
    for (const body of [
      {},
      { reference: 1, code: {} },
      { link: [] },
      { link: "a", code: "b" },
      { link: "a\u0000" },
      { x: 1 },
    ]) {
      const { status } = await follow(body)
      expect(status).toBe(400)
    }
    const torn = await fetch(`${shop.url}/retractation/suivi/preuve`, {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: '--x\r\nContent-Disposition: form-data; name="state"\r\n\r\nabc',
    })
    expect(torn.status).toBe(422)
    const other = await fetch(`${shop.url}/retractation/suivi/preuve`, {
      method: "POST",
      headers: { "content-type": "multipart/mixed; boundary=x" },
      body: "--x--",
    })
    expect(other.status).toBe(422)
  })

  afterEach(() => jest.restoreAllMocks())

  async function follow(body: object) {
    const response = await fetch(`${store.shop.url}/store/hamon/withdrawals/follow`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-publishable-api-key": store.shop.key },
      body: JSON.stringify(body),
    })
    return { status: response.status, text: await response.text() }
  }

  async function json({ reference, code }: Declared): Promise<Answer> {
    const { status, text } = await follow({ reference, code, locale: "fr" })
    expect(status).toBe(200)
    return JSON.parse(text)
  }

  function answerKeep(withdrawal_id: string, agree: boolean) {
    const input = { withdrawal_id, agree, by: "user_1", note: "Merci de votre message." }
    return hamonAnswerKeepGoodsWorkflow(store.container).run({ input })
  }

  async function propose(withdrawal_id: string, order: Answer, amount: string) {
    const [line] = [...order.items].sort(
      (a: Answer, b: Answer) => (a.variant_sku === "THE-60" ? -1 : 1) - (b.variant_sku === "THE-60" ? -1 : 1),
    )
    const input = { withdrawal_id, orderLineId: line.id, amount, ground: "Émail rayé <b>partout</b>", by: "user_1" }
    const { result } = await hamonProposeDeductionWorkflow(store.container).run({ input })
    return result
  }

  async function addPhoto(id: string) {
    const form = new FormData()
    form.append("purpose", "condition_photo")
    form.append("files", new Blob([new Uint8Array(await photo())]), "émail.jpg")
    const response = await fetch(`${store.shop.url}/admin/hamon/withdrawals/${id}/files`, {
      method: "POST",
      headers: store.shop.staffHeaders,
      body: form,
    })
    expect(response.status).toBe(200)
    expect((await response.json()).files).toMatchObject([{ purpose: "condition_photo", name: "émail.jpg" }])
  }

  async function bytesOf(path: string, fields: Record<string, string>): Promise<Buffer> {
    const response = await fetch(store.shop.url + path, { method: "POST", body: new URLSearchParams(fields) })
    return Buffer.from(await response.arrayBuffer())
  }
})
