import { stagePaypal } from "../../../gateways/paypal/unit-tests/support"
import type { PaypalPaymentService } from "../service"
import type { PaypalData } from "../session-data"
import { changes, emptyRows, paid, providerFor, type Rows, sentTo, session } from "./support"

describe("a capture through PayPal", () => {
  const running = stagePaypal()
  let rows: Rows
  let provider: PaypalPaymentService

  beforeEach(() => {
    rows = emptyRows()
    provider = providerFor(running.current, {}, rows)
  })

  /** As core does: its row first, then the provider with the row's id; the row goes when the provider fails. */
  async function capture(data: PaypalData, id: string, amount: string, by = provider): Promise<PaypalData> {
    rows.captures.set(id, { id, raw_amount: { value: amount, precision: 20 } })
    return (await by.capturePayment({ data, context: { idempotency_key: id } })).data as PaypalData
  }

  it("takes the part that core's row tells, and lets go of the rest only with the last one", async () => {
    const data = await paid(provider, running.current, "30.00")
    const first = await capture(data, "capt_1", "10.00")
    expect(sentTo(running.current, /capture$/)).toEqual({
      amount: { currency_code: "EUR", value: "10.00" },
      final_capture: false,
    })
    const second = await capture(first, "capt_2", "20.00")
    expect(sentTo(running.current, /capture$/)).toMatchObject({ final_capture: true })
    expect(second.hamon_captured).toBe("30.00")
    expect(running.current.ledger.sum("captured", data.id)).toBe(3000)
  })

  it("without a row takes all that is left", async () => {
    const data = await paid(provider, running.current, "30.00")
    const first = await capture(data, "capt_1", "10.00")
    await provider.capturePayment({ data: first, context: { idempotency_key: "gone" } })
    expect(running.current.ledger.sum("captured", data.id)).toBe(3000)
  })

  it("whose answer was lost is not taken twice, though core asks with another id and PayPal forgot", async () => {
    const hurried = providerFor(running.current, { timeoutMs: 600, maxRetries: 0 }, rows)
    const data = await paid(provider, running.current, "30.00")
    running.current.server.faults.plan("POST", /capture$/, { kind: "silence", when: "after" })
    await expect(capture(data, "capt_1", "10.00", hurried)).rejects.toMatchObject({ gateway: { outcome: "uncertain" } })
    running.current.forgetRequestIds()
    const found = await capture(data, "capt_2", "10.00", hurried)
    expect(running.current.ledger.sum("captured", data.id)).toBe(1000)
    await capture(found, "capt_3", "10.00", hurried)
    expect(running.current.ledger.sum("captured", data.id)).toBe(2000)
  })

  it("of another amount than the lost one is refused, naming what PayPal has captured", async () => {
    const hurried = providerFor(running.current, { timeoutMs: 600, maxRetries: 0 }, rows)
    const data = await paid(provider, running.current, "30.00")
    running.current.server.faults.plan("POST", /capture$/, { kind: "silence", when: "after" })
    await expect(capture(data, "capt_1", "10.00", hurried)).rejects.toThrow()
    await expect(capture(data, "capt_2", "15.00")).rejects.toThrow("has captured 10.00 EUR")
    expect(running.current.ledger.sum("captured", data.id)).toBe(1000)
  })

  it("of thirds that core does not round takes no cent more than was authorised", async () => {
    const data = await paid(provider, running.current, "66.67")
    const first = await capture(data, "capt_1", "33.335")
    await capture(first, "capt_2", "33.335")
    expect(running.current.ledger.sum("captured", data.id)).toBe(6667)
  })

  it("of more than is held is refused, though PayPal would let one take 115 %", async () => {
    const data = await paid(provider, running.current, "30.00")
    await expect(capture(data, "capt_1", "33.00")).rejects.toMatchObject({ type: "not_allowed" })
    expect(running.current.ledger.sum("captured", data.id)).toBe(0)
  })

  it("of an authorisation that has ended says so, and to ask the customer again", async () => {
    const data = await paid(provider, running.current, "30.00")
    running.current.expire(data.id)
    await expect(capture(data, "capt_1", "30.00")).rejects.toThrow(/29 days.*ask the customer to pay again/)
  })

  it("that PayPal declines is refused, and can be asked for again", async () => {
    const data = await paid(provider, running.current, "30.00")
    running.current.next({ capture: "DECLINED" })
    await expect(capture(data, "capt_1", "10.00")).rejects.toMatchObject({ type: "not_allowed" })
    await capture(data, "capt_2", "10.00")
    expect(running.current.ledger.sum("captured", data.id)).toBe(1000)
  })
})

