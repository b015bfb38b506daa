import { ship } from "../../scripts/shop/checkout"
import type { Answer } from "../../scripts/shop/client"
import { hamonDeliverLettersWorkflow } from "../../src/workflows/sweeps/deliver-letters"
import { hamonTellStaffDailyWorkflow } from "../../src/workflows/staff-digest"
import { act, opened, wordsOf } from "../support/follow"
import {
  codeIn,
  dayOf,
  declared,
  delivered,
  EMAIL,
  goodsBack,
  ordered,
  proven,
  runJobs,
  today,
  until,
  withdrawalOf,
} from "../support/scenes"
import { storeSuite } from "../support/store"

/** Codes by which a customer names them: two teapots and one bowl. */
const TEAPOT = "THE-60"
const BOWL = "BOL-35"
const GROUND = "Le colis porte un cachet postérieur au dernier jour du délai."

storeSuite("desk of staff", (store) => {
  const post = (id: string, act: string, body: object) => store.shop.admin(`/hamon/withdrawals/${id}/${act}`, body)
  const list = (query = "") => store.shop.admin(`/hamon/withdrawals?${query}`)
  const codes = ({ timeline }: Answer) => timeline.map(({ code }: Answer) => code)
  const matched = (id: string) =>
    until(async () => {
      const withdrawal = await withdrawalOf(store, id)
      return withdrawal.order_id ? withdrawal : null
    })
  const matchedDeclaration = async (order: Answer, articles: [string, number][] | null = null) => {
    const declaration = await declared(store, order, { articles })
    return { ...declaration, ...(await matched(declaration.id)) }
  }
  /** The clock of a declaration on another day than the machine's. */
  const dueOn = async (id: string, days: number) => {
    const on = dayOf(days)
    const at = new Date(Date.now() + days * 86_400_000).toISOString()
    await store.sql(
      `UPDATE hamon_deadline SET state = 'running', due_on = '${on}', due_at = '${at}', next_alert_at = NULL
       WHERE subject_id = '${id}' AND kind = 'refund'`,
    )
  }
  const letter = (subject: RegExp) => store.mailbox.waitFor((one) => subject.test(one.subject))
  const words = (letter: Answer) => (letter.text as string).replace(/\s+/g, " ")
  const refused = (sentence: RegExp) => ({ status: 400, answer: expect.stringMatching(sentence) })

  describe("the list", () => {
    it("every view with its count in one answer: to match, to review, goods awaited, due in three days, overdue, done", async () => {
      const lost = await declared(store, { display_id: 987_654 })
      await runJobs(store)
      const order = await delivered(store)
      const waiting = await matchedDeclaration(order, [[TEAPOT, 1]])
      await proven(store, waiting)
      const unclear = await matchedDeclaration(order, [["une chose bleue", 1]])
      await dueOn(waiting.id, 2)
      await dueOn(unclear.id, -1)
      await dueOn(lost.id, 20)

      const { counts } = await list()
      const views = {
        to_match: lost.id,
        to_review: unclear.id,
        awaiting_goods: waiting.id,
        refund_due_3_days: waiting.id,
        overdue: unclear.id,
      }
      for (const [view, id] of Object.entries(views)) {
        const found = await list(`view=${view}`)
        expect([view, found.withdrawals.map((one: Answer) => one.id)]).toEqual([view, [id]])
        expect([view, found.count, counts[view]]).toEqual([view, 1, 1])
      }
      expect(counts).toMatchObject({ unknown_refunds: 0, done: 0, all: 3 })
      expect((await list("view=all")).withdrawals[0].refund_deadline).toMatchObject({ kind: "refund" })
    })

    it("is searched by the beginning of a reference or an address, or by an order's number; and narrowed", async () => {
      const order = await delivered(store)
      const { id, reference, display_id } = await matchedDeclaration(order)
      const other = await declared(store, { display_id: 987_655 }, { email: "zoe@client.example" })
      for (const q of [reference.slice(0, 9).toLowerCase(), "CLAIRE.mar", `#${display_id}`, String(display_id)]) {
        const found = await list(`q=${encodeURIComponent(q)}`)
        expect([q, found.count, found.withdrawals[0].id]).toEqual([q, 1, id])
      }
      expect((await list("q=zoe%40&channel=hosted_page")).withdrawals).toMatchObject([{ id: other.id }])
      expect(await list("channel=phone")).toMatchObject({ count: 0, withdrawals: [] })
      expect(await list("flag=unmatched&flag=late")).toMatchObject({ count: 1 })
      expect(await list("phase=delivered")).toMatchObject({ count: 1 })
      expect(await list(`sent_from=${today()}&sent_to=${today()}`)).toMatchObject({ count: 2 })
      expect(await list("sent_to=2020-01-01")).toMatchObject({ count: 0 })
      const newest = await list("order=-sent_at&limit=1&offset=1")
      expect(newest).toMatchObject({ count: 2, offset: 1, limit: 1, withdrawals: [{ id }] })
      expect((await list("order=sent_at&limit=1")).withdrawals).toMatchObject([{ id }])
    })

    it("what is asked of it in a wrong way is told, never an error of the server", async () => {
      const wrong = ["view=mine", "flag=angry", "channel=pigeon", "phase=moon", "sent_from=yesterday", "sent_to=%00"]
      for (const query of [...wrong, "limit=0", "order=name", "limit=201"]) {
        await expect(list(query)).rejects.toMatchObject({ status: 400 })
      }
      for (const query of [...wrong, "limit=3", "locale=de"]) {
        await expect(store.shop.admin(`/hamon/withdrawals/export?${query}`)).rejects.toMatchObject({ status: 400 })
      }
    })

    it("a view is a table for spreadsheets: headings in the reader's language, accents kept, no cell that is run as a formula", async () => {
      await declared(store, { display_id: '=HYPERLINK("http://bad.example")' })
      const export_ = async (locale: string) => {
        const answer = await fetch(`${store.shop.url}/admin/hamon/withdrawals/export?view=all&locale=${locale}`, {
          headers: store.shop.staffHeaders,
        })
        expect(answer.status).toBe(200)
        expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8")
        expect(answer.headers.get("content-disposition")).toMatch(/attachment; filename="\w+-\d{4}-\d\d-\d\d\.csv"/)
        return Buffer.from(await answer.arrayBuffer()).toString("utf8")
      }
      const [fr, en] = [await export_("fr"), await export_("en")]
      expect(fr.startsWith("\uFEFFRéférence;Envoyée le;")).toBe(true)
      expect(en.startsWith("\uFEFFReference,Sent on,")).toBe(true)
      expect(fr).toContain("page de rétractation;Claire Martin;")
      expect(fr.trim().split("\r\n")).toHaveLength(2)
      expect(fr).not.toMatch(/(^|;)"?[=+@]/m)
    })

    it("an export of more rows than one piece is whole, each once", async () => {
      await declared(store, { display_id: 987_656 })
      await store.sql(
        `INSERT INTO hamon_withdrawal (id, reference, declaration_key, declared, email_key, locale, channel, sent_at, informed_at,
           assurance, status, flags, hold, keep_goods, attempts)
         SELECT 'hamwd_many_' || n, 'MANY-' || n, 'many-' || n, '{"name":"N","email":"n@n.example","orderNumber":"1"}',
           'n@n.example', 'fr', 'hosted_page', now() - (n % 7) * interval '1 hour', now(), 'unverified', 'received', '{}',
           'none', 'none', 0 FROM generate_series(1, 1203) AS n`,
      )
      const answer = await fetch(`${store.shop.url}/admin/hamon/withdrawals/export?q=MANY-`, {
        headers: store.shop.staffHeaders,
      })
      const rows = (await answer.text()).trim().split("\r\n").slice(1)
      expect(new Set(rows.map((row) => row.split(/[;,]/)[0])).size).toBe(1203)
      expect(rows).toHaveLength(1203)
    })
  })

  describe("a declaration that came by another way (L221-21: no form is imposed)", () => {
    const received = (order: { display_id: unknown }, more: object = {}) => ({
      declaration_key: `key-${Math.random().toString(36).slice(2)}`,
      channel: "post",
      name: "Claire Martin",
      email: EMAIL,
      order_number: String(order.display_id),
      scope: "whole",
      comment: "Je me rétracte de ma commande.\n<b>Merci</b>",
      sent_on: today(),
      received_on: today(),
      ...more,
    })
    const record = (body: object) => store.shop.admin("/hamon/withdrawals", body)

    it("by post: acknowledged with the day of the postmark, matched, and judged in time by the day it was sent", async () => {
      const order = await delivered(store)
      const body = received(order)
      const { withdrawal } = await record(body)
      expect(withdrawal).toMatchObject({ channel: "post", sent_on: today() })
      const acknowledgement = await letter(/reçu votre rétractation/)
      expect(words(acknowledgement)).toContain("<b>Merci</b>")
      expect(acknowledgement.html).toContain("&lt;b&gt;Merci")
      expect((await matched(withdrawal.id)).flags).not.toContain("late")
      // Nobody knows an hour of it: none is shown.
      const hour = /\d\d:\d\d/
      expect(words(acknowledgement)).not.toMatch(hour)
      const { reference } = withdrawal
      const page = await opened(store, { ...withdrawal, code: codeIn(acknowledgement.text ?? "", reference) })
      expect(wordsOf(page)).toMatch(/Déclaration envoyée le \d+ \S+ \d{4} (?!à)/)
      expect((await act(store, page, { file: "acknowledgement" }, "fichier")).html).not.toMatch(hour)
      expect((await record(body)).withdrawal.id).toBe(withdrawal.id)
      expect(codes(await withdrawalOf(store, withdrawal.id)).slice(0, 1)).toEqual(["withdrawal.declared"])
    })

    it("the refund clock runs from the day on which it was received, not from the postmark (L221-24)", async () => {
      const one = await record(received({ display_id: 987_657 }, { sent_on: dayOf(-9), received_on: dayOf(-2) }))
      const two = await record(received({ display_id: 987_657 }, { sent_on: dayOf(-2), received_on: dayOf(-2) }))
      const due = ({ withdrawal }: Answer) => withdrawal.deadlines.find(({ kind }: Answer) => kind === "refund").due_on
      expect(due(one)).toBe(due(two))
      expect(due(one) > dayOf(11)).toBe(true)
    })

    it("by telephone, of somebody without an e-mail address: recorded all the same, and no letter goes to nobody", async () => {
      const { withdrawal } = await record(received({ display_id: 987_658 }, { channel: "phone", email: "" }))
      expect(withdrawal).toMatchObject({ channel: "phone", status: "received", letters: [] })
      await runJobs(store)
      expect((await withdrawalOf(store, withdrawal.id)).flags).toEqual(["unmatched"])
    })

    it("days that cannot be, and shapes that are none, are told", async () => {
      const order = { display_id: 1 }
      const wrong: [object, RegExp][] = [
        [{ received_on: "2099-01-01" }, /no later than/],
        [{ sent_on: today(), received_on: "2020-01-01" }, /when it arrived/],
        [{ sent_on: "2026-02-30" }, /sent_on/],
        [{ sent_on: "0026-11-12", received_on: "0026-11-12" }, /from 2014-06-14/],
        [{ sent_on: "1999-12-31", received_on: "1999-12-31" }, /from 2014-06-14/],
        [{ channel: "hosted_page" }, /channel/],
        [{ name: "a\u0000b" }, /cannot be kept/],
        [{ name: "x".repeat(201) }, /name/],
        [{ email: "nobody" }, /e-mail/],
        [{ scope: 3 }, /scope/],
        [{ articles: [{ article: TEAPOT, quantity: -1 }] }, /quantity/],
        [{ declaration_key: "" }, /declaration_key/],
      ]
      for (const [more, sentence] of wrong) {
        await expect(record(received(order, more))).rejects.toMatchObject(refused(sentence))
      }
      for (const query of ["sent_from=0026-11-12", "sent_to=9999-12-31", "sent_from=1800-01-01"]) {
        const listed = store.shop.admin(`/hamon/withdrawals?${query}`)
        await expect(listed).rejects.toMatchObject(refused(/from 2014-06-14/))
      }
    })

    it("a slip of the year in a proof of dispatch is told before the order is known, and keeps no declaration from it", async () => {
      const order = await delivered(store)
      const { withdrawal } = await record(received(order, { order_number: "sans numéro" }))
      const prove = (on: string) => post(withdrawal.id, "proof-of-dispatch", { on, proof: "LA 1" })
      await expect(prove("0026-11-12")).rejects.toMatchObject(refused(/from 2014-06-14/))
      await prove("2015-11-12")
      const lines = [{ order_line_id: order.items[0].id, quantity: 1 }]
      await post(withdrawal.id, "match", { order_id: order.id, lines })
      expect(await withdrawalOf(store, withdrawal.id)).toMatchObject({
        ...{ order_id: order.id, proof_of_dispatch_on: null },
      })
    })
  })

  describe("decisions", () => {
    it("declined whole: the customer is told why, what was held may leave, the clock stops; a second decision is told what happened", async () => {
      const order = await ordered(store)
      const { id } = await matchedDeclaration(order)
      await store.sql(`UPDATE hamon_withdrawal SET hold = 'held' WHERE id = '${id}'`)
      const ground = "L'acheteur est une société : le droit est celui des consommateurs."
      const { withdrawal } = await post(id, "decline", { basis: "no_right", ground })
      expect(withdrawal).toMatchObject({ status: "closed", outcome: "declined", hold: "lifted" })
      expect(withdrawal.deadlines.find(({ kind }: Answer) => kind === "refund").state).toBe("canceled")
      expect(withdrawal.lines.every(({ decision }: Answer) => decision === "declined")).toBe(true)
      const mail = await letter(/notre réponse/)
      expect(words(mail)).toContain(ground)
      expect(words(mail)).toContain("article liminaire et article L221-3")

      await post(id, "decline", { basis: "no_right", ground })
      const again = await withdrawalOf(store, id)
      expect(codes(again).filter((code: string) => code === "withdrawal.declined")).toHaveLength(1)
      await expect(post(id, "decline", { basis: "no_right", ground: `${ground} Autre.` })).rejects.toMatchObject(
        refused(/was declined on .* already: reopen it/),
      )
      await expect(post(id, "refund", {})).rejects.toMatchObject({ status: 400 })
      expect((await list("view=done")).withdrawals).toMatchObject([{ id, outcome: "declined" }])
    })

    it("declined, then reopened: status back, decisions pending again, clock running, customer told; then decided and refunded", async () => {
      const { id } = await goodsBack(store, [[TEAPOT, 1]])
      const { lines } = await withdrawalOf(store, id)
      const declining = {
        line_id: lines[0].id,
        decision: "declined",
        ground: "Le sceau d'hygiène est rompu.",
        exception: 5,
      }
      await post(id, "decisions", { decisions: [declining] })
      await post(id, "decisions", { decisions: [declining] })
      expect(await withdrawalOf(store, id)).toMatchObject({ status: "closed", outcome: "declined" })
      const mail = await letter(/notre réponse/)
      expect(words(mail)).toContain("article L221-28, 5°")
      expect(words(mail)).toContain("Le sceau d'hygiène est rompu.")

      const { withdrawal } = await post(id, "reopen", { ground: "Le client a montré que le sceau était intact." })
      expect(withdrawal).toMatchObject({ status: "goods_back", outcome: null, closed_at: null })
      expect(withdrawal.flags).toContain("reopened")
      expect(withdrawal.lines).toMatchObject([{ decision: "pending", decision_ground: null }])
      expect(withdrawal.deadlines.find(({ kind }: Answer) => kind === "refund").state).toBe("running")
      expect(words(await letter(/est rouverte/))).toContain("sceau était intact")
      await expect(post(id, "refund", {})).rejects.toMatchObject(refused(/decide first/))

      await post(id, "decisions", { decisions: [{ ...declining, decision: "withdrawn", exception: null }] })
      await post(id, "refund", {})
      await until(async () => (await withdrawalOf(store, id)).status === "refunded")
      await expect(post(id, "decline", { basis: "no_right", ground: GROUND })).rejects.toMatchObject(
        refused(/was refunded already/),
      )
      await expect(post(id, "reopen", { ground: GROUND })).rejects.toMatchObject(refused(/is open/))
    })

    it("L221-28, 13° and 1°: without the customer's consent and acknowledgement the right stands: neither is declined on them", async () => {
      const order = await delivered(store)
      const { id, lines } = await matchedDeclaration(order, [[TEAPOT, 1]])
      const declining = { line_id: lines[0].id, decision: "declined", ground: "Le téléchargement a été fait." }
      const decide = (more: object) => post(id, "decisions", { decisions: [{ ...declining, ...more }] })
      await expect(decide({ exception: 13 })).rejects.toMatchObject(refused(/L221-28, 13° holds only .* confirmed/))
      await expect(decide({ exception: 1, consent: null })).rejects.toMatchObject(refused(/L221-28, 1° holds only/))
      await expect(decide({ exception: 13, consent: "oui" })).rejects.toMatchObject(refused(/when and how/))
      expect((await withdrawalOf(store, id)).lines).toMatchObject([{ decision: "none_needed" }])
      await decide({
        exception: 13,
        consent: "Cases cochées le jour de la commande, confirmées par la lettre du même jour.",
      })
      expect(await withdrawalOf(store, id)).toMatchObject({ outcome: "declined" })
    })

    it("L221-28: an article is declined on another named ground, and the customer reads which", async () => {
      const order = await delivered(store)
      const { id, lines } = await matchedDeclaration(order)
      const bowl = lines.find(({ quantity }: Answer) => quantity === 1)
      const ground = "Ce bol a été acheté pour un restaurant."
      const one = { line_id: bowl.id, decision: "declined", ground }
      await expect(post(id, "decisions", { decisions: [one] })).rejects.toMatchObject(refused(/refusal rests/))
      const { withdrawal } = await post(id, "decisions", { decisions: [{ ...one, basis: "no_right" }] })
      expect(withdrawal).toMatchObject({ status: "matched", outcome: null })
      const told = words(await letter(/notre réponse/))
      expect(told).toContain(ground)
      expect(told).toContain("article liminaire et article L221-3")
      expect(told).not.toContain("L221-28")
    })

    it("two members of staff at once: one decision stands, the other is told of it, and one letter goes", async () => {
      const order = await delivered(store)
      const { id } = await matchedDeclaration(order, [[BOWL, 1]])
      const verdicts = await Promise.allSettled([
        post(id, "decline", { basis: "no_right", ground: "Première raison, assez longue." }),
        post(id, "decline", { basis: "no_right", ground: "Seconde raison, assez longue." }),
      ])
      expect(verdicts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
      const lost = verdicts.find(({ status }) => status === "rejected") as PromiseRejectedResult
      expect(lost.reason).toMatchObject(refused(/already/))
      const { letters } = await withdrawalOf(store, id)
      expect(letters.filter(({ kind }: Answer) => kind === "withdrawal_declined")).toHaveLength(1)
    })

    it("late (L221-18): accepted, it goes on as one in time and stays so when facts are read again; or declined whole", async () => {
      const order = await delivered(store)
      const { id } = await matchedDeclaration(order, [[TEAPOT, 1]])
      await expect(post(id, "accept-late", { ground: GROUND })).rejects.toMatchObject(refused(/not late/))
      await expect(post(id, "decline", { basis: "late", ground: GROUND })).rejects.toMatchObject(
        refused(/sent in time/),
      )
      await store.sql(`UPDATE hamon_withdrawal SET sent_at = sent_at + interval '60 days' WHERE id = '${id}'`)
      await store.sql(`UPDATE hamon_order_case SET facts_read_at = facts_read_at - interval '1 hour'`)
      await runJobs(store)
      await store.shop.admin(`/hamon/withdrawals/${id}/proof-of-dispatch`, { on: today(), proof: "LA2" })
      expect((await withdrawalOf(store, id)).flags).toEqual(["late"])
      const { withdrawal } = await post(id, "accept-late", { ground: "Geste commercial pour une cliente fidèle." })
      expect(withdrawal.flags).toEqual(["late_accepted"])
      await post(id, "accept-late", { ground: "Geste commercial pour une cliente fidèle." })
      await runJobs(store)
      expect((await withdrawalOf(store, id)).flags).toEqual(["late_accepted"])
      expect((await list("view=to_review")).count).toBe(0)

      const other = await matchedDeclaration(order, [[BOWL, 1]])
      await store.sql(`UPDATE hamon_withdrawal SET flags = '{late}' WHERE id = '${other.id}'`)
      await post(other.id, "decline", { basis: "late", ground: GROUND })
      expect(words(await letter(/notre réponse/))).toContain("L221-18 (délai de quatorze jours)")
    })

    it("late (L221-18): until it is accepted nothing is asked back, held to be due, increased or refunded; then it goes on from the day the trader was informed", async () => {
      const order = await delivered(store)
      const { id, reference, code } = await matchedDeclaration(order, [[TEAPOT, 1]])
      await store.sql(
        `UPDATE hamon_withdrawal SET sent_at = sent_at - interval '40 days', informed_at = informed_at - interval '40 days'
         WHERE id = '${id}'`,
      )
      await store.sql(`UPDATE hamon_reception SET received_on = received_on::date - 80 WHERE order_id = '${order.id}'`)
      await store.sql(
        `UPDATE hamon_order_case SET concluded_on = concluded_on::date - 90, facts_read_at = facts_read_at - interval '1 hour'`,
      )
      await runJobs(store)
      await store.shop.page("/retractation/suivi", { reference, code })
      await runJobs(store)
      const waiting = await withdrawalOf(store, id)
      expect(waiting).toMatchObject({ assurance: "email_proven", flags: ["late"], return_id: null })
      expect(waiting.money).toMatchObject({ owed: null, surcharge: null })
      const clock = ({ deadlines }: Answer) => deadlines.find(({ kind }: Answer) => kind === "refund")
      expect(clock(waiting)).toMatchObject({ state: "waiting", articles: ["L221-18", "L221-21"] })
      expect((await list()).counts).toMatchObject({ overdue: 0, refund_due_3_days: 0, to_review: 1 })
      await expect(post(id, "refund", {})).rejects.toMatchObject(refused(/accept it first, or decline it/))
      await post(id, "accept-late", { ground: "Geste commercial pour une cliente fidèle." })
      const accepted = await until(async () => {
        const withdrawal = await withdrawalOf(store, id)
        return withdrawal.return_id ? withdrawal : null
      })
      await store.shop.admin(`/hamon/withdrawals/${id}/proof-of-dispatch`, { on: today(), proof: "LA2" })
      const due = clock(await withdrawalOf(store, id))
      expect(accepted.flags).toEqual(["late_accepted"])
      expect(due.articles).toEqual(["L221-24"])
      expect(due.reason.fr).toContain("Le professionnel a été informé le")
    })

    it("a declaration of no order can be closed, and its clock with it; what was withdrawn since keeps it from being reopened", async () => {
      const lost = await declared(store, { display_id: 987_659 })
      await runJobs(store)
      const { withdrawal } = await post(lost.id, "decline", { basis: "no_order", ground: "Aucune commande à ce nom." })
      expect(withdrawal.deadlines).toMatchObject([{ kind: "refund", state: "canceled" }])
      const { withdrawal: open } = await post(lost.id, "reopen", { ground: "Le client a retrouvé son numéro." })
      expect(open).toMatchObject({ status: "received", deadlines: [{ state: "running" }] })

      const order = await delivered(store)
      const first = await matchedDeclaration(order, [[BOWL, 1]])
      await post(first.id, "decline", { basis: "no_right", ground: GROUND })
      await matchedDeclaration(order, [[BOWL, 1]])
      await expect(post(first.id, "reopen", { ground: GROUND })).rejects.toMatchObject(refused(/another declaration/))
    })
  })

  describe("what asks for a person", () => {
    const flagged = (id: string, flag: string) =>
      store.sql(`UPDATE hamon_withdrawal SET flags = '{${flag}}' WHERE id = '${id}'`)
    const toReview = async () => (await list("view=to_review")).withdrawals.map(({ id }: Answer) => id)

    it.each(["objected", "more_than_left", "shipped_despite_hold", "return_canceled"])(
      "%s stands in the list to review until somebody says what he found",
      async (flag) => {
        const { id } = await matchedDeclaration(await delivered(store), [[TEAPOT, 1]])
        const look = { flag, ground: "Vu avec le client au téléphone." }
        await expect(post(id, "looked-at", look)).rejects.toMatchObject(refused(/any more/))
        await flagged(id, flag)
        expect(await toReview()).toEqual([id])
        expect((await list()).counts.to_review).toBe(1)
        await expect(post(id, "looked-at", { ...look, ground: "vu" })).rejects.toMatchObject(refused(/say why/))
        await expect(post(id, "looked-at", { ...look, flag: "late" })).rejects.toMatchObject({ status: 400 })
        const { withdrawal } = await post(id, "looked-at", look)
        expect(withdrawal.flags).toEqual(flag === "return_canceled" ? ["return_waived"] : [])
        expect(await toReview()).toEqual([])
        await post(id, "looked-at", look)
        const { timeline } = await withdrawalOf(store, id)
        expect(timeline.filter(({ code }: Answer) => code === "withdrawal.looked_at")).toMatchObject([{ facts: look }])
      },
    )

    it("a return that staff cancelled and meant to is not opened by the machine; one that they open settles it", async () => {
      const order = await delivered(store)
      const declaration = await matchedDeclaration(order, [[TEAPOT, 1]])
      const { id } = declaration
      const { return_id, lines } = await proven(store, declaration)
      await store.shop.admin(`/returns/${return_id}/cancel`, {})
      await until(async () => {
        await runJobs(store)
        return (await toReview()).length === 1
      })
      await post(id, "looked-at", { flag: "return_canceled", ground: "Le client apporte l'article en boutique." })
      await runJobs(store)
      expect(await withdrawalOf(store, id)).toMatchObject({ return_id: null, flags: ["return_waived"] })
      const { seeded, shop } = store
      const { return: begun } = await shop.admin("/returns", { order_id: order.id, location_id: seeded.locationId })
      const items = [{ id: lines[0].order_line_id, quantity: 1 }]
      await shop.admin(`/returns/${begun.id}/request-items`, { items })
      await shop.admin(`/returns/${begun.id}/request`, {})
      await runJobs(store)
      expect(await until(async () => (await withdrawalOf(store, id)).return_id)).toBe(begun.id)
      expect((await withdrawalOf(store, id)).flags).toEqual([])
    })

    it("where the goods are is said as the order is read again, of the units that were withdrawn", async () => {
      const order = await ordered(store)
      const { id } = await matchedDeclaration(order, [[TEAPOT, 2]])
      expect(await withdrawalOf(store, id)).toMatchObject({ phase: "not_shipped", hold: "held", inside: 2 })
      await post(id, "hold", { act: "lift", ground: "Le client les veut quand même." })
      const [teapots] = order.items.filter(({ quantity }: Answer) => quantity === 2)
      const units = [{ id: teapots.id, quantity: 2 }]
      const parcel = await ship(store.shop, order.id, units, { locationId: store.seeded.locationId, tracking: "LA7" })
      await until(async () => (await list("phase=in_transit")).count === 1)
      expect(await withdrawalOf(store, id)).toMatchObject({ phase: "in_transit", inside: 0 })
      const proof = { kind: "tracking", text: "LA7" }
      const receptions = [{ fulfillment_id: parcel, received_on: today(), proof }]
      await store.shop.admin(`/hamon/orders/${order.id}/receptions`, { receptions })
      // The bowl, which nobody withdrew, has not left.
      expect(await withdrawalOf(store, id)).toMatchObject({ phase: "delivered" })

      await post(id, "decline", { basis: "no_right", ground: GROUND })
      const { withdrawal } = await post(id, "reopen", { ground: GROUND })
      expect(withdrawal).toMatchObject({ hold: "lifted", phase: "delivered" })
    })
  })

  describe("goods that came back", () => {
    it("are received in Medusa with their condition: good ones in stock, damaged ones dismissed, the refund not lowered (L221-23)", async () => {
      const order = await delivered(store)
      const declaration = await matchedDeclaration(order)
      await proven(store, declaration)
      const { id } = declaration
      const units = (await withdrawalOf(store, id)).lines
      const lineOf = (count: number) => units.find(({ quantity }: Answer) => quantity === count).order_line_id
      const [teapot, bowl] = [lineOf(2), lineOf(1)]
      const lines = [
        { order_line_id: teapot, quantity: 1, state: "as_sent", note: "" },
        { order_line_id: teapot, quantity: 1, state: "damaged", note: "Bec cassé <script>" },
        { order_line_id: bowl, quantity: 1, state: "used", note: "" },
      ]
      const { withdrawal } = await post(id, "reception", { on: today(), lines })
      expect(withdrawal).toMatchObject({ status: "goods_back", goods_back_on: today() })
      expect(withdrawal.condition.lines).toHaveLength(3)
      const { return: core } = await store.shop.admin(`/returns/${withdrawal.return_id}?fields=status,*items`)
      expect(core.status).toBe("received")
      const item = core.items.find(({ item_id }: Answer) => item_id === teapot)
      expect(item).toMatchObject({ received_quantity: 2, damaged_quantity: 1 })

      await post(id, "reception", { on: today(), lines })
      const again = await withdrawalOf(store, id)
      expect(codes(again).filter((code: string) => code === "withdrawal.condition_recorded")).toHaveLength(1)
      await post(id, "refund", {})
      const refunded = await until(async () => {
        const now = await withdrawalOf(store, id)
        return now.status === "refunded" ? now : null
      })
      expect(refunded.refunds[0].breakdown).toMatchObject({ total: "100.20" })
    })

    it("two members of staff at once receive them once", async () => {
      const order = await delivered(store)
      const declaration = await matchedDeclaration(order, [[TEAPOT, 2]])
      await proven(store, declaration)
      const { id, lines } = await withdrawalOf(store, declaration.id)
      const body = {
        on: today(),
        lines: [{ order_line_id: lines[0].order_line_id, quantity: 2, state: "as_sent", note: "" }],
      }
      await Promise.all([post(id, "reception", body), post(id, "reception", body)])
      const { return_id } = await withdrawalOf(store, id)
      const { return: core } = await store.shop.admin(`/returns/${return_id}?fields=status,*items`)
      expect(core.items).toMatchObject([{ received_quantity: 2 }])
    })

    it("that are missing leave the return open; what was not withdrawn, more than it, or a day to come is told", async () => {
      const order = await delivered(store)
      const declaration = await matchedDeclaration(order, [[TEAPOT, 2]])
      await proven(store, declaration)
      const { id, lines } = await withdrawalOf(store, declaration.id)
      const line = lines[0].order_line_id
      const told = (more: object) => ({
        on: today(),
        lines: [{ order_line_id: line, quantity: 1, state: "as_sent", note: "", ...more }],
      })
      for (const more of [{ quantity: 3 }, { order_line_id: "ordli_none" }, { state: "eaten" }, { note: "\u0000" }]) {
        await expect(post(id, "reception", told(more))).rejects.toMatchObject({ status: 400 })
      }
      await expect(post(id, "reception", { ...told({}), on: "2099-01-01" })).rejects.toMatchObject({ status: 400 })
      const { withdrawal } = await post(id, "reception", {
        on: today(),
        lines: [...told({}).lines, ...told({ state: "missing" }).lines],
      })
      expect(withdrawal).toMatchObject({ status: "return_open", goods_back_on: null })
      const whole = await post(id, "reception", told({ quantity: 2 }))
      expect(whole.withdrawal).toMatchObject({ status: "goods_back", goods_back_on: today() })
    })

    it("a deduction for diminished value is proposed for goods that were seen, of at most what was paid, once (L221-23)", async () => {
      const order = await delivered(store)
      const declaration = await matchedDeclaration(order, [[TEAPOT, 1]])
      await proven(store, declaration)
      const { id, lines } = await withdrawalOf(store, declaration.id)
      const line = lines[0].order_line_id
      const deduction = {
        order_line_id: line,
        amount: "12.5",
        ground: "Traces de feu sur le fond, bien au-delà d'un essai.",
      }
      await expect(post(id, "deductions", deduction)).rejects.toMatchObject(refused(/goods that were seen/))
      await post(id, "reception", {
        on: today(),
        lines: [{ order_line_id: line, quantity: 1, state: "used", note: "Traces de feu" }],
      })
      for (const amount of ["0", "39.91", "1.005", "-1", "ten"]) {
        await expect(post(id, "deductions", { ...deduction, amount })).rejects.toMatchObject({ status: 400 })
      }
      const { withdrawal } = await post(id, "deductions", deduction)
      expect(withdrawal.deductions).toMatchObject([{ amount: "12.50", state: "proposed", ground: deduction.ground }])
      await post(id, "deductions", { ...deduction, amount: "12.50" })
      await expect(post(id, "deductions", { ...deduction, amount: "13.00" })).rejects.toMatchObject(
        refused(/has a proposal that stands/),
      )
      const mail = words(await letter(/retenue/))
      expect(mail).toContain("12,50 €")
      expect(mail).toContain("Traces de feu")
      expect(mail).toContain("Rien n'est retenu sans votre accord")
      const [{ id: deductionId }] = withdrawal.deductions
      const taken = await post(id, `deductions/${deductionId}/withdraw`, {})
      expect(taken.withdrawal.deductions).toMatchObject([{ state: "withdrawn" }])
      await expect(post(id, "deductions/hamdd_none/withdraw", {})).rejects.toMatchObject({ status: 404 })
    })

    it("what a customer answers to a proposal by post or telephone is noted with its day and words, once (L221-23)", async () => {
      const { id } = await goodsBack(store, [[TEAPOT, 1]])
      const { lines } = await withdrawalOf(store, id)
      const ground = "Traces de feu sur le fond, bien au-delà d'un essai."
      const proposal = { order_line_id: lines[0].order_line_id, amount: "12.50", ground }
      const { withdrawal } = await post(id, "deductions", proposal)
      const path = `deductions/${withdrawal.deductions[0].id}/answer`
      const said = { answer: "accepted", on: today(), ground: "Au téléphone : « D'accord pour 12,50 €. »" }
      for (const wrong of [{ on: "2099-01-01" }, { on: "2001-01-01" }, { ground: "oui" }, { answer: "maybe" }]) {
        await expect(post(id, path, { ...said, ...wrong })).rejects.toMatchObject({ status: 400 })
      }
      const { withdrawal: answered } = await post(id, path, said)
      expect(answered.deductions).toMatchObject([{ state: "accepted", answer: said.ground }])
      await expect(post(id, path, { ...said, answer: "contested" })).rejects.toMatchObject(refused(/answered/))
      await expect(post(id, "deductions/hamdd_none/answer", said)).rejects.toMatchObject({ status: 404 })
      const fact = answered.timeline.find(({ code }: Answer) => code === "withdrawal.deduction_accepted")
      expect(fact).toMatchObject({ by_name: expect.stringContaining("@"), facts: { on: today(), assurance: "staff" } })
      expect(JSON.stringify(answered.timeline)).not.toContain("D'accord")
    })

    it("a consent to another means is noted by staff with its day and words; the account to pay stays out of lists (L221-24)", async () => {
      const { id } = await goodsBack(store, [[BOWL, 1]])
      const said = { means: "transfer", details: "IBAN FR76 SECRET", on: today(), ground: "Lettre signée du client." }
      for (const wrong of [{ details: "" }, { on: "2099-01-01" }, { ground: "oui" }, { means: "cash" }]) {
        await expect(post(id, "other-means", { ...said, ...wrong })).rejects.toMatchObject({ status: 400 })
      }
      const { withdrawal } = await post(id, "other-means", said)
      expect(withdrawal.other_means).toMatchObject({
        ...{ means: "transfer", details: said.details, textShown: said.ground, assurance: "staff" },
        ...{ noted: { on: today() }, noted_by_name: expect.stringContaining("@") },
      })
      expect(JSON.stringify([await list(), withdrawal.timeline])).not.toMatch(/SECRET|Lettre signée/)
      const table = await fetch(`${store.shop.url}/admin/hamon/withdrawals/export`, {
        headers: store.shop.staffHeaders,
      })
      expect(await table.text()).not.toContain("SECRET")
      await post(id, "refund", {})
      await runJobs(store)
      const [refund] = (await withdrawalOf(store, id)).refunds
      expect(refund).toMatchObject({ state: "planned", payment_id: null })
      const paid = { means: "transfer", on: today(), proof: "virement 43" }
      const { refund: booked } = await store.shop.admin(`/hamon/refunds/${refund.id}/paid`, paid)
      expect(booked.paid_otherwise.consent).toBe(`${today()}: ${said.ground}`)

      const other = await goodsBack(store, [[TEAPOT, 1]])
      await post(other.id, "other-means", said)
      const back = await post(other.id, "other-means", { ...said, means: "original", details: "" })
      expect(back.withdrawal.other_means).toBeNull()
    })

    it("the wish to keep them takes effect when staff agree (U21), and is never theirs to propose", async () => {
      const order = await delivered(store)
      const { id } = await matchedDeclaration(order, [[TEAPOT, 1]])
      await expect(post(id, "keep-goods", { decision: "agreed" })).rejects.toMatchObject(refused(/did not ask/))
      await store.sql(
        `UPDATE hamon_withdrawal SET keep_goods = 'asked', keep_goods_asked_at = now() WHERE id = '${id}'`,
      )
      expect((await list("view=to_review")).withdrawals).toMatchObject([{ id }])
      const { withdrawal } = await post(id, "keep-goods", { decision: "agreed" })
      expect(withdrawal).toMatchObject({ status: "closed", outcome: "kept", keep_goods: "agreed" })
      await post(id, "keep-goods", { decision: "agreed" })
      await expect(post(id, "keep-goods", { decision: "refused" })).rejects.toMatchObject(refused(/answered already/))
      await expect(post(id, "refund", {})).rejects.toMatchObject({ status: 400 })
      // The unit is the customer's again: he may withdraw it while the period runs.
      expect((await matchedDeclaration(order, [[TEAPOT, 2]])).flags).toEqual([])
    })
  })

  describe("what staff see", () => {
    it("the timeline tells everything in its order, by code and facts, without a name", async () => {
      const { id } = await goodsBack(store, [[TEAPOT, 1]])
      await post(id, "refund", {})
      await until(async () => (await withdrawalOf(store, id)).status === "refunded")
      await hamonDeliverLettersWorkflow(store.container).run()
      const withdrawal = await withdrawalOf(store, id)
      const seen = codes(withdrawal)
      const expected = [
        "withdrawal.declared",
        "withdrawal.return_opened",
        "withdrawal.goods_back",
        "refund.approved",
        "refund.booked",
      ]
      expect(seen.filter((code: string) => expected.includes(code))).toEqual(expected)
      // Which of the two came first is the sweeper's to say.
      expect(seen).toEqual(expect.arrayContaining(["withdrawal.matched", "withdrawal.address_proven", "letter.sent"]))
      const times = withdrawal.timeline.map(({ at }: Answer) => at)
      expect(times).toEqual([...times].sort())
      expect(JSON.stringify(withdrawal.timeline)).not.toMatch(/claire|martin/i)
    })

    it("a late refund shows the surcharge that runs today (L242-4); where the semester's rate is missing, it says so", async () => {
      const { id } = await goodsBack(store, [[TEAPOT, 1]])
      const surcharge = async () => (await withdrawalOf(store, id)).money.surcharge
      expect(await surcharge()).toBeNull()
      await dueOn(id, -15)
      const late = await surcharge()
      expect(late).toMatchObject({
        ...{ accruing: true, late: 15, currency: "eur", articles: expect.arrayContaining(["L242-4"]) },
      })
      expect(Number(late.owed)).toBeCloseTo(Number(late.sums) * 0.05, 2)
      await store.sql(
        `UPDATE hamon_deadline SET due_on = '2031-01-10', due_at = '2031-01-11' WHERE subject_id = '${id}'`,
      )
      store.at("2031-01-15T10:00:00Z")
      expect(await surcharge()).toMatchObject({ owed: null, missing: expect.stringContaining("2031-S1") })
    })
  })

  describe("the digest", () => {
    const tell = () => hamonTellStaffDailyWorkflow(store.container).run()
    const day = () => today()

    it("nothing is written on a day on which nothing is due", async () => {
      await runJobs(store)
      store.at(`${day()}T11:00:00Z`)
      await store.sql(`UPDATE hamon_sweep_heartbeat SET started_at = '${day()}T10:59:00Z' WHERE id <> 'installed'`)
      expect((await tell()).result).toBe(false)
      expect(await store.service.listLetters({ kind: "staff_digest" })).toHaveLength(0)
    })

    it("once a day from the merchant's hour on, whichever process asks: overdue with its surcharge, due soon, unmatched, failed letters", async () => {
      const { id, reference } = await goodsBack(store, [[TEAPOT, 1]])
      const lost = await declared(store, { display_id: 987_660 })
      await runJobs(store)
      await dueOn(id, -15)
      await store.sql(
        `UPDATE hamon_withdrawal SET informed_at = informed_at - interval '3 days' WHERE id = '${lost.id}'`,
      )
      await store.sql(`UPDATE hamon_letter SET state = 'failed', due_at = NULL WHERE withdrawal_id = '${lost.id}'`)
      store.at(`${day()}T03:00:00Z`)
      expect((await tell()).result).toBe(false)
      store.at(`${day()}T11:00:00Z`)
      const answers = await Promise.all([tell(), tell()])
      expect(answers.map(({ result }) => result).sort()).toEqual([false, true])
      await tell()
      expect(await store.service.listLetters({ kind: "staff_digest" })).toHaveLength(1)
      await hamonDeliverLettersWorkflow(store.container).run()
      const mail = words(await letter(/^Rétractations du/))
      expect(mail).toContain(reference)
      expect(mail).toMatch(/majoration à ce jour : \d+,\d\d €/)
      expect(mail).toContain(lost.reference)
      expect(mail).toMatch(/lettres qui ne sont pas parties \(1\)/i)
      expect(mail).not.toMatch(/claire|martin/i)
      const { notifications } = await store.shop.admin("/notifications?channel=feed")
      expect(notifications.filter(({ data }: Answer) => /Rétractations \(withdrawals\)/.test(data.title))).toHaveLength(
        1,
      )
    })
  })
})
