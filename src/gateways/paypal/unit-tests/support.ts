import { type Paypal, startPaypal } from "../../../../integration-tests/emulators/paypal"
import { paypalGateway, type PaypalGateway } from "../gateway"
import { type PaypalOptionsInput, readPaypalOptions } from "../options"
import { captureAuthorization, createOrder, findOrder, takeApproved } from "../orders"
import { paymentsOf } from "../payments"
import { toMoney } from "../amounts"

export type Stage = { readonly paypal: Paypal; readonly gateway: PaypalGateway }

/** An emulated PayPal for one describe, its address filled in when it has started. */
export function stagePaypal(): { current: Paypal } {
  const stage = {} as { current: Paypal }
  beforeAll(async () => {
    stage.current = await startPaypal()
  })
  afterEach(() => stage.current.server.faults.clear())
  afterAll(() => stage.current.stop())
  return stage
}

export function optionsFor(paypal: Paypal, more: Partial<PaypalOptionsInput> = {}): PaypalOptionsInput {
  return {
    clientId: paypal.clientId,
    clientSecret: paypal.clientSecret,
    environment: "sandbox",
    apiBase: paypal.url,
    webhookId: "1JE4291016473214C",
    returnUrl: "https://shop.example/paid",
    cancelUrl: "https://shop.example/cart",
    ...more,
  }
}

export function gatewayFor(paypal: Paypal, more: Partial<PaypalOptionsInput> = {}): PaypalGateway {
  return paypalGateway(readPaypalOptions(optionsFor(paypal, more)))
}

let sessions = 0

/** A payment that the customer approved. @returns PayPal's order id */
export async function approvedOrder({ paypal, gateway }: Stage, amount: string, currency = "EUR"): Promise<string> {
  sessions += 1
  const order = await createOrder(gateway.client, {
    session: `payses_${sessions}`,
    amount: toMoney(amount, currency),
  })
  paypal.approve(order.id)
  return order.id
}

/** A payment whose money was taken at checkout. @returns ids of the order and its capture */
export async function paidOrder(
  stage: Stage,
  amount: string,
  currency = "EUR",
): Promise<{ order: string; capture: string }> {
  const automatic = { ...stage, gateway: gatewayFor(stage.paypal, { capture: "automatic" }) }
  const order = await approvedOrder(automatic, amount, currency)
  await take(stage, order)
  return { order, capture: paymentsOf((await findOrder(stage.gateway.client, order))!).captures[0].id }
}

/** A payment whose money was captured in parts. @returns PayPal's order id */
export async function orderCapturedInParts(stage: Stage, amount: string, parts: readonly string[]): Promise<string> {
  const id = await approvedOrder(stage, amount)
  await take(stage, id)
  for (const [index, part] of parts.entries()) {
    const { authorizations } = paymentsOf((await findOrder(stage.gateway.client, id))!)
    const final = index === parts.length - 1
    await captureAuthorization(stage.gateway.client, authorizations[0], {
      amount: toMoney(part, "EUR"),
      before: String(index),
      final,
    })
  }
  return id
}

async function take({ gateway }: Stage, id: string): Promise<void> {
  await takeApproved(gateway.client, (await findOrder(gateway.client, id))!, 0)
}

export function key(key: string) {
  return { key, order: "1001", withdrawal: "ABCD-EFGH" }
}

/** Calls that PayPal received, as "METHOD path". */
export function heard(paypal: Paypal, pattern: RegExp): string[] {
  return paypal.server.calls.map(({ method, path }) => `${method} ${path}`).filter((call) => pattern.test(call))
}
