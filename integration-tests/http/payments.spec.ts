import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { inspect } from "node:util"
import { buy, capture, fillCart, type Means, pay } from "../../scripts/shop/checkout"
import type { Answer } from "../../scripts/shop/client"
import { paymentOf } from "../support/edges"
import { declared, runJobs, today, until, withdrawalOf } from "../support/scenes"
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

/** Only sums paid are owed (L221-24): of a payment that was never taken nothing is, of one taken in part what it holds. */
const EXPECTED: Readonly<Record<State, Expected>> = {
  authorised: { captured: 0, before: 0, line: 0, rest: 0 },
  captured: { captured: TOTAL, before: 0, line: LINE, rest: REST },
  "partly captured": { captured: 5000, before: 0, line: LINE, rest: 5000 - LINE },
  "partly refunded": { captured: TOTAL, before: 1000, line: LINE, rest: REST - 1000 },
  disputed: { captured: TOTAL, before: 0, line: /disputes this payment/, rest: /disputes this payment/ },
  expired: { captured: 0, before: 0, line: 0, rest: 0 },
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

    // PayPal refunds a disputed payment, which ends the dispute; Stripe refuses to.
    it.each(CELLS.filter(({ provider, state }) => state !== "disputed" || provider === "paypal"))(
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

    it("stripe, disputed: core cancels the order although its refund was refused, and staff are told until it is mended", async () => {
      const { order } = await orderIn(store, "stripe", "disputed")
      await store.shop.admin(`/orders/${order.id}/cancel`, {})
      await runJobs(store)
      expect(store.edges.stripe.ledger.refunded(await paymentOf(store.shop, order.id))).toBe(0)
      const { sweeps } = await store.shop.admin("/hamon/sweeps")
      const { last_error } = sweeps.find(({ id }: Answer) => id === "canceled-payments")
      expect(last_error).toMatch(/it is cancelled, but the provider has given back 0\.00 of 100\.20/)
    })

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
          trouble: { code: "came_back", facts: { refund: line.provider_refund_id } },
        })
        expect(back.status).toBe("matched")
        expect(back.deadlines.find(({ kind }: Answer) => kind === "refund")).toMatchObject({
          state: "running",
          met_on: null,
        })

        const paid = { means: "transfer", on: today(), proof: "virement SEPA 4711" }
        await expect(store.shop.admin(`/hamon/refunds/${line.id}/retry`, {})).rejects.toMatchObject({ status: 400 })
        await expect(store.shop.admin(`/hamon/refunds/${line.id}/paid`, paid)).rejects.toMatchObject({
          status: 400,
          answer: expect.stringMatching(/consent/),
        })
        await store.shop.admin(`/hamon/refunds/${line.id}/paid`, { ...paid, consent: "e-mail du client du 22/11/2026" })
        const closed = await withdrawalOf(store, id)
        expect(closed.status).toBe("refunded")
        expect(closed.refunds[0]).toMatchObject({ last_error: null, trouble: null })
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
        for (const seed of [1, 2]) {
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
        const doubtful = await settled(store, id, "unknown")
        expect(doubtful.trouble).toMatchObject({ code: "outcome_being_read", words: expect.any(String) })
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
        expect(line.trouble).toMatchObject({ code: "provider_refused", words: expect.stringMatching(/\w+ \w+/) })
        expect(line.last_error).toContain(line.trouble.words)
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

    it.each(["stripe", "paypal"] as const)(
      "%s: once the order is placed, nobody makes the merchant lose its payment by choosing another one",
      async (provider) => {
        const { order } = await orderIn(store, provider, "authorised")
        const { payment_collection_id: collection } = (await paymentsOf(store, order.id))[0]
        const again = store.shop.store(`/payment-collections/${collection}/payment-sessions`, {
          provider_id: store.edges.means[provider].providerId,
        })
        await expect(again).rejects.toMatchObject({ status: 400, answer: expect.stringMatching(/order is placed/) })
        await capture(store.shop, order.id)
        await agree(store, provider, order.id, { captured: TOTAL, refunded: 0 })
      },
    )

    it("a payment that another program made in the name of an order's session is no payment of the order", async () => {
      const { order } = await orderIn(store, "stripe", "captured")
      const intent = store.edges.stripe.state.intent(await paymentOf(store.shop, order.id))
      const foreign = await atStripe(store, "/v1/payment_intents", {
        amount: "500",
        currency: "eur",
        "payment_method_types[0]": "card",
        "metadata[session_id]": intent.metadata.session_id,
      })
      store.edges.stripe.confirm(foreign.id)
      store.edges.stripe.openDispute(foreign.id)
      await store.edges.stripe.webhooks.settled()
      await runJobs(store)
      expect((await pictureOf(store, order.id)).disputes).toEqual([])
      const events = await store.service.listProviderEvents({ payment_reference: foreign.id })
      expect(events.length).toBeGreaterThan(0)
      expect(new Set(events.map(({ state }) => state))).toEqual(new Set(["unmatched"]))
    })

    it.each(["stripe", "paypal"] as const)(
      "%s: what was refunded on the provider's pages before the approval is not refunded again, and staff may send what is still owed",
      async (provider) => {
        const { order, email } = await orderIn(store, provider, "captured")
        const reference = await paymentOf(store.shop, order.id)
        const id = await withdraw(store, order, email, ["THE-60", 1])
        await refundOnItsPages(store, provider, reference, LINE)
        await act(store, id, /refunded this payment at the provider since the withdrawal/)
        const { ledger } = store.edges[provider]
        expect(ledger.refunded(reference)).toBe(LINE)

        // The provider's instants are whole seconds: who looks in the same one looks again.
        const [{ id: line }] = (await withdrawalOf(store, id)).refunds
        await until(async () => {
          await store.shop.admin(`/hamon/refunds/${line}/retry`, {}).catch(() => undefined)
          await runJobs(store)
          return ledger.refunded(reference) === 2 * LINE
        })
      },
    )

    it("a refund that staff recorded as paid by the provider and that the bank sends back is not paid", async () => {
      const { order, email } = await orderIn(store, "stripe", "captured")
      const id = await withdraw(store, order, email, ["THE-60", 1])
      const line = await paidWithoutAnswer(store, id)
      await store.shop.admin(`/hamon/refunds/${line.id}/paid`, { means: "provider", on: today(), proof: "re_1" })
      expect((await withdrawalOf(store, id)).status).toBe("refunded")
      const { state } = store.edges.stripe
      const reference = await paymentOf(store.shop, order.id)
      const made = [...state.refunds.values()].find((one) => one.payment_intent === reference)
      store.edges.stripe.settleRefund(String(made?.id), "failed")
      await store.edges.stripe.webhooks.settled()
      await runJobs(store)
      expect(await withdrawalOf(store, id)).toMatchObject({
        status: "matched",
        refunds: [{ state: "failed", last_error: expect.stringMatching(/another means/) }],
      })
    })

    it("another means is not recorded for a refund that the provider's books show as paid", async () => {
      const { order, email } = await orderIn(store, "stripe", "captured")
      const id = await withdraw(store, order, email, ["THE-60", 1])
      const line = await paidWithoutAnswer(store, id)
      const paid = { means: "transfer", on: today(), proof: "virement 4712", consent: "e-mail du client" }
      await expect(store.shop.admin(`/hamon/refunds/${line.id}/paid`, paid)).rejects.toMatchObject({
        status: 400,
        answer: expect.stringMatching(/the provider has paid this refund/),
      })
      await store.sql("UPDATE hamon_refund SET next_attempt_at = now(), locked_until = NULL WHERE state = 'unknown'")
      await runJobs(store)
      await settled(store, id, "booked")
      expect(store.edges.stripe.ledger.refunded(await paymentOf(store.shop, order.id))).toBe(LINE)
    })

    it("of a refund in parts that came back in part, staff are told what is missing, not the whole", async () => {
      const { order, email } = await orderIn(store, "paypal", "authorised")
      const [{ id: payment, data }] = await paymentsOf(store, order.id)
      for (const amount of [30, 30, 40.2]) await store.shop.admin(`/payments/${payment}/capture`, { amount })
      const id = await withdraw(store, order, email, ["THE-60", 1])
      await act(store, id, LINE)
      const books = await store.service
        .getOptions()
        .gateways.find(({ name }) => name === "paypal")
        ?.readPayment(data.id)
      const last = books?.refunds.find(({ amount }) => amount === "12.40")
      settleRefund(store, "paypal", String(last?.id))
      await store.edges.paypal.webhooks.settled()
      await runJobs(store)
      const [line] = (await withdrawalOf(store, id)).refunds
      expect(line).toMatchObject({
        state: "failed",
        last_error: expect.stringMatching(/the customer has 30\.00 EUR, 12\.40 EUR is back with you/),
      })
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

/** Another program with the shop's key. */
async function atStripe({ edges }: TestStore, path: string, params: Record<string, string>): Promise<Answer> {
  const { url, apiKey } = edges.stripe
  const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/x-www-form-urlencoded" }
  return (await fetch(url + path, { method: "POST", headers, body: new URLSearchParams(params) })).json()
}

async function refundOnItsPages(
  store: TestStore,
  provider: "stripe" | "paypal",
  reference: string,
  cents: number,
): Promise<void> {
  if (provider === "paypal") store.edges.paypal.refundInDashboard(reference, cents)
  else await atStripe(store, "/v1/refunds", { payment_intent: reference, amount: String(cents) })
}

/** Stripe pays and answers with faults, until Medusa gives up asking. @returns the line, of which nobody knows */
async function paidWithoutAnswer(store: TestStore, id: string): Promise<Answer> {
  const { faults } = store.edges.stripe.server
  faults.plan("POST", /^\/v1\/refunds$/, { kind: "status", status: 500, when: "after" }, Infinity)
  await approve(store, id)
  const line = await settled(store, id, "unknown")
  faults.clear()
  return line
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
    if (refusal) return expect(refusal).toMatch(expected)
    const { last_error, trouble } = await settled(store, id, "failed")
    expect(last_error).toMatch(expected)
    // Staff read it in their own language: by its code, with the facts that the provider named.
    const facts = { open_dispute: "dispute", refunded_at_provider_since: "refund" }
    expect(Object.keys(facts)).toContain(trouble.code)
    return expect(trouble.facts).toMatchObject({ [facts[trouble.code as keyof typeof facts]]: expect.any(String) })
  }
  expect(refusal).toBeNull()
  await settled(store, id, "booked")
}

async function settled(store: TestStore, id: string, state: string): Promise<Answer> {
  return until(async () => {
    const { refunds } = await withdrawalOf(store, id)
    const [{ payment_provider_id: provider = null, provider_status: status = null, amount = "" } = {}] = refunds
    const arrived = provider === "pp_system_default" || status || Number(amount) === 0
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
