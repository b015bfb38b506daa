import type { Paypal } from "../../../../integration-tests/emulators/paypal"
import { optionsFor } from "../../../gateways/paypal/unit-tests/support"
import type { PaypalOptionsInput } from "../../../gateways/paypal/options"
import { PaypalPaymentService } from "../service"
import type { PaypalData } from "../session-data"

type Row = Record<string, unknown>

/** Core's rows, as the payment module holds them. */
export type Rows = { readonly refunds: Map<string, Row>; readonly captures: Map<string, Row> }

export function emptyRows(): Rows {
  return { refunds: new Map(), captures: new Map() }
}

export function providerFor(
  paypal: Paypal,
  more: Partial<PaypalOptionsInput> = {},
  rows: Rows = emptyRows(),
): PaypalPaymentService {
  const cradle = { refundService: serviceOf(rows.refunds), captureService: serviceOf(rows.captures) }
  return new PaypalPaymentService(cradle, optionsFor(paypal, more))
}

function serviceOf(rows: Map<string, Row>) {
  return { list: ({ id }: { id: string }) => Promise.resolve([rows.get(id)].filter((row) => row !== undefined)) }
}

let sessions = 0

/** A session as core makes it: the id beside whatever the browser sent, then the provider's answer over both. */
export async function session(
  provider: PaypalPaymentService,
  amount: string,
  { currency = "eur", sent = {} }: { currency?: string; sent?: Row } = {},
): Promise<Row & PaypalData> {
  sessions += 1
  const session_id = `payses_p${sessions}`
  const answer = await provider.initiatePayment({
    amount,
    currency_code: currency,
    data: { ...sent, session_id },
    context: { idempotency_key: session_id },
  })
  return { ...sent, ...(answer.data as PaypalData) }
}

/** A session that the customer approved and core authorised. @returns its data */
export async function paid(provider: PaypalPaymentService, paypal: Paypal, amount: string): Promise<PaypalData> {
  const data = await session(provider, amount)
  paypal.approve(data.id)
  return (await provider.authorizePayment({ data })).data as PaypalData
}

/** The last body that PayPal got on a path. */
export function sentTo(paypal: Paypal, path: RegExp): Row {
  const call = paypal.server.calls.filter((one) => one.method !== "GET" && path.test(one.path)).pop()
  return JSON.parse(call?.body ?? "null") as Row
}

/** How many calls changed something at PayPal: all but readings, tokens and verifications. */
export function changes(paypal: Paypal): number {
  return paypal.server.calls.filter(({ method, path }) => method !== "GET" && path.startsWith("/v2/")).length
}
