import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { inspect } from "node:util"
import { buy, capture, fillCart, type Means, pay } from "../../scripts/shop/checkout"
import type { Answer } from "../../scripts/shop/client"
import { paymentOf } from "../support/edges"
import { declared, runJobs, until, withdrawalOf } from "../support/scenes"
import { storeSuite, type TestStore } from "../support/store"

/** Two teapots at 39.90, a bowl at 14.50, and 5.90 of delivery; one teapot with its share of the delivery is 42.40. */
const TOTAL = 10020
const LINE = 4240
const REST = 5780

type ProviderName = "manual" | "stripe" | "paypal"
type State = "authorised" | "captured" | "partly captured" | "partly refunded" | "disputed" | "expired"

/** What each act leaves at the provider, in cents; a refusal is the sentence that staff read. */
type Expected = {
  readonly captured: number
  /** Refunded before anything is withdrawn. */
  readonly before: number
  readonly line: number | RegExp
  readonly rest: number | RegExp
}

const NOTHING_HELD = /cannot be refunded through Medusa: the payments hold no more/

const EXPECTED: Readonly<Record<State, Expected>> = {
  authorised: { captured: 0, before: 0, line: NOTHING_HELD, rest: NOTHING_HELD },
  captured: { captured: TOTAL, before: 0, line: LINE, rest: REST },
  "partly captured": { captured: 5000, before: 0, line: LINE, rest: NOTHING_HELD },
  "partly refunded": { captured: TOTAL, before: 1000, line: LINE, rest: NOTHING_HELD },
  disputed: { captured: TOTAL, before: 0, line: /disputes this payment/, rest: /disputes this payment/ },
  expired: { captured: 0, before: 0, line: NOTHING_HELD, rest: NOTHING_HELD },
}

/** The manual provider has no books: nobody disputes there, and nothing expires. */
const CELLS = (["manual", "stripe", "paypal"] as const).flatMap((provider) =>
  (Object.keys(EXPECTED) as State[])
    .filter((state) => provider !== "manual" || (state !== "disputed" && state !== "expired"))
    .map((state) => ({ provider, state })),
)

