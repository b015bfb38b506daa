import { html } from "../../../src/kit/html"
import type { Answer, Call } from "../edge/server"
import { tell } from "./events"
import { moneyOf } from "./money"
import { Refusal } from "./refusal"
import type { Order, World } from "./world"

export type Approval = "approve" | "cancel" | "decline-once"

/** The page on which PayPal's customer approves: the link `payer-action` of an order. No script. */
export function approvalPage(world: World, { query }: Call): Answer {
  const order = known(world, query.get("token"))
  const { value, currency_code } = moneyOf(order.minor, order.currency)
  const page = html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Emulated PayPal</title></head>
<body>
<main>
<h1>Emulated PayPal</h1>
<p>${order.brand ?? "The shop"} asks for <strong>${value} ${currency_code}</strong>. No money moves here.</p>
<form method="post" action="/checkoutnow?token=${order.id}">
<button name="how" value="approve">Approve</button>
<button name="how" value="decline-once">Approve with a means of payment that is declined once</button>
<button name="how" value="cancel">Cancel and return to the shop</button>
</form>
</main>
</body>
</html>`
  return { status: 200, html: page.text }
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