describe("a refund through PayPal", () => {
  const running = stagePaypal()
  let rows: Rows
  let provider: PaypalPaymentService

  beforeEach(() => {
    rows = emptyRows()
    provider = providerFor(running.current, { capture: "automatic" }, rows)
  })

  function refund(data: PaypalData, id: string, amount: unknown, metadata: Record<string, unknown> | null = null) {
    rows.refunds.set(id, { id, metadata })
    return provider.refundPayment({ data, amount: amount as string, context: { idempotency_key: id } })
  }

  it("pays core's raw amount exactly, under the ledger's key, and keeps PayPal's id and status", async () => {
    const data = await paid(provider, running.current, "30.00")
    const metadata = { hamon_refund: "hrefund_1", hamon_order: "1001", hamon_withdrawal: "ABCD-EFGH" }
    const { data: after } = await refund(data, "ref_1", { value: "10.10", precision: 20 }, metadata)
    expect(running.current.ledger.refunded(data.id)).toBe(1010)
    expect(after).toMatchObject({
      id: data.id,
      hamon_refunds: { hrefund_1: { id: expect.any(String) as string, status: "succeeded", amount: "10.10" } },
    })
    expect(sentTo(running.current, /refund$/)).toMatchObject({
      custom_id: "hrefund_1",
      note_to_payer: "Order 1001, Withdrawal ABCD-EFGH",
    })
  })

  it("asked for again by core under another row, for the same ledger line, pays once", async () => {
    const data = await paid(provider, running.current, "30.00")
    await refund(data, "ref_1", "10.00", { hamon_refund: "hrefund_2" })
    await refund(data, "ref_2", "10.00", { hamon_refund: "hrefund_2" })
    expect(running.current.ledger.refunded(data.id)).toBe(1000)
  })

  it("made by staff has its row's id for a key; two of them are two, and each keeps its place", async () => {
    const data = await paid(provider, running.current, "30.00")
    const first = await refund(data, "ref_a", "10.00")
    const second = await refund(first.data as PaypalData, "ref_b", "10.00")
    expect(running.current.ledger.refunded(data.id)).toBe(2000)
    expect(Object.keys((second.data as PaypalData).hamon_refunds)).toEqual(["ref_a", "ref_b"])
  })

  it("by staff, whose answer was lost and whose row core dropped, is not paid again when they try again; the next one is", async () => {
    const data = await paid(provider, running.current, "30.00")
    const impatient = providerFor(running.current, { capture: "automatic", timeoutMs: 150, maxRetries: 0 }, rows)
    rows.refunds.set("ref_a", { id: "ref_a", metadata: null })
    running.current.server.faults.plan("POST", /refund$/, { kind: "silence", when: "after" })
    // Read back at once, PayPal shows it; core may have died before it heard so.
    await impatient.refundPayment({ data, amount: "10.00", context: { idempotency_key: "ref_a" } })
    rows.refunds.delete("ref_a")
    const again = await refund(data, "ref_b", "10.00")
    expect(running.current.ledger.refunded(data.id)).toBe(1000)
    await refund(again.data as PaypalData, "ref_c", "10.00")
    expect(running.current.ledger.refunded(data.id)).toBe(2000)
  })

  it("that PayPal still works on is kept as pending", async () => {
    const data = await paid(provider, running.current, "30.00")
    running.current.next({ refund: "PENDING" })
    const { data: after } = await refund(data, "ref_c", "10.00")
    expect((after as PaypalData).hamon_refunds.ref_c.status).toBe("pending")
  })

  it("that PayPal could not make is an error", async () => {
    const data = await paid(provider, running.current, "30.00")
    running.current.next({ refund: "FAILED" })
    await expect(refund(data, "ref_d", "10.00")).rejects.toMatchObject({ type: "not_allowed" })
    expect(running.current.ledger.refunded(data.id)).toBe(0)
  })

  it("without a capture is an error, never a success", async () => {
    const manual = providerFor(running.current, {}, rows)
    const data = await paid(manual, running.current, "30.00")
    await expect(refund(data, "ref_e", "10.00")).rejects.toMatchObject({ gateway: { code: "NOT_CAPTURED" } })
  })

  it("without core's id is an error: a key made up would pay twice", async () => {
    const data = await paid(provider, running.current, "30.00")
    await expect(provider.refundPayment({ data, amount: "10.00" })).rejects.toThrow()
    expect(running.current.ledger.refunded(data.id)).toBe(0)
  })
})