storeSuite(
  "payments at providers",
  (store) => {
    it.each(CELLS)(
      "$provider, $state: refund of a line, the same twice, and the rest agree to the cent at provider, Medusa and ledger (L221-24)",
      async ({ provider, state }) => {
        const expected = EXPECTED[state]
        const { order, email } = await orderIn(store, provider, state)
        await agree(store, provider, order.id, { captured: expected.captured, refunded: expected.before })

        const line = await withdraw(store, order, email, ["THE-60", 1])
        await act(store, line, expected.line)
        const paid = expected.before + cents(expected.line)
        await agree(store, provider, order.id, { captured: expected.captured, refunded: paid })

        await Promise.all([approve(store, line), approve(store, line)].map((asked) => asked.catch(() => undefined)))
        await Promise.all([runJobs(store), runJobs(store)])
        await agree(store, provider, order.id, { captured: expected.captured, refunded: paid })

        const rest = await withdraw(store, order, email, ["THE-60", 1], ["BOL-35", 1])
        await act(store, rest, expected.rest)
        const all = paid + cents(expected.rest)
        await agree(store, provider, order.id, { captured: expected.captured, refunded: all })
      },
    )

    it.each(CELLS.filter(({ state }) => ["authorised", "captured", "partly captured", "expired"].includes(state)))(
      "$provider, $state: a cancelled order voids what was held and gives back what was taken",
      async ({ provider, state }) => {
        const { order, email } = await orderIn(store, provider, state)
        const { captured } = EXPECTED[state]
        const id = captured === 0 ? await withdraw(store, order, email, ["THE-60", 1]) : null
        await store.shop.admin(`/orders/${order.id}/cancel`, {})
        await runJobs(store)
        // No sum was paid: none is owed, and no clock says that it is late (L221-24).
        if (id) await until(async () => ((await refundClock(store, id)) === "canceled" ? true : null))
        if (provider === "manual") return
        const reference = await paymentOf(store.shop, order.id)
        const { ledger } = store.edges[provider]
        expect(ledger.refunded(reference)).toBe(captured)
        expect(ledger.sum("authorized", reference) - ledger.sum("captured", reference)).toBe(
          ledger.sum("voided", reference),
        )
      },
    )

    it.each(["manual", "stripe", "paypal"] as const)(
      "%s: a payment that is left before it is made takes nothing, and the cart stays",
      async (provider) => {
        const { cartId } = await cartOf(store)
        const means = meansOf(store, provider)
        const session = await pay(store.shop, cartId, { ...means, approve: async () => undefined })
        await store.shop.store(`/hamon/carts/${cartId}/cancel-payment`, {})
        const { cart } = await store.shop.store(
          `/carts/${cartId}?fields=id,*items,*payment_collection.payment_sessions`,
        )
        expect(cart.items).toHaveLength(1)
        expect(cart.payment_collection.payment_sessions).toEqual([])
        if (provider !== "manual") {
          const { ledger } = store.edges[provider]
          expect(ledger.movements.filter(({ payment }) => payment === session.data.id)).toEqual([])
        }
      },
    )

    it.each(["stripe", "paypal"] as const)(
      "%s: an expired authorisation cannot be captured, and the answer says what to do",
      async (provider) => {
        const { order } = await orderIn(store, provider, "expired")
        await expect(capture(store.shop, order.id)).rejects.toMatchObject({
          answer: expect.stringMatching(/expired|no longer holds/),
        })
        await agree(store, provider, order.id, { captured: 0, refunded: 0 })
      },
    )

    it.each(["stripe", "paypal"] as const)(
      "%s: a refund that the bank sends back is not paid: the clock runs again, and another means needs the customer's consent (L221-24)",
      async (provider) => {
        const { order, email } = await orderIn(store, provider, "captured")
        const id = await withdraw(store, order, email, ["THE-60", 1])
        await act(store, id, LINE)
        const [line] = (await withdrawalOf(store, id)).refunds
        settleRefund(store, provider, line.provider_refund_id)
        const back = await until(async () => {
          const withdrawal = await withdrawalOf(store, id)
          return withdrawal.refunds[0].state === "failed" ? withdrawal : null
        })
        expect(back.refunds[0]).toMatchObject({
          provider_status: "failed",
          last_error: expect.stringMatching(/another means/),
        })
        expect(back.status).toBe("matched")
        expect(back.deadlines.find(({ kind }: Answer) => kind === "refund")).toMatchObject({
          state: "running",
          met_on: null,
        })

        const paid = { means: "transfer", on: "2026-11-22", proof: "virement SEPA 4711" }
        await expect(store.shop.admin(`/hamon/refunds/${line.id}/retry`, {})).rejects.toMatchObject({ status: 400 })
        await expect(store.shop.admin(`/hamon/refunds/${line.id}/paid`, paid)).rejects.toMatchObject({
          status: 400,
          answer: expect.stringMatching(/consent/),
        })
        await store.shop.admin(`/hamon/refunds/${line.id}/paid`, { ...paid, consent: "e-mail du client du 22/11/2026" })
        const closed = await withdrawalOf(store, id)
        expect(closed.status).toBe("refunded")
        expect(closed.deadlines.find(({ kind }: Answer) => kind === "refund").state).toBe("met")
        await runJobs(store)
        expect(store.edges[provider].ledger.refunded(await paymentOf(store.shop, order.id))).toBe(0)
      },
    )

    it.each(["stripe", "paypal"] as const)(
      "%s: events in any order, twice, cut off, altered or never delivered end the same, and a dispute opens a case for staff",
      async (provider) => {
        const { webhooks } = store.edges[provider]
        webhooks.held = true
        webhooks.events.length = 0
        const { order, email } = await orderIn(store, provider, "captured")
        const id = await withdraw(store, order, email, ["THE-60", 1])
        await act(store, id, LINE)
        dispute(store, provider, await paymentOf(store.shop, order.id))
        const events = [...webhooks.events]
        expect(events.length).toBeGreaterThan(2)

        // Nobody's word but the provider's is stored.
        for (const mangle of [half, altered, () => "", () => "null", () => "[]"]) {
          const [, ours] = await webhooks.tell(events[0], mangle)
          expect(ours).toBe(400)
        }
        expect(await stored(store)).toBe(0)

        const ends: unknown[] = []
        for (const seed of [1, 2, 3, 4]) {
          await forgetWhatWasTold(store)
          await Promise.all(shuffled([...events, ...events], seed).map((event) => webhooks.tell(event)))
          await webhooks.tell(events[seed % events.length], half)
          await runJobs(store)
          ends.push(await end(store, order.id))
        }
        // Never delivered: the provider is asked, and what it kept is found.
        await forgetWhatWasTold(store)
        await runJobs(store)
        expect(await stored(store)).toBeGreaterThan(0)
        ends.push(await end(store, order.id))

        expect(ends[0]).toMatchObject({
          disputes: [{ status: "open" }],
          refunds: [{ state: "booked", amount: "42.40", provider_status: "succeeded" }],
        })
        ends.forEach((one) => expect(one).toEqual(ends[0]))
        const { notifications } = await store.shop.admin("/notifications?channel=feed")
        expect(notifications.filter(({ data }: Answer) => /dispute/.test(data.title)).length).toBeGreaterThan(0)
        webhooks.held = false
      },
    )

    it.each(["stripe", "paypal"] as const)(
      "%s: its secrets are in no log, no answer and no row of ours, whatever fails",
      async (provider) => {
        const log: string[] = []
        for (const stream of [process.stdout, process.stderr]) {
          jest.spyOn(stream, "write").mockImplementation((said) => log.push(String(said)) > 0)
        }
        const logger = store.container.resolve(ContainerRegistrationKeys.LOGGER)
        for (const level of ["info", "warn", "error", "debug"] as const) {
          jest.spyOn(logger, level).mockImplementation((...said: unknown[]) => void log.push(inspect(said)))
        }
        const { server } = store.edges[provider]
        const { order, email } = await orderIn(store, provider, "captured")
        const id = await withdraw(store, order, email, ["THE-60", 1])
        server.faults.plan("POST", /refund/, { kind: "status", status: 500, when: "before" }, Infinity)
        await approve(store, id)
        await settled(store, id, "unknown")
        server.faults.clear()
        server.faults.plan("GET", /./, { kind: "status", status: 401, when: "before" }, Infinity)
        await runJobs(store)
        const answers = await Promise.all([
          store.shop.admin(`/hamon/orders/${order.id}`),
          store.shop.admin(`/hamon/orders/${order.id}/payments`),
          store.shop.admin("/hamon/sweeps"),
          ...["stripe", "paypal"].map((name) => hook(store, name, "{}")),
        ])
        server.faults.clear()
        jest.restoreAllMocks()
        const said = [...log, JSON.stringify(answers)].join("\n")
        const { stripe, paypal, env } = store.edges
        const secrets = [stripe.apiKey, paypal.clientSecret, ...(env.STRIPE_WEBHOOK_SECRET as string).split(",")]
        secrets.forEach((secret) => expect(said.includes(secret)).toBe(false))
        expect(answers[1].payments).toMatchObject([{ agree: null, error: expect.any(String) }])
        // And once the provider answers again, the line that was in doubt is paid, once.
        await store.sql("UPDATE hamon_refund SET next_attempt_at = now() WHERE next_attempt_at IS NOT NULL")
        await runJobs(store)
        await settled(store, id, "booked")
        await agree(store, provider, order.id, { captured: TOTAL, refunded: LINE })
      },
    )

    it.each(["stripe", "paypal"] as const)(
      "%s: a refusal is for staff at once, and is sent again when they say so",
      async (provider) => {
        const { server } = store.edges[provider]
        const { order, email } = await orderIn(store, provider, "captured")
        const id = await withdraw(store, order, email, ["THE-60", 1])
        server.faults.plan("POST", /refund/, { kind: "status", status: 403, when: "before" }, Infinity)
        await approve(store, id)
        const line = await settled(store, id, "failed")
        expect(line.last_error).toMatch(/\w+ \w+/)
        const asked = server.calls.length
        await runJobs(store)
        expect(
          server.calls.slice(asked).filter(({ path, method }) => method === "POST" && /refund/.test(path)),
        ).toEqual([])
        server.faults.clear()
        await store.shop.admin(`/hamon/refunds/${line.id}/retry`, {})
        await settled(store, id, "booked")
        await agree(store, provider, order.id, { captured: TOTAL, refunded: LINE })
      },
    )

    it("a webhook without a signature, of an unknown provider, or of no provider at all is a sentence", async () => {
      for (const name of ["stripe", "paypal"]) {
        for (const body of ["{}", "", "[1,2]", "x=1", "{", JSON.stringify({ id: "evt_1", type: "refund.updated" })]) {
          expect(await hook(store, name, body)).toMatchObject({ status: 400 })
        }
      }
      expect(await hook(store, "elsewhere", "{}")).toMatchObject({
        status: 404,
        text: expect.stringContaining("stripe, paypal"),
      })
      expect(await stored(store)).toBe(0)
    })

    it("the order's number is written on the payment at Stripe, the withdrawal's on the refund", async () => {
      const { order, email } = await orderIn(store, "stripe", "captured")
      const id = await withdraw(store, order, email, ["THE-60", 1])
      await act(store, id, LINE)
      await runJobs(store)
      const { reference } = await withdrawalOf(store, id)
      const { state } = store.edges.stripe
      const intent = state.intent(await paymentOf(store.shop, order.id))
      expect(intent.metadata).toMatchObject({ order_id: order.id, display_id: String(order.display_id) })
      const [refund] = [...state.refunds.values()].filter((one) => one.payment_intent === intent.id)
      expect(refund.metadata).toMatchObject({
        hamon_order: String(order.display_id),
        hamon_withdrawal: reference,
      })
    })
  },
  { payments: true },
)

