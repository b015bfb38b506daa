import type Stripe from "stripe"
import { edgePage } from "../edge/page"
import type { Answer, Call } from "../edge/server"
import { agree, failChallenge } from "./bank"
import { readForm } from "./form"
import type { State } from "./state"

const TITLES = { fr: "Votre banque (d'essai)", en: "Your bank (a test one)" }

const WAITING = {
  fr: {
    title: TITLES.fr,
    sentence: "{shop} demande {amount} sur votre carte. Ce paiement vient bien de vous ? Aucun argent ne bouge ici.",
    buttons: { approve: "Confirmer ce paiement", refuse: "Refuser" },
  },
  en: {
    title: TITLES.en,
    sentence: "{shop} asks for {amount} from your card. Is it you? No money moves here.",
    buttons: { approve: "Confirm this payment", refuse: "Refuse" },
  },
}

const OVER = {
  fr: { title: TITLES.fr, sentence: "Rien n'est à confirmer ici : revenez à la boutique.", buttons: {} },
  en: { title: TITLES.en, sentence: "Nothing is to be confirmed here: go back to the shop.", buttons: {} },
}

/** The bank's page of 3-D Secure: a form with two buttons, then back to the shop. */
export function challengePage(state: State, call: Call, id: string): Answer {
  const intent = state.intent(id)
  if (call.method === "GET") return page(intent, call)
  if (intent.status === "requires_action") {
    if (readForm(call.body).answer === "approve") agree(state, intent, null)
    else failChallenge(state, intent)
  }
  const location = returnTo(state, intent)
  return location ? { status: 303, html: "", headers: { location } } : page(intent, call)
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

function page({ amount, currency, status }: Stripe.PaymentIntent, call: Call): Answer {
  const format = new Intl.NumberFormat("en", { style: "currency", currency })
  const { maximumFractionDigits: digits = 2 } = format.resolvedOptions()
  return edgePage({
    call,
    texts: status === "requires_action" ? WAITING : OVER,
    name: "answer",
    shop: "Maison Lin",
    amount: [(amount / 10 ** digits).toFixed(digits), currency],
  })
}
