import { edgePage } from "../edge/page"
import type { Answer, Call } from "../edge/server"
import { tell } from "./events"
import { moneyOf } from "./money"
import { Refusal } from "./refusal"
import type { Order, World } from "./world"

export type Approval = "approve" | "cancel" | "decline-once"

const TEXTS = {
  fr: {
    title: "PayPal (émulé)",
    sentence: "{shop} demande {amount}. Aucun argent ne bouge ici.",
    buttons: {
      approve: "Approuver le paiement",
      "decline-once": "Approuver, avec un moyen de paiement refusé une fois",
      cancel: "Annuler et revenir à la boutique",
    },
  },
  en: {
    title: "PayPal (emulated)",
    sentence: "{shop} asks for {amount}. No money moves here.",
    buttons: {
      approve: "Approve the payment",
      "decline-once": "Approve, with a means of payment that is declined once",
      cancel: "Cancel and return to the shop",
    },
  },
}

/** The page on which PayPal's customer approves: the link `payer-action` of an order. */
export function approvalPage(world: World, call: Call): Answer {
  const order = known(world, call.query.get("token"))
  const { value, currency_code } = moneyOf(order.minor, order.currency)
  return edgePage({
    call,
    texts: TEXTS,
    name: "how",
    shop: order.brand ?? "Maison Lin",
    amount: [value, currency_code],
  })
}

export function answerApproval(world: World, { query, body }: Call): Answer {
  const order = known(world, query.get("token"))
  const how = new URLSearchParams(body).get("how")
  if (how !== "approve" && how !== "cancel" && how !== "decline-once") throw new Refusal(400, "INVALID_PARAMETER_VALUE")
  return { status: 303, html: "", headers: { location: approve(world, order, how) } }
}

/** What the customer does at PayPal. @returns where the browser goes next */
export function approve(world: World, order: Order, how: Approval): string {
  if (how === "cancel") return withToken(order.cancelUrl, order.id)
  if (order.status === "PAYER_ACTION_REQUIRED" || order.status === "CREATED") {
    order.status = "APPROVED"
    order.declineOnce = how === "decline-once"
    tell.order(world, "APPROVED", order)
  }
  return withToken(order.returnUrl, order.id)
}

function withToken(address: string, id: string): string {
  const url = new URL(address)
  url.searchParams.set("token", id)
  url.searchParams.set("PayerID", "QYR5Z8XDVJNXQ")
  return url.href
}

function known(world: World, id: string | null): Order {
  const order = world.orders.get(id ?? "")
  if (!order) throw new Refusal(404, "INVALID_RESOURCE_ID")
  return order
}
