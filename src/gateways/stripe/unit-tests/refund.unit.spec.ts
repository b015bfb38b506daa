import fc from "fast-check"
import { currency } from "../../../law"
import { closeAll, edge, refusalOf } from "./support"

afterEach(closeAll)

const references = { key: "hamref_1", order: "42", withdrawal: "RET-1" }
const refunds = /^\/v1\/refunds$/

describe("a refund is made exactly once for each key", () => {
  it("pays the amount asked for, with its references and no personal data", async () => {
    const { gateway, stripe, paid } = await edge()
    const id = await paid()
    const refund = await gateway.refund(id, references, "10.10")
    expect(refund).toMatchObject({ key: "hamref_1", amount: "10.10", status: "succeeded", reason: null })
    expect(stripe.state.refunds.get(refund.id)?.metadata).toEqual({
      hamon_refund: "hamref_1",
      hamon_order: "42",
      hamon_withdrawal: "RET-1",
    })
    expect(stripe.ledger.movements.at(-1)).toEqual({
      payment: id,
      kind: "refunded",
      amount: 1010,
      currency: "eur",
      key: "hamref_1",
    })
  })

  it("asked again, it is the same refund, even after Stripe forgot the idempotency key", async () => {
    const { gateway, stripe, paid } = await edge()
    const id = await paid()
    const first = await gateway.refund(id, references, "10.00")
    expect(await gateway.refund(id, references, "10.00")).toEqual(first)
    stripe.forgetKeys()
    expect(await gateway.refund(id, references, "10.00")).toEqual(first)
    expect(stripe.ledger.refunded(id)).toBe(1000)
  })

  it("two at the same moment pay once", async () => {
    const { gateway, stripe, paid } = await edge()
    const id = await paid()
    const both = await Promise.all([gateway.refund(id, references, "5.00"), gateway.refund(id, references, "5.00")])
    expect(both[0].id).toBe(both[1].id)
    expect(stripe.ledger.refunded(id)).toBe(500)
  })

  it("another key pays again: two lines of the same amount are two refunds", async () => {
    const { gateway, stripe, paid } = await edge()
    const id = await paid()
    await gateway.refund(id, references, "5.00")
    await gateway.refund(id, { ...references, key: "hamref_2" }, "5.00")
    expect(stripe.ledger.refunded(id)).toBe(1000)
  })

  it("a key that paid another amount is refused", async () => {
    const { gateway, stripe, paid } = await edge()
    const id = await paid()
    await gateway.refund(id, references, "5.00")
    const refusal = await refusalOf(gateway.refund(id, references, "6.00"))
    expect(refusal).toMatchObject({ outcome: "refused", code: "refund_key_reused" })
    expect(stripe.ledger.refunded(id)).toBe(500)
  })

  it("a refund that failed later is told as such, and not made again", async () => {
    const { gateway, stripe, paid } = await edge()
    const id = await paid({ card: "pm_card_pendingRefund" })
    const { id: refund, status } = await gateway.refund(id, references, "5.00")
    expect(status).toBe("pending")
    stripe.settleRefund(refund, "failed")
    stripe.forgetKeys()
    expect(await gateway.refund(id, references, "5.00")).toMatchObject({ id: refund, status: "failed" })
    expect(stripe.state.refunds.size).toBe(1)
    expect(stripe.ledger.refunded(id)).toBe(0)
  })

  it.each([
    ["silence before the effect", { kind: "silence", when: "before" }],
    ["silence after the effect", { kind: "silence", when: "after" }],
    ["500 before the effect", { kind: "status", status: 500, when: "before" }],
    ["500 after the effect", { kind: "status", status: 500, when: "after" }],
  ] as const)("%s: uncertain, and the same key asked again pays once", async (_name, fault) => {
    const { stripe, paid, with: withOptions } = await edge()
    const gateway = withOptions({ timeoutMs: 150 })
    const id = await paid()
    stripe.server.faults.plan("POST", refunds, fault)
    expect(await refusalOf(gateway.refund(id, references, "12.34"))).toMatchObject({ outcome: "uncertain" })
    expect(await gateway.refund(id, references, "12.34")).toMatchObject({ amount: "12.34", status: "succeeded" })
    expect(stripe.ledger.refunded(id)).toBe(1234)
  })

  it.each([
    ["429", { kind: "status", status: 429, when: "before" }],
    ["500 after the effect", { kind: "status", status: 500, when: "after" }],
    ["silence after the effect", { kind: "silence", when: "after" }],
  ] as const)("%s is asked again by itself, with the same key", async (_name, fault) => {
    const { stripe, paid, with: withOptions } = await edge()
    const id = await paid()
    stripe.server.faults.plan("POST", refunds, fault)
    await withOptions({ timeoutMs: 150, maxNetworkRetries: 1 }).refund(id, references, "12.34")
    expect(stripe.ledger.refunded(id)).toBe(1234)
    const asked = stripe.server.calls.filter(({ method, path }) => method === "POST" && refunds.test(path))
    expect(asked.map(({ headers }) => headers["idempotency-key"])).toEqual(["hamref_1", "hamref_1"])
  })

  it("whatever is asked, in whatever order and however often, each key pays its own amount once", async () => {
    const { gateway, stripe, paid } = await edge()
    const asked = fc.array(fc.record({ key: fc.nat({ max: 3 }), again: fc.boolean() }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(asked, async (acts) => {
        const id = await paid({ amount: 100_000 })
        for (const { key, again } of acts) {
          const amount = currency("eur").write(BigInt(101 + key))
          for (let n = 0; n < (again ? 2 : 1); n++)
            await gateway.refund(id, { ...references, key: `${id}-${key}` }, amount)
          if (again) stripe.forgetKeys()
        }
        const owed = [...new Set(acts.map(({ key }) => key))].reduce((sum, key) => sum + 101 + key, 0)
        expect(stripe.ledger.refunded(id)).toBe(owed)
      }),
      { numRuns: 15 },
    )
  })
})

describe("what Stripe refuses is said in a sentence", () => {
  it("a disputed payment", async () => {
    const { gateway, stripe, paid } = await edge()
    const id = await paid()
    stripe.openDispute(id)
    const refusal = await refusalOf(gateway.refund(id, references, "5.00"))
    expect(refusal).toMatchObject({ outcome: "refused", code: "charge_disputed" })
    expect(refusal.message).toContain("the customer disputed this payment")
  })

  it("a payment that is refunded in full already: that is no success", async () => {
    const { gateway, paid } = await edge()
    const id = await paid()
    await gateway.refund(id, references, "44.88")
    const refusal = await refusalOf(gateway.refund(id, { ...references, key: "other" }, "44.88"))
    expect(refusal).toMatchObject({ outcome: "refused", code: "charge_already_refunded" })
    expect(refusal.message).toContain("nothing was refunded now")
  })

  it("more than is left", async () => {
    const { gateway, stripe, paid } = await edge()
    const id = await paid()
    expect(await refusalOf(gateway.refund(id, references, "44.89"))).toMatchObject({ outcome: "refused" })
    expect(stripe.ledger.refunded(id)).toBe(0)
  })

  it("a wrong key, which is not repeated", async () => {
    const { paid, with: withOptions } = await edge()
    const id = await paid()
    const refusal = await refusalOf(withOptions({ apiKey: "sk_test_wrong" }).refund(id, references, "1.00"))
    expect(refusal).toMatchObject({ outcome: "refused", message: expect.stringContaining("option apiKey") })
    expect(refusal.message).not.toContain("sk_test")
  })

  it("too many calls: unavailable, nothing happened", async () => {
    const { gateway, stripe, paid } = await edge()
    const id = await paid()
    stripe.server.faults.plan("POST", refunds, { kind: "status", status: 429, when: "before" })
    expect(await refusalOf(gateway.refund(id, references, "1.00"))).toMatchObject({ outcome: "unavailable" })
    expect(stripe.ledger.refunded(id)).toBe(0)
  })

  it("a Stripe that cannot be reached: uncertain", async () => {
    const { with: withOptions } = await edge()
    const gateway = withOptions({ apiBase: "http://127.0.0.1:9" })
    expect(await refusalOf(gateway.refund("pi_1", references, "1.00"))).toMatchObject({ outcome: "uncertain" })
  })

  it("another call of the same key that is under way: uncertain", async () => {
    const { gateway, stripe, paid } = await edge()
    const id = await paid()
    stripe.server.faults.plan("POST", refunds, { kind: "status", status: 409, when: "before" })
    expect(await refusalOf(gateway.refund(id, references, "1.00"))).toMatchObject({ outcome: "uncertain" })
  })
})