let customers = 0

/** An order paid with a provider, brought into a state. */
async function orderIn(store: TestStore, provider: ProviderName, state: State) {
  const email = `customer${++customers}@client.example`
  const order = await buy(store.shop, store.seeded, {
    ...purchase(store, email),
    means: meansOf(store, provider),
  })
  const [payment] = await paymentsOf(store, order.id)
  if (state === "partly captured") await store.shop.admin(`/payments/${payment.id}/capture`, { amount: 50 })
  else if (state !== "authorised" && state !== "expired") await capture(store.shop, order.id)
  if (state === "partly refunded") await store.shop.admin(`/payments/${payment.id}/refund`, { amount: 10 })
  if (provider !== "manual" && state === "disputed") dispute(store, provider, payment.data.id)
  if (provider === "stripe" && state === "expired") store.edges.stripe.expire(payment.data.id)
  if (provider === "paypal" && state === "expired") store.edges.paypal.expire(payment.data.id)
  return { order, email }
}

function purchase(store: TestStore, email: string) {
  const { teapot, bowl } = store.seeded.products
  return {
    email,
    name: { first: "Claire", last: "Martin" },
    units: [
      { variantId: teapot.variantId, quantity: 2 },
      { variantId: bowl.variantId, quantity: 1 },
    ],
  }
}

