import { startPaypal } from "../../../../integration-tests/emulators/paypal"
import { GatewayError } from "../../gateway-error"
import { toMoney } from "../amounts"
import { createOrder, findOrder } from "../orders"
import { gatewayFor, heard, key, paidOrder, stagePaypal } from "./support"

const TOKEN = "/v1/oauth2/token"

async function failure(promise: Promise<unknown>): Promise<GatewayError> {
  const error = await promise.then(
    () => new Error("it did not fail"),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(GatewayError)
  return error as GatewayError
}

describe("PayPal's access token", () => {
  const stage = stagePaypal()

  it("is asked for once by ten calls that come first, at the same time", async () => {
    const before = stage.current.tokenRequests()
    const { client } = gatewayFor(stage.current)
    await Promise.all(Array.from({ length: 10 }, () => findOrder(client, "NONE")))
    expect(stage.current.tokenRequests() - before).toBe(1)
  })

  it("is renewed once when PayPal revokes it, whoever meets the 401 at the same time", async () => {
    const { client } = gatewayFor(stage.current)
    await findOrder(client, "NONE")
    stage.current.revokeTokens()
    const before = stage.current.tokenRequests()
    await Promise.all(Array.from({ length: 5 }, () => findOrder(client, "NONE")))
    expect(stage.current.tokenRequests() - before).toBe(1)
  })

  it("is renewed before its end", async () => {
    stage.current.tokensLast(30)
    const { client } = gatewayFor(stage.current)
    await findOrder(client, "NONE")
    const before = stage.current.tokenRequests()
    await findOrder(client, "NONE")
    expect(stage.current.tokenRequests() - before).toBe(1)
    stage.current.tokensLast(32_400)
  })

  it("is asked for again after it could not be had, and meanwhile nothing was sent", async () => {
    const { client } = gatewayFor(stage.current, { maxRetries: 0 })
    stage.current.server.faults.plan("POST", /oauth2/, { kind: "status", status: 503, when: "before" })
    const orders = heard(stage.current, /checkout\/orders/).length
    const order = { session: "payses_token", amount: toMoney("1.00", "EUR") }
    expect(await failure(createOrder(client, order))).toMatchObject({ outcome: "unavailable" })
    expect(heard(stage.current, /checkout\/orders/)).toHaveLength(orders)
    expect(await createOrder(client, order)).toMatchObject({ status: "PAYER_ACTION_REQUIRED" })
  })

  it("is refused to wrong credentials with a sentence that does not tell them", async () => {
    const { client } = gatewayFor(stage.current, { clientSecret: "hush-hush" })
    const error = await failure(findOrder(client, "NONE"))
    expect(error).toMatchObject({ outcome: "refused", code: "invalid_client" })
    expect(error.message).toContain("check them")
    expect(JSON.stringify([error, error.message, error.stack])).not.toContain("hush")
  })

  it("goes to PayPal in a header, never in an address", async () => {
    await findOrder(gatewayFor(stage.current).client, "NONE")
    const calls = stage.current.server.calls.filter(({ path }) => path !== TOKEN)
    expect(calls.length).toBeGreaterThan(0)
    for (const { path, query } of calls) expect(`${path}?${query}`).not.toMatch(/A21AA/)
  })
})

describe("a call to PayPal", () => {
  const stage = stagePaypal()

  it("gives a silent PayPal up, and says that nobody knows", async () => {
    const { client } = gatewayFor(stage.current, { timeoutMs: 600, maxRetries: 0 })
    stage.current.server.faults.plan("POST", /orders$/, { kind: "silence", when: "after" })
    const order = { session: "payses_silent", amount: toMoney("1.00", "EUR") }
    expect(await failure(createOrder(client, order))).toMatchObject({ outcome: "uncertain" })
  })

  const faults = [
    ["429 before", { kind: "status", status: 429, when: "before" }],
    ["500 before", { kind: "status", status: 500, when: "before" }],
    ["500 after", { kind: "status", status: 500, when: "after" }],
    ["silence before", { kind: "silence", when: "before" }],
    ["silence after", { kind: "silence", when: "after" }],
  ] as const

  it.each(faults)("moves money once through %s the effect, with one request id", async (_name, fault) => {
    const gateway = gatewayFor(stage.current, { timeoutMs: 600 })
    const { order, capture } = await paidOrder({ paypal: stage.current, gateway }, "30.00")
    stage.current.server.faults.plan("POST", /\/refund$/, fault)
    await expect(gateway.refund(order, key(`k-${_name}`), "10.00")).resolves.toMatchObject({ amount: "10.00" })
    expect(stage.current.ledger.refunded(order)).toBe(1000)
    const ids = stage.current.server.calls
      .filter(({ path }) => path === `/v2/payments/captures/${capture}/refund`)
      .map(({ headers }) => headers["paypal-request-id"])
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    expect(String(ids[0])).toHaveLength(36)
  })

  it.each([
    ["429", { kind: "status", status: 429, when: "before" }, "unavailable"],
    ["500", { kind: "status", status: 500, when: "before" }, "uncertain"],
    ["silence", { kind: "silence", when: "before" }, "uncertain"],
  ] as const)("that meets %s each time is %s", async (_name, fault, outcome) => {
    const { client } = gatewayFor(stage.current, { timeoutMs: 600, maxRetries: 1 })
    stage.current.server.faults.plan("POST", /orders$/, fault, Infinity)
    const order = { session: `payses_${_name}`, amount: toMoney("1.00", "EUR") }
    expect(await failure(createOrder(client, order))).toMatchObject({ outcome })
    expect(heard(stage.current, /POST .*orders$/).length).toBeGreaterThanOrEqual(2)
  })

  it("that was met by silence and then by 429 stays uncertain: the first may have been done", async () => {
    const { client } = gatewayFor(stage.current, { timeoutMs: 600, maxRetries: 1 })
    stage.current.server.faults.plan("POST", /orders$/, { kind: "silence", when: "after" })
    stage.current.server.faults.plan("POST", /orders$/, { kind: "status", status: 429, when: "before" })
    const order = { session: "payses_both", amount: toMoney("1.00", "EUR") }
    expect(await failure(createOrder(client, order))).toMatchObject({ outcome: "uncertain" })
  })

  it("that only reads is unavailable, never uncertain", async () => {
    const { client } = gatewayFor(stage.current, { maxRetries: 1 })
    stage.current.server.faults.plan("GET", /orders/, { kind: "status", status: 500, when: "before" }, Infinity)
    expect(await failure(findOrder(client, "ANY"))).toMatchObject({ outcome: "unavailable" })
  })

  it("that reaches nobody is unavailable, though it would have moved money", async () => {
    const gone = await startPaypal()
    await gone.stop()
    const { client } = gatewayFor(gone, { maxRetries: 0 })
    const order = { session: "payses_gone", amount: toMoney("1.00", "EUR") }
    expect(await failure(createOrder(client, order))).toMatchObject({ outcome: "unavailable" })
  })

  it("that is asked to wait longer than a customer would is given up, and a second is waited for", async () => {
    const { client } = gatewayFor(stage.current)
    const asked = jest.spyOn(globalThis, "fetch")
    const limited = (seconds: string) => new Response(null, { status: 429, headers: { "retry-after": seconds } })
    await findOrder(client, "ANY")
    asked.mockClear()
    asked.mockResolvedValueOnce(limited("3600"))
    expect(await failure(findOrder(client, "ANY"))).toMatchObject({ outcome: "unavailable" })
    expect(asked).toHaveBeenCalledTimes(1)
    asked.mockResolvedValueOnce(limited("0"))
    expect(await findOrder(client, "ANY")).toBeNull()
    expect(asked).toHaveBeenCalledTimes(3)
    asked.mockRestore()
  })

  it("is not repeated after a no", async () => {
    const { client } = gatewayFor(stage.current)
    const before = heard(stage.current, /POST .*orders$/).length
    const order = { session: "payses_no", amount: { currency_code: "EUR", value: "1.001" } }
    expect(await failure(createOrder(client, order))).toMatchObject({ outcome: "refused", code: "DECIMAL_PRECISION" })
    expect(heard(stage.current, /POST .*orders$/)).toHaveLength(before + 1)
  })

  it("knows PayPal's error envelope on a route that PayPal has not", async () => {
    const { client } = gatewayFor(stage.current)
    const error = await failure(client.call({ method: "GET", path: "/v9/nothing" }))
    expect(error).toMatchObject({ outcome: "refused", code: "INVALID_RESOURCE_ID" })
  })

  it("writes nothing to the log", async () => {
    const spies = (["log", "error", "warn", "info", "debug"] as const).map((name) => jest.spyOn(console, name))
    const gateway = gatewayFor(stage.current)
    const { order } = await paidOrder({ paypal: stage.current, gateway }, "5.00")
    await gateway.refund(order, key("k-log"), "5.00")
    await failure(gateway.refund(order, key("k-log-2"), "5.00"))
    for (const spy of spies) {
      expect(spy).not.toHaveBeenCalled()
      spy.mockRestore()
    }
  })
})
