import { startStripe, type StripeEmulator } from "../../../../integration-tests/emulators/stripe"
import type { StripeOptionsInput } from "../../../gateways/stripe/options"
import { HamonStripeService } from "../service"

type Data = Record<string, unknown>

const closers: (() => Promise<void>)[] = []

/** To be called after each test: an open server would keep the runner waiting. */
export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close()
}

/** Core's rows, as its payment module keeps them. */
export class CoreRows {
  readonly captures: Record<string, string> = {}
  readonly refunds: Record<string, Data | null> = {}
  readonly sessions: Record<string, Data> = {}

  readonly cradle = {
    captureService: this.rows(({ id }) =>
      id in this.captures ? { id, amount: 0, raw_amount: { value: this.captures[id], precision: 20 } } : undefined,
    ),
    paymentSessionService: this.rows(({ id }) => (id in this.sessions ? { id, data: this.sessions[id] } : undefined)),
    refundService: this.rows(({ id }) => (id in this.refunds ? { id, metadata: this.refunds[id] } : undefined)),
  }

  private rows(find: (filters: { id: string }) => object | undefined) {
    return { list: async (filters: { id: string }) => [find(filters)].filter((row) => row !== undefined) }
  }
}

export type Desk = {
  readonly stripe: StripeEmulator
  readonly provider: HamonStripeService
  readonly rows: CoreRows
  readonly with: (options: Partial<StripeOptionsInput>) => HamonStripeService
  /** As core opens a session: the customer's words, then the session's id. @returns what core would keep */
  readonly open: (client?: Data, amount?: number | string, currency?: string) => Promise<Data>
  /** A session that the customer has confirmed. @returns what core keeps of the payment */
  readonly authorized: (card?: string) => Promise<Data>
}

/** The provider as Medusa builds it, in front of an emulated Stripe. */
export async function desk(options: Partial<StripeOptionsInput> = {}): Promise<Desk> {
  const stripe = await startStripe()
  closers.push(() => stripe.stop())
  const rows = new CoreRows()
  const given = {
    apiKey: stripe.apiKey,
    webhookSecret: "whsec_1",
    apiBase: stripe.url,
    maxNetworkRetries: 0,
    ...options,
  }
  const provider = new HamonStripeService(rows.cradle, given)
  let sessions = 0
  const open: Desk["open"] = async (client = {}, amount = 44.88, currency_code = "eur") => {
    const session_id = `payses_${++sessions}`
    const context = { idempotency_key: session_id }
    const made = await provider.initiatePayment({ amount, currency_code, data: { ...client, session_id }, context })
    rows.sessions[session_id] = { ...client, ...made.data }
    return rows.sessions[session_id]
  }
  return {
    stripe,
    provider,
    rows,
    open,
    with: (more) => new HamonStripeService(rows.cradle, { ...given, ...more }),
    async authorized(card = "pm_card_visa") {
      const data = await open()
      stripe.confirm(String(data.id), card)
      return (await provider.authorizePayment({ data })).data as Data
    },
  }
}

export { refusalOf } from "../../../gateways/stripe/unit-tests/support"
