import { createHmac, randomBytes } from "node:crypto"
import type Stripe from "stripe"
import { kept } from "../edge/keep"
import type { Ledger } from "../edge/ledger"
import { type Answer, type Call, EdgeServer } from "../edge/server"
import type { Webhooks } from "../edge/webhooks"
import { checkSecret, forPage, whoAsks } from "./access"
import { agree, cancel, failChallenge } from "./bank"
import { challengePage } from "./challenge-page"
import { closeDispute, openDispute } from "./disputes"
import { expanded } from "./expand"
import { broken, StripeFault } from "./fault"
import { readForm } from "./form"
import { Idempotency } from "./idempotency"
import { confirmIntent } from "./intents"
import { settleRefund } from "./refunds"
import { routeOf } from "./routes"
import { State } from "./state"

/** Stripe on this machine: its API, a bank, a customer, and the commands of a test. */
export type StripeEmulator = {
  readonly url: string
  readonly apiKey: string
  readonly publishableKey: string
  readonly ledger: Ledger
  /** Its faults and calls. */
  readonly server: EdgeServer
  readonly webhooks: Webhooks
  readonly state: State
  /** Tells events to that address. @returns the secret that signs them */
  endpoint(url: string): string
  /** Signs a body as Stripe does, now or at another second. */
  sign(secret: string, body: string, at?: number): string
  /** The customer confirms with a card, as a page does. @returns the intent, also after a decline */
  confirm(intent: string, card?: string, returnUrl?: string): Stripe.PaymentIntent
  /** The customer passes, or fails, his bank's challenge. */
  approve(intent: string): Stripe.PaymentIntent
  refuse(intent: string): Stripe.PaymentIntent
  /** Seven days pass without a capture. */
  expire(intent: string): Stripe.PaymentIntent
  openDispute(
    intent: string,
    given?: { reason?: string; status?: Stripe.Dispute.Status; amount?: number },
  ): Stripe.Dispute
  closeDispute(dispute: string, status: "won" | "lost" | "warning_closed"): Stripe.Dispute
  settleRefund(refund: string, status: "succeeded" | "failed" | "canceled"): Stripe.Refund
  /** A day passes for idempotency keys. */
  forgetKeys(): void
  stop(): Promise<void>
}

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, OPTIONS",
  "access-control-allow-headers": "authorization, content-type, stripe-version, idempotency-key",
  "access-control-max-age": "300",
}

/** @param file keeps the account for the next start; without it, it is gone with the process */
export async function startStripe({ port = 0, file }: { port?: number; file?: string } = {}): Promise<StripeEmulator> {
  const state = new State()
  const idempotency = new Idempotency()
  const account: string[] = []
  const keep = file && kept(file, { ...state.parts, account, answers: idempotency.kept })
  if (account.length === 0) account.push(randomBytes(12).toString("hex"))
  const keys = { apiKey: `sk_test_${account[0]}`, publishableKey: `pk_test_${account[0]}` }
  const server = new EdgeServer((call) => withHeaders(state, answer(call)), broken, keep || undefined)
  state.url = await server.start(port)

  function answer(call: Call): Answer {
    const challenged = /^\/challenge\/(pi_\w+)$/.exec(call.path)
    try {
      if (challenged) return challengePage(state, call, challenged[1])
      if (call.method === "OPTIONS") return { status: 204 }
      const params = readForm(call.method === "GET" ? call.query.toString() : call.body)
      const who = whoAsks(call, params, keys)
      return idempotency.answer(call, params, () => effect(call, params, who))
    } catch (error) {
      if (error instanceof StripeFault) return error.answer()
      throw error
    }
  }

  function effect(call: Call, params: ReturnType<typeof readForm>, who: "server" | "page"): Answer {
    try {
      const { route, id } = routeOf(call.method, call.path)
      if (who === "page" && !route.page) {
        const message = "This API call cannot be made with a publishable API key."
        throw new StripeFault(401, { type: "invalid_request_error", message })
      }
      if (who === "page") checkSecret(state, id, params)
      const key = call.headers["idempotency-key"]
      const made = route.answer({ state, params, id, key: typeof key === "string" ? key : null })
      const whole = expanded(state, made, params)
      return { status: 200, json: who === "page" ? forPage(whole) : whole }
    } catch (error) {
      if (error instanceof StripeFault) return error.answer()
      throw error
    }
  }

  return {
    url: state.url,
    ...keys,
    ledger: state.ledger,
    server,
    webhooks: state.webhooks,
    state,
    endpoint(url) {
      const secret = `whsec_${randomBytes(16).toString("hex")}`
      state.webhooks.endpoints.push({ url, headers: (body) => ({ "stripe-signature": sign(secret, body) }) })
      return secret
    },
    sign,
    confirm(id, card = "pm_card_visa", returnUrl) {
      const intent = state.intent(id)
      try {
        const params = { payment_method: card, ...(returnUrl !== undefined && { return_url: returnUrl }) }
        return confirmIntent(state, intent, params, null)
      } catch (error) {
        if (error instanceof StripeFault && error.body.type === "card_error") return intent
        throw error
      }
    },
    approve(id) {
      agree(state, challenged(state, id), null)
      return state.intent(id)
    },
    refuse(id) {
      failChallenge(state, challenged(state, id))
      return state.intent(id)
    },
    expire(id) {
      cancel(state, state.intent(id), "automatic", null)
      return state.intent(id)
    },
    openDispute: (intent, given = {}) => openDispute(state, intent, given),
    closeDispute: (dispute, status) => closeDispute(state, dispute, status),
    settleRefund: (refund, status) => settleRefund(state, refund, status),
    forgetKeys: () => idempotency.forget(),
    async stop() {
      await state.webhooks.settled()
      await server.stop()
    },
  }
}

/** @see https://docs.stripe.com/webhooks#verify-manually */
function sign(secret: string, body: string, at = Math.floor(Date.now() / 1000)): string {
  return `t=${at},v1=${createHmac("sha256", secret).update(`${at}.${body}`).digest("hex")}`
}

function challenged(state: State, id: string): Stripe.PaymentIntent {
  const intent = state.intent(id)
  if (intent.status !== "requires_action") throw new Error(`${id} awaits no challenge: it is ${intent.status}`)
  return intent
}

function withHeaders(state: State, { headers, ...answer }: Answer): Answer {
  return { ...answer, headers: { "request-id": state.id("req"), ...CORS, ...headers } }
}