function cartOf(store: TestStore) {
  const { teapot } = store.seeded.products
  return fillCart(store.shop, store.seeded, {
    ...purchase(store, "undecided@client.example"),
    units: [{ variantId: teapot.variantId, quantity: 1 }],
  })
}

function meansOf(store: TestStore, provider: ProviderName): Means {
  const manual = { providerId: "pp_system_default", approve: async () => undefined }
  return provider === "manual" ? manual : store.edges.means[provider]
}

function dispute(store: TestStore, provider: "stripe" | "paypal", reference: string): void {
  if (provider === "stripe") store.edges.stripe.openDispute(reference)
  else store.edges.paypal.openDispute(reference)
}

function settleRefund(store: TestStore, provider: "stripe" | "paypal", refund: string): void {
  if (provider === "stripe") store.edges.stripe.settleRefund(refund, "failed")
  else store.edges.paypal.settleRefund(refund, "FAILED")
}

async function withdraw(store: TestStore, order: Answer, email: string, ...articles: [string, number][]) {
  const { id } = await declared(store, order, { email, articles })
  await until(async () => ((await withdrawalOf(store, id)).status === "matched" ? true : null))
  return id
}

async function refundClock(store: TestStore, id: string): Promise<string> {
  return (await withdrawalOf(store, id)).deadlines.find(({ kind }: Answer) => kind === "refund").state
}

function approve(store: TestStore, id: string): Promise<Answer> {
  return store.shop.admin(`/hamon/withdrawals/${id}/refund`, {})
}

/** Staff approve; it is paid, or a sentence says why not: at once, or when the provider's books were read. */
async function act(store: TestStore, id: string, expected: number | RegExp): Promise<void> {
  const refusal = await approve(store, id).then(
    () => null,
    ({ answer }: { answer: string }) => answer,
  )
  if (expected instanceof RegExp) {
    const sentence = refusal ?? (await settled(store, id, "failed")).last_error
    return expect(sentence).toMatch(expected)
  }
  expect(refusal).toBeNull()
  await settled(store, id, "booked")
}

