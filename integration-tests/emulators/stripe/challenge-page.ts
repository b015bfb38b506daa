import type Stripe from "stripe"
import { html } from "../../../src/kit/html"
import type { Answer, Call } from "../edge/server"
import { agree, failChallenge } from "./bank"
import { readForm } from "./form"
import type { State } from "./state"

const HEADERS = {
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
  "cache-control": "no-store",
}

/** The bank's page: a form with two buttons, which needs no script, then back to the shop. */
export function challengePage(state: State, { method, body }: Call, id: string): Answer {
  const intent = state.intent(id)
  if (method === "GET") return { status: 200, html: page(intent), headers: HEADERS }
  if (intent.status === "requires_action") {
    if (readForm(body).answer === "approve") agree(state, intent, null)
    else failChallenge(state, intent)
  }
  const location = returnTo(state, intent)
  return location
    ? { status: 303, html: "", headers: { location } }
    : { status: 200, html: page(intent), headers: HEADERS }
}

/** @see https://docs.stripe.com/payments/3d-secure/authentication-flow for what is added to the return URL */
function returnTo(state: State, intent: Stripe.PaymentIntent): string | null {
  const back = state.returnUrls.get(intent.id)
  if (back === undefined) return null
  const url = new URL(back)
  url.searchParams.set("payment_intent", intent.id)
  url.searchParams.set("payment_intent_client_secret", String(intent.client_secret))
  url.searchParams.set("source_type", "card")
  return url.href
}

function page({ amount, currency, status }: Stripe.PaymentIntent): string {
  const waiting = status === "requires_action"
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>3-D Secure, test bank</title>
      <style>
        body {
          font: 1.1rem system-ui;
          max-width: 26rem;
          margin: 3rem auto;
          padding: 0 1rem;
        }
        button {
          font: inherit;
          padding: 0.6rem 1.2rem;
          margin: 0.5rem 0.5rem 0 0;
        }
      </style>
      <main>
        <h1>Test bank</h1>
        <p>Payment of ${amount} (minor units) ${currency.toUpperCase()}: ${waiting ? "is it yours?" : status}</p>
        ${
          waiting &&
          html`<form method="post">
          <button name="answer" value="approve">Approve</button>
          <button name="answer" value="refuse">Refuse</button>
        </form>`
        }
      </main>
    </html>`.toString()
}
