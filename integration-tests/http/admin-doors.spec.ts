import type { Answer } from "../../scripts/shop/client"
import { declared, delivered, goodsBack, runJobs, today, until, withdrawalOf } from "../support/scenes"
import { storeSuite } from "../support/store"

/** What no column of PostgreSQL keeps, and half of a character. */
const UNKEPT = ["Suivi\u0000LA1 de La Poste", "Suivi \ud800 de La Poste"]
const LONG = "x".repeat(501)
const TOMORROW = new Date(Date.now() + 36 * 60 * 60 * 1000).toISOString().slice(0, 10)

storeSuite("admin doors refuse what is wrong with a sentence", (store) => {
  it("L221-28: a decision names its line and says why", async () => {
    const { id } = await declared(store, await delivered(store))
    await until(async () => (await withdrawalOf(store, id)).status === "matched")
    const ground = "L'article est fait sur mesure."
    const one = { line_id: "hamwl_none", decision: "declined", ground, exception: 3 }
    const other = { ...one, exception: null }
    await refuses(`/hamon/withdrawals/${id}/decisions`, [
      [{}, /decisions/],
      [{ decisions: [] }, /decisions/],
      [{ decisions: "all" }, /decisions/],
      [{ decisions: [{ ...one, decision: "maybe" }] }, /decision/],
      [{ decisions: [{ ...one, ground: "non" }] }, /say why, in ten characters or more/],
      [{ decisions: [{ ...one, ground: "x".repeat(2001) }] }, /ground/],
      ...UNKEPT.map((text): Wrong => [{ decisions: [{ ...one, ground: text }] }, /cannot be kept/]),
      [{ decisions: [{ ...one, by: "me" }] }, /by/],
      [{ decisions: [other] }, /say on what the refusal rests.*L221-28 \(1 to 13\).*withdrawn_before, no_right/],
      [{ decisions: [{ ...other, exception: 14 }] }, /exception/],
      [{ decisions: [{ ...other, basis: "late" }] }, /basis/],
      [{ decisions: [{ ...one, basis: "no_right" }] }, /say on what the refusal rests/],
      [{ decisions: [{ ...other, basis: "no_right" }] }, /nothing is to be decided on hamwl_none/],
      [{ decisions: [one] }, /nothing is to be decided on hamwl_none/],
    ])
    await unknown("/hamon/withdrawals/ID/decisions", { decisions: [one] }, /no withdrawal/)
  })

  it("L221-24: a proof of dispatch has a day that can be, and words", async () => {
    const { id } = await declared(store, await delivered(store))
    await until(async () => (await withdrawalOf(store, id)).status === "matched")
    const proof = "LaPoste 6A00001"
    await refuses(`/hamon/withdrawals/${id}/proof-of-dispatch`, [
      [{}, /on/],
      [{ on: today() }, /proof/],
      [{ on: today(), proof: "  " }, /proof/],
      [{ on: today(), proof: LONG }, /proof/],
      ...UNKEPT.map((text): Wrong => [{ on: today(), proof: text }, /cannot be kept/]),
      [{ on: "2026-02-30", proof }, /give a day such as/],
      [{ on: "22/11/2026", proof }, /give a day such as/],
      [{ on: TOMORROW, proof }, /give a day from .+ to .+, today/],
      [{ on: "2001-01-01", proof }, /give a day from 2014-06-14 on/],
      [{ on: "2015-01-01", proof }, /the day of the order/],
    ])
    expect(await withdrawalOf(store, id)).toMatchObject({ proof_of_dispatch_on: null })
    await unknown("/hamon/withdrawals/ID/proof-of-dispatch", { on: today(), proof }, /no withdrawal/)

    const unmatched = await declared(store, { display_id: 99999 })
    await refuses(`/hamon/withdrawals/${unmatched.id}/proof-of-dispatch`, [
      [{ on: TOMORROW, proof }, /give a day from 2014-06-14 to .+, today/],
    ])
  })

  it("only a letter that failed is sent again", async () => {
    const order = await delivered(store)
    const { hamon_order } = await store.shop.admin(`/hamon/orders/${order.id}`)
    await refuses(`/hamon/letters/${hamon_order.letters[0].id}/resend`, [[{}, /only a letter that failed/]])
    await unknown("/hamon/letters/ID/resend", {}, /no letter/)
  })

  it("L221-24: a refund is recorded as paid with means, day and proof, and another means with the customer's consent", async () => {
    const { id, line, paid } = await unknownRefund()
    const by = { means: "transfer", on: today(), proof: "SEPA 1042", consent: "Par e-mail du 21 novembre" }
    await refuses(paid, [
      [{}, /means/],
      [{ ...by, means: "cash" }, /means/],
      [{ ...by, proof: " " }, /proof/],
      [{ ...by, proof: LONG }, /proof/],
      ...UNKEPT.map((text): Wrong => [{ ...by, proof: text }, /cannot be kept/]),
      ...UNKEPT.map((text): Wrong => [{ ...by, consent: text }, /cannot be kept/]),
      [{ ...by, consent: " " }, /consent/],
      [{ ...by, consent: undefined }, /express consent \(L221-24\)/],
      [{ ...by, means: "other", consent: undefined }, /express consent \(L221-24\)/],
      [{ ...by, on: "2026-13-01" }, /give a day such as/],
      [{ ...by, on: TOMORROW }, /give a day from .+ to .+, today/],
      [{ ...by, on: "2001-01-01" }, /give a day from 2014-06-14 on/],
      [{ ...by, on: "2015-01-01" }, /the day of the order/],
      [{ ...by, amount: "1.00" }, /amount/],
    ])
    expect((await withdrawalOf(store, id)).refunds).toMatchObject([{ state: "unknown", paid_otherwise: null }])
    await unknown("/hamon/refunds/ID/paid", by, /no refund/)

    const { refund } = await store.shop.admin(paid, by)
    expect(refund).toMatchObject({ id: line, state: "booked", paid_otherwise: by })
    await runJobs(store)
    const letter = await store.mailbox.waitFor(({ text }) => text?.includes("Virement bancaire") ?? false)
    expect(letter.text).not.toContain("Envoyé le")
    await refuses(paid, [[by, /only what this machine does not pay is recorded as paid/]])
  })

  it("L221-24: money that came back is not sent there again, nor what was paid", async () => {
    const { line } = await unknownRefund()
    const retry = `/hamon/refunds/${line}/retry`
    await unknown("/hamon/refunds/ID/retry", {}, /no refund/)
    for (const word of ["failed", "canceled"]) {
      await store.sql(`update hamon_refund set state = 'failed', provider_status = '${word}' where id = '${line}'`)
      await refuses(retry, [[{}, /the money came back from the customer's bank/]])
    }
    await store.sql(`update hamon_refund set state = 'booked', provider_status = null where id = '${line}'`)
    await refuses(retry, [[{}, /only a refund that failed, or whose outcome is unknown, is sent again/]])
  })

  it.each(["disputes", "withdrawals"])("the list of %s has bounds, and fixed fields", async (list) => {
    await refuses(`/hamon/${list}`, [
      ["limit=0", /limit/],
      ["limit=201", /limit/],
      ["limit=many", /limit/],
      ["limit=1.5", /limit/],
      ["offset=-1", /offset/],
      ["offset=1000001", /offset/],
      ["status=angry", /status/],
      ["status=open&status=angry", /status/],
      ["status[]=angry", /status/],
      ["order=email", /order/],
      ["fields=*", /fields of this list are fixed/],
      ["order_id=", /order_id/],
      ["order_id=%00", /cannot be kept/],
      ["amount=1", /amount/],
    ])
    const full = await store.shop.admin(`/hamon/${list}?limit=200&offset=1000000`)
    expect(full).toMatchObject({ [list]: [], count: 0, offset: 1_000_000, limit: 200 })
  })

  it("the search of withdrawals takes any words, and finds nothing with them", async () => {
    await refuses("/hamon/withdrawals", [
      ["q=%00", /cannot be kept/],
      [`q=${"x".repeat(201)}`, /q/],
    ])
    for (const q of ["%25", "_", "\\", "'; drop table hamon_withdrawal", "99999999999999999999", "#", "🫖"]) {
      expect(await store.shop.admin(`/hamon/withdrawals?q=${encodeURIComponent(q)}`)).toMatchObject({ count: 0 })
    }
  })

  it("a payment is compared with the provider's books for an order that is there", async () => {
    await expect(store.shop.admin("/hamon/orders/none/payments")).rejects.toMatchObject({
      status: 404,
      answer: expect.stringMatching(/there is no order none/),
    })
    const order = await delivered(store)
    const { payments } = await store.shop.admin(`/hamon/orders/${order.id}/payments`)
    // The manual provider has no books: nobody says that it agrees.
    expect(payments).toMatchObject([{ provider: null, agree: null, medusa: { captured: "100.20", refunded: "0.00" } }])
  })

  it("disputes come in the order in which they must be answered, by status, order and page", async () => {
    for (const [id, status, answer, closed] of [
      ["late", "open", "2026-12-09", null],
      ["lost", "lost", "2026-12-01", "2026-12-02"],
      ["unsaid", "open", null, null],
      ["soon", "open", "2026-12-05", null],
      ["won", "won", null, "2026-12-03"],
    ]) {
      await store.sql(`insert into hamon_dispute
        (id, provider, provider_dispute_id, payment_id, order_id, display_id, currency, amount, status, stage, respond_by,
         opened_at, closed_at)
        values ('${id}', 'stripe', 'dp_${id}', 'pay_1', 'order_${status}', 1, 'eur', '10.00', '${status}', 'x',
         ${literal(answer)}, '2026-11-20', ${literal(closed)})`)
    }
    expect(await disputes("")).toEqual(["soon", "late", "unsaid", "won", "lost"])
    expect(await disputes("status=open&limit=1&offset=1")).toEqual(["late"])
    expect(await disputes("status=won&status=lost")).toEqual(["won", "lost"])
    expect(await disputes("order_id=order_lost")).toEqual(["lost"])
    expect(await store.shop.admin("/hamon/disputes?status=open&limit=1")).toMatchObject({
      count: 3,
      limit: 1,
      offset: 0,
    })
  })

  it("none of them opens without a member of staff", async () => {
    const doors = ["disputes", "withdrawals", "refunds/x/paid", "refunds/x/retry", "letters/x/resend"]
    const statuses = doors.map(async (door) => {
      const method = door.includes("/") ? "POST" : "GET"
      return (await fetch(`${store.shop.url}/admin/hamon/${door}`, { method })).status
    })
    expect(await Promise.all(statuses)).toEqual(doors.map(() => 401))
  })

  type Wrong = [input: object | string, sentence: RegExp]

  /** Each input, a body or a query, is answered with 400 and a sentence for a person. */
  async function refuses(path: string, wrong: readonly Wrong[]): Promise<void> {
    for (const [input, sentence] of wrong) {
      const answer = typeof input === "string" ? await refusal(`${path}?${input}`) : await refusal(path, input)
      expect({ input, ...answer }).toEqual({ input, status: 400, sentence: expect.stringMatching(sentence) })
    }
  }

  /** Ids of nothing, and one that no column keeps: 404, and what there is none of. */
  async function unknown(path: string, body: object, sentence: RegExp): Promise<void> {
    for (const id of ["none", "' or 1=1"]) {
      const answer = await refusal(path.replace("ID", encodeURIComponent(id)), body)
      expect({ id, ...answer }).toEqual({ id, status: 404, sentence: expect.stringMatching(sentence) })
    }
    const nowhere = await refusal(path.replace("ID", "hamrf_%00"), body)
    expect(nowhere).toEqual({ status: 404, sentence: "there is nothing at this address" })
  }

  /** @throws Error where the store takes the call */
  async function refusal(path: string, body?: object): Promise<{ status: number; sentence: string }> {
    const taken = (answer: Answer) => {
      throw new Error(`${path} took ${JSON.stringify(body)} and answered ${JSON.stringify(answer)}`)
    }
    return store.shop.admin(path, body).then(taken, ({ status, answer }: { status: number; answer: string }) => ({
      status,
      sentence: (JSON.parse(answer) as { message: string }).message,
    }))
  }

  /** A line of the ledger of which nobody knows whether it was paid. */
  async function unknownRefund(): Promise<{ id: string; line: string; paid: string }> {
    const { id } = await goodsBack(store, [["THE-60", 1]])
    store.loseEvents()
    const { withdrawal } = await store.shop.admin(`/hamon/withdrawals/${id}/refund`, {})
    jest.restoreAllMocks()
    const line = withdrawal.refunds[0].id as string
    await store.sql(
      `update hamon_refund set state = 'unknown', next_attempt_at = null, payment_provider_id = 'pp_card' where id = '${line}'`,
    )
    return { id, line, paid: `/hamon/refunds/${line}/paid` }
  }

  async function disputes(query: string): Promise<string[]> {
    const { disputes: found } = await store.shop.admin(`/hamon/disputes?${query}`)
    return found.map(({ id }: Answer) => id)
  }
})

function literal(day: string | null | undefined): string {
  return day ? `'${day}'` : "null"
}
