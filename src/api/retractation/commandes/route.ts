import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { DECLARING_RULES } from "../../../declaring/limits"
import { orderRights } from "../../../declaring/order-rights"
import { now } from "../../../kit/clock"
import { networkOf } from "../../../kit/network"
import { MOST_FORM_LINES } from "../../../modules/hamon/most-lines"
import type { OwnOrder } from "../../../modules/hamon/operations/own-orders"
import { list, one, readDeclaration } from "../../../pages/declaration"
import { ORDERS_PAGE_HEADERS, ordersLinkPage, type OrdersNotice, ordersPage } from "../../../pages/withdrawal-orders"
import { readPick, type TypedPick } from "../../../pages/withdrawal-pick"
import { withdrawalReviewPage } from "../../../pages/withdrawal-review"
import { rateLimits } from "../../../workflows/rate-limits"
import { hamonService } from "../../../workflows/service"
import { newDraft, sealDraft } from "../../declaring/draft"
import { askOrdersLink } from "../../declaring/orders-link"
import { nothingPicked, orderOfProven, showPick } from "../../declaring/pick"
import { pickedInWords } from "../../declaring/picked"
import { openProof, type ProvenAddress, sealProof } from "../../declaring/proven-address"
import { type Visit, visit } from "../../declaring/visit"
import { tooManyPage } from "../../limits"

const LONGEST_CODE = 50

/** « I have lost my number ». Opening it does nothing, whatever stands after `#`: programs open the links of messages too. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  return ask("none", "", await visit(req), res)
}

/** `ask` has a link sent, `open` shows the orders, `choose` one of them, `review` what will be declared. */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const visitor = await visit(req)
  const body = (req.body ?? {}) as Record<string, unknown>
  if (body.step === "ask") return send(req, body, visitor, res)
  if (body.step === "open") return open(req, one(body.code), visitor, res)
  const proven = openProof(body.proof, visitor.options, now())
  if (!proven) return ask("expired", "", visitor, res.status(422))
  const order = body.step === "list" ? null : await orderOfProven(req.scope, one(body.order), proven)
  // An order that is not the address's own, or not there any more: the list says which are.
  if (!order) return orders(req, proven, visitor, res)
  if (body.step !== "review") return showPick(res, { order, proven, typed: nothingPicked(order), errors: [] }, visitor)
  return review(order, proven, typedPick(body), visitor, res)
}

function ask(notice: OrdersNotice, email: string, { locale, merchant }: Visit, res: MedusaResponse) {
  return res.set(ORDERS_PAGE_HEADERS).type("html").send(ordersLinkPage({ locale, merchant, email, notice }))
}

async function send(req: MedusaRequest, { email }: Record<string, unknown>, visitor: Visit, res: MedusaResponse) {
  const asked = await askOrdersLink(req, one(email), visitor.locale)
  if (asked.is === "too_many") return tooManyPage(req, res, asked.count.retryAfter)
  if (asked.is === "no_address") return ask("noEmail", one(email), visitor, res.status(422))
  return ask("asked", one(email), visitor, res)
}

async function open(req: MedusaRequest, code: string, visitor: Visit, res: MedusaResponse) {
  if (visitor.options.limitRequests) {
    const count = await rateLimits(req.scope).take(DECLARING_RULES.codesByNetwork, networkOf(req.ip))
    if (!count.allowed) return tooManyPage(req, res, count.retryAfter)
  }
  const found = await hamonService(req.scope).addressOfLink(code.slice(0, LONGEST_CODE), now())
  if (!found) return ask("wrong", "", visitor, res.status(422))
  return orders(req, { address: found.address, until: found.until.getTime() }, visitor, res)
}

async function orders(req: MedusaRequest, proven: ProvenAddress, visitor: Visit, res: MedusaResponse) {
  const { locale, merchant, options } = visitor
  const own = await hamonService(req.scope).readOwnOrders({ customerId: null, address: proven.address })
  const proof = sealProof(proven, options)
  const shown = own.map((order) => orderRights(order, locale, now()))
  return res.type("html").send(ordersPage({ locale, merchant, proof, orders: shown, now: now() }))
}

/** The same summary as of the form, sealed with what was picked and whose orders these are; it is sent from there. */
function review(order: OwnOrder, proven: ProvenAddress, typed: TypedPick, visitor: Visit, res: MedusaResponse) {
  const { locale, merchant, options } = visitor
  const pick = readPick(typed)
  const units = "units" in pick ? pick.units : []
  const read = readDeclaration({
    ...{ name: typed.name, email: typed.email, comment: typed.comment },
    order: String(order.row.display_id),
    scope: units.length > 0 ? "part" : "whole",
    articles: pickedInWords(units, order),
  })
  const errors = [...("errors" in pick ? pick.errors : []), ...("errors" in read ? read.errors : [])]
  if (errors.length > 0 || "errors" in read) {
    return showPick(res.status(422), { order, proven, typed, errors }, visitor)
  }
  const declared = { ...read.declared, picked: { orderId: order.row.order_id, lines: units } }
  const sealed = sealDraft(newDraft(declared, proven, now()), options)
  const page = withdrawalReviewPage({ locale, merchant, law: options.law, declared, sealed, because: "first" })
  return res.type("html").send(page)
}

function typedPick(body: Record<string, unknown>): TypedPick {
  const quantities = list(body.quantity)
  return {
    name: one(body.name),
    email: one(body.email),
    scope: one(body.scope),
    units: list(body.line)
      .slice(0, MOST_FORM_LINES)
      .map((line, row) => ({ line, quantity: quantities[row] ?? "" })),
    comment: one(body.comment),
  }
}
