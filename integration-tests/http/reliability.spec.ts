import { Modules } from "@medusajs/framework/utils"
import { receive, ship } from "../../scripts/shop/checkout"
import type { Answer } from "../../scripts/shop/client"
import { firstBreak, type StoredLink } from "../../src/modules/hamon/evidence/verify"
import { hamonDeliverLettersWorkflow } from "../../src/workflows/sweeps/deliver-letters"
import { hamonReconcileWorkflow } from "../../src/workflows/sweeps/reconcile"
import { declared, delivered, EMAIL, goodsBack, ordered, runJobs, today, until, withdrawalOf } from "../support/scenes"
import { storeSuite } from "../support/store"

storeSuite("nothing is lost", (store) => {
  it("every event dropped: no letter, deadline, return or refund is missing after the jobs", async () => {
    store.loseEvents()
    const order = await ordered(store)
    await runJobs(store)
    const units = order.items.map(({ id, quantity }: Answer) => ({ id, quantity }))
    const parcel = await ship(store.shop, order.id, units, { locationId: store.seeded.locationId, tracking: "LA1" })
    await store.shop.admin(`/orders/${order.id}/fulfillments/${parcel}/mark-as-delivered`, {})
    await runJobs(store)
    const received = await caseOf(order.id)
    expect(received.receptions).toMatchObject([{ source: "carrier" }, { source: "carrier" }])
    expect(clock(received, "withdrawal_period").state).toBe("running")

    const review = await store.shop.page("/retractation", {
      step: "review",
      lang: "fr",
      name: "Claire Martin",
      email: EMAIL,
      order: String(order.display_id),
      scope: "whole",
    })
    const state = /name="state" value="([^"]*)"/.exec(review.html)?.[1] as string
    await store.shop.page("/retractation", { step: "confirm", lang: "fr", state })
    await runJobs(store)
    const [withdrawal] = (await store.shop.admin("/hamon/withdrawals")).withdrawals
    expect(withdrawal.status).toBe("matched")
    const letter = await store.mailbox.waitFor(({ subject }) => subject.includes(withdrawal.reference))
    const code = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(
      (letter.text ?? "").replaceAll(withdrawal.reference, ""),
    )?.[0] as string
    await store.shop.page("/retractation/suivi", { reference: withdrawal.reference, code })
    await runJobs(store)
    const { return_id } = await withdrawalOf(store, withdrawal.id)
    await receive(store.shop, return_id)
    await runJobs(store)
    expect((await withdrawalOf(store, withdrawal.id)).goods_back_on).toBe(today())
    await store.shop.admin(`/hamon/withdrawals/${withdrawal.id}/refund`, {})
    await runJobs(store)
    expect(await withdrawalOf(store, withdrawal.id)).toMatchObject({
      status: "refunded",
      refunds: [{ amount: "100.20", state: "booked" }],
    })
    expect((await store.mailbox.messages()).map(({ subject }) => subject)).toEqual([
      expect.stringContaining("Confirmation"),
      expect.stringContaining("reçu votre rétractation"),
      expect.stringContaining("remboursement"),
    ])
  })

  it("a refund that staff make with Medusa's own button appears in the case without an event", async () => {
    const { id, order } = await goodsBack(store, [["BOL-35", 1]])
    store.loseEvents()
    const { order: core } = await store.shop.admin(`/orders/${order.id}?fields=*payment_collections.payments`)
    await store.shop.admin(`/payments/${core.payment_collections[0].payments[0].id}/refund`, { amount: 3 })
    await store.sql("UPDATE hamon_order_case SET facts_read_at = facts_read_at - interval '5 minutes'")
    await hamonReconcileWorkflow(store.container).run()
    const [row] = await store.service.listOrderCases({ order_id: order.id })
    expect((row.facts as Answer).payments[0].refunds).toMatchObject([{ amount: "3.00", key: null }])
    expect((await withdrawalOf(store, id)).status).toBe("goods_back")
  })

  it("an order that was read right after a change is read once more a minute later: its change may have been committed after the look", async () => {
    const order = await ordered(store)
    await store.quiet()
    store.loseEvents()
    const readAgain = async (changed: number, read: number) => {
      for (const table of ["order", "order_transaction", "payment"]) {
        await store.sql(`UPDATE "${table}" SET updated_at = now() - interval '${changed} seconds'`)
      }
      await store.sql(`UPDATE hamon_order_case SET facts_read_at = now() - interval '${read} seconds'`)
      await hamonReconcileWorkflow(store.container).run()
      const [{ facts_read_at: at }] = await store.service.listOrderCases({ order_id: order.id })
      return Date.now() - at.getTime() < (read * 1000) / 2
    }
    expect(await readAgain(20, 30)).toBe(true)
    expect(await readAgain(30, 20)).toBe(false)
    expect(await readAgain(90, 80)).toBe(true)
    expect(await readAgain(200, 100)).toBe(false)
  })

  it("an order cancelled in Medusa ends its clocks", async () => {
    const order = await ordered(store)
    await until(async () => caseOf(order.id).catch(() => null))
    await store.shop.admin(`/orders/${order.id}/cancel`, {})
    await until(async () => (await caseOf(order.id)).status === "canceled")
    expect((await caseOf(order.id)).deadlines.map(({ state }: Answer) => state)).toEqual(["canceled", "canceled"])
  })

  describe("orders placed before the plugin was installed", () => {
    it("get clocks and withdrawals, and no letter; what is missing is not invented", async () => {
      store.loseEvents()
      const order = await ordered(store)
      await store.sql("UPDATE hamon_sweep_heartbeat SET started_at = now() + interval '1 hour' WHERE id = 'installed'")
      await store.sql(
        "ALTER TABLE hamon_checkout_record DISABLE TRIGGER ALL; DELETE FROM hamon_checkout_record; ALTER TABLE hamon_checkout_record ENABLE TRIGGER ALL",
      )
      await runJobs(store)
      expect(await store.mailbox.messages()).toEqual([])
      const opened = await caseOf(order.id)
      expect(clock(opened, "delivery")).toMatchObject({ state: "running", articles: ["L216-1"] })
      const [link] = await store.service.listEvidences({ order_id: order.id, kind: "order.concluded" })
      expect(JSON.parse(link.text).facts.checkout_record).toBeNull()
    })

    it("a declaration finds an order whose case nobody has opened yet", async () => {
      store.loseEvents()
      const order = await ordered(store)
      jest.restoreAllMocks()
      const declaration = await declared(store, order)
      await until(async () => (await withdrawalOf(store, declaration.id)).status === "matched")
    })
  })

  describe("letters", () => {
    it("wait while the mail server is down, say why to staff, and go out once it is up", async () => {
      store.mailbox.failNext(1, { code: 451, text: "try again later" })
      const order = await ordered(store)
      const waiting = await until(async () => (await lettersOf(order.id)).find(({ last_error }: Answer) => last_error))
      expect(waiting).toMatchObject({ state: "queued", attempts: 1, last_error: expect.stringContaining("451") })
      store.at(new Date(Date.now() + 2 * 60_000).toISOString())
      await hamonDeliverLettersWorkflow(store.container).run()
      // Work of an earlier event may have taken the letter a moment before: then it is the one that sends it.
      const sent = await until(async () => (await lettersOf(order.id)).find(({ state }: Answer) => state === "sent"))
      expect(sent).toMatchObject({ attempts: 2, last_error: null })
      expect(await store.mailbox.messages()).toHaveLength(1)
    })

    it("an address that is refused for good is shown as failed, and not tried for ever", async () => {
      store.mailbox.failNext(1, { code: 550, text: "no such mailbox" })
      const order = await ordered(store)
      const failed = await until(async () =>
        (await lettersOf(order.id)).find(({ state }: Answer) => state === "failed"),
      )
      expect(failed.last_error).toContain("550")
      await runJobs(store)
      expect(await store.mailbox.messages()).toEqual([])
    })

    it("a connection cut after the letter was taken sends the same bytes again, with the same Message-ID", async () => {
      store.mailbox.dropNext(1)
      const order = await ordered(store)
      await until(async () => (await lettersOf(order.id)).find(({ last_error }: Answer) => last_error))
      store.at(new Date(Date.now() + 2 * 60_000).toISOString())
      await hamonDeliverLettersWorkflow(store.container).run()
      const mails = await until(async () => {
        const all = await store.mailbox.messages()
        return all.length === 2 ? all : null
      })
      expect(mails[0].messageId).toBe(mails[1].messageId)
      expect(mails[0].html).toBe(mails[1].html)
    })

    it("two workers at once send each letter once", async () => {
      store.loseEvents()
      for (let n = 0; n < 3; n++) await ordered(store, `guest${n}@client.example`)
      await hamonReconcileWorkflow(store.container).run()
      await Promise.all(Array.from({ length: 4 }, () => hamonDeliverLettersWorkflow(store.container).run()))
      const mails = await store.mailbox.messages()
      expect(mails.map(({ to }) => to[0]).sort()).toEqual([0, 1, 2].map((n) => `guest${n}@client.example`))
    })

    it("are frozen: what was sent is what is kept, hash included, whatever the profile becomes", async () => {
      const order = await ordered(store)
      const mail = await store.mailbox.waitFor(({ subject }) => subject.includes("Confirmation"))
      const [row] = await until(async () => {
        const rows = await store.service.listLetters({ order_id: order.id, state: "sent" })
        return rows.length > 0 ? rows : null
      })
      expect(row.profile_version).toBe(1)
      expect((mail.html ?? "").trim()).toBe((row.html ?? "").trim())
      await expect(
        store.service.freezeLetter(row.id, { subject: "x", html: "x", text: "x" }, 1, new Date()),
      ).resolves.toMatchObject({ hash: row.hash })
    })

    it("keep no personal data in Medusa's own notifications", async () => {
      await ordered(store)
      await store.mailbox.waitFor(({ subject }) => subject.includes("Confirmation"))
      const [notification] = await store.container.resolve(Modules.NOTIFICATION).listNotifications({ channel: "email" })
      expect(Object.keys(notification.data ?? {})).toEqual(["letter"])
    })
  })

  describe("receptions (L221-18, L216-2)", () => {
    it("a correction supersedes and moves the clock; the same day again changes nothing", async () => {
      const order = await delivered(store)
      const before = await caseOf(order.id)
      const [{ fulfillment_id }] = before.receptions
      const record = (received_on: string) =>
        store.shop.admin(`/hamon/orders/${order.id}/receptions`, {
          receptions: [{ fulfillment_id, received_on, proof: { kind: "signature", text: "C. M." } }],
        })
      store.at(new Date(Date.now() + 7 * 86_400_000).toISOString())
      const later = new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10)
      const { hamon_order: after } = await record(later)
      expect(clock(after, "withdrawal_period").due_on > clock(before, "withdrawal_period").due_on).toBe(true)
      await record(later)
      expect(await store.service.listReceptions({ order_id: order.id })).toHaveLength(4)
      expect(await store.service.listReceptions({ order_id: order.id, superseded_by_id: null })).toHaveLength(2)
    })

    it("refuses another order's parcel, a day before the order, and one to come, in words", async () => {
      const order = await delivered(store)
      const [{ fulfillment_id }] = (await caseOf(order.id)).receptions
      const record = (id: string, received_on: string) =>
        store.shop.admin(`/hamon/orders/${order.id}/receptions`, {
          receptions: [{ fulfillment_id: id, received_on, proof: { kind: "tracking", text: "LA1" } }],
        })
      await expect(record("ful_other", today())).rejects.toMatchObject({
        status: 404,
        answer: expect.stringContaining(fulfillment_id),
      })
      for (const day of ["2020-01-01", "2099-01-01", "2026-02-30", "yesterday"]) {
        await expect(record(fulfillment_id, day)).rejects.toMatchObject({ status: 400 })
      }
    })
  })

  describe("evidence", () => {
    it("holds every act of the story in one chain that nobody can change, not even in the database", async () => {
      const { id } = await goodsBack(store, [["THE-60", 1]])
      await store.shop.admin(`/hamon/withdrawals/${id}/refund`, {})
      await until(async () => (await withdrawalOf(store, id)).status === "refunded")
      await runJobs(store)
      const links = (await store.service.listEvidences(
        {},
        { order: { sequence: "ASC" }, take: 1000 },
      )) as unknown as (StoredLink & { kind: string })[]
      expect(firstBreak(links)).toBeNull()
      expect(new Set(links.map(({ kind }) => kind))).toEqual(
        new Set([
          "merchant_profile.published",
          "catalogue_rule.changed",
          "checkout.acknowledged",
          "checkout.recorded",
          "order.concluded",
          "letter.sent",
          "reception.recorded",
          "withdrawal.declared",
          "withdrawal.matched",
          "withdrawal.address_proven",
          "withdrawal.return_opened",
          "withdrawal.goods_back",
          "refund.approved",
          "refund.booked",
          "text.published",
        ]),
      )
      const text = links.map((link) => link.text).join()
      for (const personal of [EMAIL, "Claire", "Martin"]) expect(text).not.toContain(personal)
      await expect(store.sql("UPDATE hamon_evidence SET text = 'x'")).rejects.toThrow("append-only")
      await expect(store.sql("DELETE FROM hamon_evidence")).rejects.toThrow("append-only")
      await expect(store.sql("TRUNCATE hamon_evidence")).rejects.toThrow("append-only")
      await expect(store.sql("UPDATE hamon_checkout_record SET hash = 'x'")).rejects.toThrow("append-only")
    })

    it("stays whole under many writers at once", async () => {
      const write = (n: number) =>
        store.service.recordDeclaration({
          declarationKey: `key ${n}`,
          declared: {
            name: "N",
            email: `n${n}@client.example`,
            orderNumber: String(n),
            scope: "whole",
            articles: [],
            comment: "",
          },
          locale: "fr",
          channel: "hosted_page",
          sentAt: new Date(),
        })
      await Promise.all(Array.from({ length: 40 }, (_, n) => write(n)))
      const links = (await store.service.listEvidences(
        {},
        { order: { sequence: "ASC" }, take: 1000 },
      )) as unknown as StoredLink[]
      expect(links.length).toBeGreaterThanOrEqual(40)
      expect(firstBreak(links)).toBeNull()
    })
  })

  async function caseOf(orderId: string): Promise<Answer> {
    return (await store.shop.admin(`/hamon/orders/${orderId}`)).hamon_order
  }

  async function lettersOf(orderId: string): Promise<Answer[]> {
    return caseOf(orderId).then(
      ({ letters }) => letters,
      () => [],
    )
  }

  afterEach(() => jest.restoreAllMocks())
})

function clock({ deadlines }: Answer, kind: string): Answer {
  return deadlines.find((one: Answer) => one.kind === kind)
}
