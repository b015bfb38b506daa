import {
  cancelOrderFulfillmentWorkflow,
  createOrderFulfillmentWorkflow,
  createOrderShipmentWorkflow,
} from "@medusajs/medusa/core-flows"
import type { Answer } from "../../scripts/shop/client"
import { asStaff, lineOf, matched, pack, provesAddress } from "../support/before-dispatch"
import { declared, EMAIL, ordered, runJobs, until, withdrawalOf } from "../support/scenes"
import { storeSuite } from "../support/store"

const PARCEL = { labels: [{ tracking_number: "LA1", tracking_url: "#", label_url: "#" }] }

storeSuite("holds: what is withdrawn before dispatch does not leave", (store) => {
  afterEach(() => jest.restoreAllMocks())

  it("WF-5 a declaration that matches holds its units; Medusa answers 409 with the sentence and the act that lifts it", async () => {
    const order = await ordered(store)
    const { id, reference } = await matched(store, order)
    expect(await withdrawalOf(store, id)).toMatchObject({
      hold: "held",
      hold_changed_by: "machine",
      phase: "not_shipped",
    })
    const { status, body } = await pack(store, order, [["BOL-35", 1]])
    expect(status).toBe(409)
    expect(body).toMatchObject({ type: "not_allowed", code: "withdrawal_hold" })
    expect(body.message).toContain(reference)
    expect(body.message).toContain(`/app/withdrawals/${id}`)
    expect(body.withdrawals).toEqual([{ id, reference, url: expect.stringMatching(/^http/) }])
    const english = await asStaff(
      store,
      `/orders/${order.id}/fulfillments`,
      { location_id: store.seeded.locationId, items: [{ id: lineOf(order, "BOL-35"), quantity: 1 }] },
      { "accept-language": "en" },
    )
    expect(english.body.message).toMatch(/^The customer withdrew from these articles before dispatch/)
  })

  it("units that were not withdrawn may go, and no more than those", async () => {
    const order = await ordered(store)
    await matched(store, order, [["THE-60", 1]])
    expect((await pack(store, order, [["THE-60", 2]])).status).toBe(409)
    expect((await pack(store, order, [["THE-60", 1], ["BOL-35", 1]])).status).toBe(200) // prettier-ignore
    expect((await pack(store, order, [["THE-60", 1]])).status).toBe(409)
  })

  it("what was packed before the declaration is not shipped, by either route; what was packed of the rest is", async () => {
    const order = await ordered(store)
    const whole = await pack(store, order, [["THE-60", 2]])
    const rest = await pack(store, order, [["BOL-35", 1]])
    await matched(store, order, [["THE-60", 1]])
    const held = await asStaff(store, `/orders/${order.id}/fulfillments/${whole.fulfillment}/shipments`, {
      ...PARCEL,
      items: whole.items,
    })
    expect(held).toMatchObject({ status: 409, body: { code: "withdrawal_hold" } })
    expect((await asStaff(store, `/fulfillments/${whole.fulfillment}/shipment`, PARCEL)).status).toBe(409)
    const sent = await asStaff(store, `/orders/${order.id}/fulfillments/${rest.fulfillment}/shipments`, {
      ...PARCEL,
      items: rest.items,
    })
    expect(sent.status).toBe(200)
  })

  it("every spelling of the address that Medusa answers is guarded, and the route beside the order's too", async () => {
    const order = await ordered(store)
    await matched(store, order)
    const body = { location_id: store.seeded.locationId, items: [{ id: lineOf(order, "BOL-35"), quantity: 1 }] }
    const encoded = order.id.replace("o", "%6F")
    for (const path of [
      `/orders/${order.id}/fulfillments/`,
      `/ORDERS/${order.id}/Fulfillments`,
      `/orders/${encoded}/fulfillments`,
      `/orders/${order.id}/fulfillments?fields=id`,
    ]) {
      expect([path, (await asStaff(store, path, body)).status]).toEqual([path, 409])
    }
    for (const path of [`//orders/${order.id}/fulfillments`, `/orders/./${order.id}/%2e/fulfillments`]) {
      expect([409, 404]).toContain((await asStaff(store, path, body)).status)
    }
    expect((await asStaff(store, `/orders/${order.id}%00/fulfillments`, body)).status).toBe(404)
    const item = { title: "Bol", sku: "BOL-35", barcode: "", quantity: 1, line_item_id: lineOf(order, "BOL-35") }
    const apart = await asStaff(store, "/fulfillments", {
      location_id: store.seeded.locationId,
      provider_id: "manual_manual",
      delivery_address: {},
      items: [item],
      labels: [],
      order_id: order.id,
      data: null,
      metadata: null,
    })
    expect(apart).toMatchObject({ status: 409, body: { code: "withdrawal_hold" } })
    const { order: unsent } = await store.shop.admin(`/orders/${order.id}?fields=id,*fulfillments`)
    expect(unsent.fulfillments).toEqual([])
  })

  it("malformed requests are core's to refuse: 4xx, never 500", async () => {
    const order = await ordered(store)
    await matched(store, order)
    for (const body of [
      "[]",
      "null",
      "{",
      {},
      { items: "all" },
      { items: [null, 3, { id: ["x"], quantity: "two" }] },
      { items: [{ id: "no\u0000pe", quantity: 1 }] },
      { items: [{ id: "x".repeat(5000), quantity: 1 }] },
    ]) {
      const { status } = await asStaff(store, `/orders/${order.id}/fulfillments`, body)
      expect([JSON.stringify(body).slice(0, 60), status >= 400 && status < 500]).toEqual([expect.anything(), true])
    }
    expect((await asStaff(store, "/orders/order_unknown/fulfillments", { items: [] })).status).toBeLessThan(500)
    expect((await asStaff(store, "/fulfillments/ful_unknown/shipment", PARCEL)).status).toBeLessThan(500)
  })

  it("an order without declaration costs one reading of the plugin's tables", async () => {
    // Nothing that an event began runs beside the count.
    store.loseEvents()
    const order = await ordered(store)
    const knex = store.container.resolve("__pg_connection__")
    const ours: string[] = []
    const seen = ({ sql }: { sql: string }) => {
      if (/hamon_/.test(sql)) ours.push(sql)
    }
    await runJobs(store)
    knex.on("query", seen)
    const { status } = await pack(store, order, [["BOL-35", 1]])
    knex.removeListener("query", seen)
    expect(status).toBe(200)
    expect(ours).toHaveLength(1)
  })

  it("who only typed the address: the order's own customer is told, and opening the link does nothing", async () => {
    const order = await ordered(store)
    const { id, reference } = await matched(store, order)
    const letter = await store.mailbox.waitFor(({ subject }) => subject.includes("retenue avant"))
    expect(letter.to).toContain(EMAIL)
    expect(letter.text).toContain("Théière en grès")
    const link = /href="([^"]*opposition#[^"]*)"/.exec(letter.html ?? "")?.[1] as string
    expect(link).toMatch(new RegExp(`/retractation/opposition#${reference}\\.[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$`))
    const page = await store.shop.page("/retractation/opposition")
    expect(page.headers.get("content-security-policy")).toMatch(/script-src 'sha256-[^']+'$/)
    expect(page.headers.get("cache-control")).toBe("no-store")
    expect(await withdrawalOf(store, id)).toMatchObject({ hold: "held", flags: [] })
  })

  it("« Ce n'était pas moi » lifts the hold; the declaration stays for a person, and the machine does nothing more with it", async () => {
    const order = await ordered(store)
    const declaration = await matched(store, order)
    const { id, reference } = declaration
    const wrong = await store.shop.page("/retractation/opposition", { reference, code: "2222-2222-2222-2222" })
    const unknown = await store.shop.page("/retractation/opposition", {
      reference: "2222-2222-2222-2222",
      code: "x\u0000",
    })
    expect([wrong.status, unknown.status]).toEqual([422, 422])
    expect(wrong.html.replaceAll(reference, "")).toBe(unknown.html.replaceAll("2222-2222-2222-2222", ""))

    const answer = await store.shop.page("/retractation/opposition", { reference, code: await objectionCode() })
    expect(answer.status).toBe(200)
    await store.shop.page("/retractation/opposition", { reference, code: await objectionCode() })
    const objected = await withdrawalOf(store, id)
    expect(objected).toMatchObject({
      hold: "lifted",
      hold_changed_by: "customer",
      status: "matched",
      flags: ["objected"],
    })
    await runJobs(store)
    expect(await bells(id, "objected")).toBe(1)

    await provesAddress(store, declaration)
    await runJobs(store)
    const { order: alive } = await store.shop.admin(`/orders/${order.id}?fields=id,status`)
    expect(alive.status).toBe("pending")
    expect((await pack(store, order, [["BOL-35", 1]])).status).toBe(200)

    // Staff have asked the customer: it was he.
    await holds(id, "hold", "Le client confirme par téléphone sa déclaration")
    expect(await withdrawalOf(store, id)).toMatchObject({ hold: "held", flags: [] })
    expect((await pack(store, order, [["THE-60", 1]])).status).toBe(409)
  })

  describe("a declaration in somebody's name takes nobody's right (L221-18)", () => {
    it("unproven, it stands back behind the one whose sender is known: units, hold and clock are his", async () => {
      const order = await ordered(store)
      const strangers = await matched(store, order)
      const own = await matched(store, order)
      expect(await withdrawalOf(store, own.id)).toMatchObject({ flags: ["withdrawn_before"], lines: [], hold: "none" })
      await provesAddress(store, own)
      const taken = await until(async () => {
        const withdrawal = await withdrawalOf(store, own.id)
        return withdrawal.hold === "held" ? withdrawal : null
      })
      expect(taken).toMatchObject({ flags: [] })
      expect(units(taken)).toBe(3)
      expect(refundClock(taken)).toMatchObject({ state: "running" })
      const behind = await withdrawalOf(store, strangers.id)
      expect(behind).toMatchObject({ flags: ["withdrawn_before"], lines: [], hold: "none" })
      expect(refundClock(behind).state).toBe("canceled")
    })

    it("objected to, it stands back behind any other; declined, its units are free", async () => {
      const order = await ordered(store)
      const strangers = await matched(store, order)
      const first = await matched(store, order, [["BOL-35", 1]])
      expect((await withdrawalOf(store, first.id)).flags).toEqual(["withdrawn_before"])
      const verdict = { basis: "no_right", ground: "Déclarée par un autre que le client." }
      await store.shop.admin(`/hamon/withdrawals/${strangers.id}/decline`, verdict)
      await until(async () => (await withdrawalOf(store, first.id)).hold === "held")
      expect(units(await withdrawalOf(store, first.id))).toBe(1)

      const again = await matched(store, order, [["THE-60", 2]])
      expect((await withdrawalOf(store, again.id)).hold).toBe("held")
      const code = await objectionCode(again.reference)
      await store.shop.page("/retractation/opposition", { reference: again.reference, code })
      const own = await matched(store, order, [["THE-60", 1]])
      expect(await withdrawalOf(store, own.id)).toMatchObject({ hold: "held", flags: [] })
      expect(units(await withdrawalOf(store, again.id))).toBe(1)
    })
  })

  it("an objection to a declaration that was proven is told to staff, and does not let the goods go", async () => {
    const order = await ordered(store)
    const declaration = await matched(store, order)
    const code = await objectionCode()
    await provesAddress(store, declaration)
    await store.shop.page("/retractation/opposition", { reference: declaration.reference, code })
    expect(await withdrawalOf(store, declaration.id)).toMatchObject({ hold: "held", flags: ["objected"] })
  })

  it("staff lift a hold with a ground, which stands as evidence; without one, or where nothing is held, they are told", async () => {
    const order = await ordered(store)
    const { id } = await matched(store, order)
    const path = `/hamon/withdrawals/${id}/hold`
    expect((await asStaff(store, path, { act: "lift", ground: "non" })).status).toBe(400)
    expect((await asStaff(store, path, { act: "drop", ground: "parce que c'est ainsi" })).status).toBe(400)
    const lifted = await asStaff(store, path, { act: "lift", ground: "Le client s'est ravisé par téléphone" })
    expect(lifted.body.withdrawal).toMatchObject({ hold: "lifted", hold_changed_by: expect.stringMatching(/^user_/) })
    const again = await asStaff(store, path, { act: "lift", ground: "Le client s'est ravisé par téléphone" })
    expect(again).toMatchObject({ status: 400, body: { message: "nothing of this declaration is held" } })
    expect(
      (await asStaff(store, "/hamon/withdrawals/hamwd_no/hold", { act: "lift", ground: "dix lettres" })).status,
    ).toBe(404)
    expect((await pack(store, order, [["THE-60", 2]])).status).toBe(200)
    const { rows } = (await store.sql(
      `SELECT text FROM hamon_evidence WHERE subject_id = '${id}' AND kind = 'withdrawal.hold_lifted'`,
    )) as { rows: { text: string }[] }
    expect(rows).toHaveLength(1)
    expect(rows[0].text).toContain("ravisé")
  })

  it("an address that is not the order's holds nothing, and is told nothing", async () => {
    const order = await ordered(store)
    const { id } = await declared(store, order, { email: "other@client.example" })
    await until(async () => ((await withdrawalOf(store, id)).flags.includes("unmatched") ? true : null))
    expect((await withdrawalOf(store, id)).hold).toBe("none")
    expect((await pack(store, order, [["BOL-35", 1]])).status).toBe(200)
    expect((await store.mailbox.messages()).filter(({ subject }) => subject.includes("retenue"))).toEqual([])
  })

  it("what other code ships around the hold is found: flagged, staff told, and the declaration goes on as of goods on their way", async () => {
    const order = await ordered(store)
    const declaration = await matched(store, order, [["THE-60", 2]])
    const items = [{ id: lineOf(order, "THE-60"), quantity: 2 }]
    const { result } = await createOrderFulfillmentWorkflow(store.container).run({
      input: { order_id: order.id, location_id: store.seeded.locationId, items },
    })
    await createOrderShipmentWorkflow(store.container).run({
      input: { order_id: order.id, fulfillment_id: result.id, items, labels: [] },
    })
    const seen = await until(async () => {
      const withdrawal = await withdrawalOf(store, declaration.id)
      return withdrawal.flags.includes("shipped_despite_hold") ? withdrawal : null
    })
    expect(seen.hold).toBe("none")
    await runJobs(store)
    await runJobs(store)
    expect(await bells(declaration.id, "shipped_despite_hold")).toBe(1)
    await provesAddress(store, declaration)
    const { return_id } = await until(async () => {
      const withdrawal = await withdrawalOf(store, declaration.id)
      return withdrawal.return_id ? withdrawal : null
    })
    const { return: opened } = await store.shop.admin(`/returns/${return_id}?fields=*items`)
    expect(opened.items.map(({ quantity }: Answer) => quantity)).toEqual([2])
  })

  it("a fulfilment that is cancelled again is no sending", async () => {
    const order = await ordered(store)
    const { fulfillment } = await pack(store, order, [["THE-60", 2]])
    const { id } = await matched(store, order)
    await cancelOrderFulfillmentWorkflow(store.container).run({
      input: { order_id: order.id, fulfillment_id: fulfillment },
    })
    await runJobs(store)
    expect(await withdrawalOf(store, id)).toMatchObject({ hold: "held", flags: [] })
  })

  function units({ lines }: Answer): number {
    return lines.reduce((sum: number, { quantity }: Answer) => sum + quantity, 0)
  }

  function refundClock({ deadlines }: Answer): Answer {
    return deadlines.find(({ kind }: Answer) => kind === "refund")
  }

  async function objectionCode(reference = ""): Promise<string> {
    const letter = await store.mailbox.waitFor(
      ({ subject, html }) => subject.includes("retenue avant") && (html ?? "").includes(`opposition#${reference}`),
    )
    return /opposition#[^.]+\.([2-9A-Z-]+)"/.exec(letter.html ?? "")?.[1] as string
  }

  async function holds(id: string, act: "hold" | "lift", ground: string): Promise<void> {
    await store.shop.admin(`/hamon/withdrawals/${id}/hold`, { act, ground })
  }

  async function bells(id: string, flag: string): Promise<number> {
    const { rows } = (await store.sql(`SELECT 1 FROM notification WHERE idempotency_key = 'hamon-${flag}-${id}'`)) as {
      rows: unknown[]
    }
    return rows.length
  }
})