describe("giving a PayPal payment up", () => {
  const running = stagePaypal()

  it("lets go of what is held, once", async () => {
    const provider = providerFor(running.current)
    const data = await paid(provider, running.current, "30.00")
    await provider.cancelPayment({ data })
    await provider.cancelPayment({ data })
    expect(running.current.ledger.sum("voided", data.id)).toBe(3000)
    await expect(provider.getPaymentStatus({ data })).resolves.toMatchObject({ status: "canceled" })
  })

  it("has nothing to do where the customer has not approved, or PayPal has forgotten the order", async () => {
    const provider = providerFor(running.current)
    const data = await session(provider, "30.00")
    const before = changes(running.current)
    await expect(provider.cancelPayment({ data })).resolves.toMatchObject({ data: { id: data.id } })
    await expect(provider.deletePayment({ data })).resolves.toMatchObject({ data: { id: data.id } })
    expect(changes(running.current)).toBe(before)
  })

  it("is refused once the money was captured: that is a refund", async () => {
    const provider = providerFor(running.current, { capture: "automatic" })
    const data = await paid(provider, running.current, "30.00")
    await expect(provider.cancelPayment({ data })).rejects.toThrow("refund it instead of cancelling it")
    await expect(provider.deletePayment({ data })).rejects.toMatchObject({ type: "not_allowed" })
    expect(running.current.ledger.kept(data.id)).toBe(3000)
  })
})

describe("data that a browser wrote", () => {
  const running = stagePaypal()

  /** What a customer can know of somebody's payment, or make of his own. */
  async function forgeries(
    provider: PaypalPaymentService,
  ): Promise<[data: PaypalData, forged: Record<string, unknown>[]]> {
    const victim = await paid(provider, running.current, "30.00")
    const mine = await session(provider, "1.00")
    return [
      victim,
      [
        { id: victim.id },
        { ...victim, hamon_seal: undefined },
        { ...victim, hamon_seal: mine.hamon_seal },
        { ...mine, id: victim.id },
        { ...mine, amount: victim.amount },
        { ...victim, hamon_seal: "0".repeat(64) },
      ],
    ]
  }

  it("gives nothing up, captures nothing and refunds nothing", async () => {
    const provider = providerFor(running.current)
    const [victim, forged] = await forgeries(provider)
    const before = changes(running.current)
    for (const data of forged) {
      await expect(provider.deletePayment({ data })).resolves.toEqual({ data })
      const context = { idempotency_key: "row" }
      for (const act of [
        () => provider.cancelPayment({ data }),
        () => provider.capturePayment({ data, context }),
        () => provider.refundPayment({ data, amount: "1.00", context }),
        () => provider.authorizePayment({ data }),
        () => provider.updatePayment({ data, amount: "1.00", currency_code: "eur" }),
      ]) {
        await expect(act()).rejects.toMatchObject({ type: "not_allowed" })
      }
    }
    expect(changes(running.current)).toBe(before)
    await expect(provider.getPaymentStatus({ data: victim })).resolves.toMatchObject({ status: "authorized" })
  })

  it("is told from ours after the app's secret was changed, when the old one is named", async () => {
    const data = await paid(providerFor(running.current), running.current, "30.00")
    const old = running.current.clientSecret
    running.current.changeSecret("renewed")
    const forgetful = providerFor(running.current, { clientSecret: "renewed" })
    await expect(forgetful.getPaymentStatus({ data })).rejects.toThrow("formerSecrets")
    const renewed = providerFor(running.current, { clientSecret: "renewed", formerSecrets: [old] })
    await renewed.cancelPayment({ data })
    expect(running.current.ledger.sum("voided", data.id)).toBe(3000)
    running.current.changeSecret(old)
  })
})