async function settled(store: TestStore, id: string, state: string): Promise<Answer> {
  return until(async () => {
    const { refunds } = await withdrawalOf(store, id)
    const arrived = refunds[0]?.payment_provider_id === "pp_system_default" || refunds[0]?.provider_status
    return refunds[0]?.state === state && (state !== "booked" || arrived) ? refunds[0] : null
  })
}

/** The provider's ledger, Medusa's payments and ours, in cents; and the comparison that staff see. */
async function agree(
  store: TestStore,
  provider: ProviderName,
  orderId: string,
  sums: { captured: number; refunded: number },
): Promise<void> {
  const [payment] = await paymentsOf(store, orderId)
  expect({ captured: total(payment.captures), refunded: total(payment.refunds) }).toEqual(sums)
  const { withdrawals } = await pictureOf(store, orderId)
  const lines = withdrawals.flatMap(({ refunds }: Answer) => refunds)
  const booked = lines.filter(({ state }: Answer) => state === "booked")
  const ours = payment.refunds.filter(({ metadata }: Answer) => metadata?.hamon_refund)
  expect(total(booked)).toBe(total(ours))
  if (provider === "manual") return
  const { ledger } = store.edges[provider]
  const reference = payment.data.id
  expect({ captured: ledger.sum("captured", reference), refunded: ledger.refunded(reference) }).toEqual(sums)
  const { payments } = await store.shop.admin(`/hamon/orders/${orderId}/payments`)
  expect(payments).toMatchObject([{ agree: true, error: null }])
}

async function paymentsOf({ shop }: TestStore, orderId: string): Promise<Answer[]> {
  const fields =
    "*payment_collections.payments,*payment_collections.payments.captures,*payment_collections.payments.refunds"
  const { order } = await shop.admin(`/orders/${orderId}?fields=${fields}`)
  return order.payment_collections.flatMap(({ payments }: Answer) => payments)
}

/** The case of an order; it is opened a moment after the order. */
function pictureOf({ shop }: TestStore, orderId: string): Promise<Answer> {
  return until(async () => {
    const answer: Answer = await shop.admin(`/hamon/orders/${orderId}`).catch(() => null)
    return answer?.hamon_order
  })
}

/** As if nothing had been told yet, and nothing read. */
async function forgetWhatWasTold(store: TestStore): Promise<void> {
  await store.sql("DELETE FROM hamon_provider_event")
  await store.sql("DELETE FROM hamon_dispute")
  await store.sql("DELETE FROM hamon_sweep_heartbeat WHERE id = 'ask-providers'")
  await store.sql("UPDATE hamon_refund SET provider_status = NULL, provider_refund_id = NULL")
}

async function hook({ shop }: TestStore, name: string, body: string) {
  const headers = { "content-type": "application/json" }
  const answer = await fetch(`${shop.url}/hooks/hamon/${name}`, { method: "POST", headers, body })
  return { status: answer.status, text: await answer.text() }
}

/** What is known in the end, without the names of our own rows. */
async function end(store: TestStore, orderId: string): Promise<unknown> {
  const { disputes, withdrawals } = await pictureOf(store, orderId)
  return {
    disputes: disputes.map(({ provider_dispute_id, amount, status, respond_by }: Answer) => ({
      provider_dispute_id,
      amount,
      status,
      respond_by,
    })),
    refunds: withdrawals[0].refunds.map(({ state, amount, provider_status, provider_refund_id }: Answer) => ({
      state,
      amount,
      provider_status,
      provider_refund_id,
    })),
  }
}

/** The same for the same seed: a failure can be seen again. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed * 2_654_435_761
  const next = () => (state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296)
  return list
    .map((one) => ({ one, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

function half(body: string): string {
  return body.slice(0, body.length / 2)
}

/** Still an event, with another amount than the one that was signed. */
function altered(body: string): string {
  return body.replace(/(\d)(\d)/, "$2$1").concat(" ")
}

async function stored({ service }: TestStore): Promise<number> {
  const [, count] = await service.listAndCountProviderEvents({})
  return count
}

function total(rows: readonly { amount: number | string }[]): number {
  return rows.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0)
}

function cents(expected: number | RegExp): number {
  return typeof expected === "number" ? expected : 0
}
