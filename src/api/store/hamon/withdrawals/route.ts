import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { now } from "../../../../kit/clock"
import type { Units } from "../../../../modules/hamon/types"
import { type FieldError, readDeclaration, type TypedDeclaration } from "../../../../pages/declaration"
import { pageTexts } from "../../../../pages/texts"
import { ownOrder } from "../../../../workflows/declarations/own-orders"
import { hamonService } from "../../../../workflows/service"
import { newDraft } from "../../../declaring/draft"
import { pickedInWords } from "../../../declaring/picked"
import { customerLocale } from "../customer-locale"
import { type Declarer, declarerOf } from "./declarer"
import { shownDraft } from "./shown"
import type { DraftWithdrawal } from "./validators"

/** What the API calls the fields of the form. */
const MEMBERS: Partial<Record<FieldError["field"], string>> = { orderNumber: "order_number", quantity: "articles" }

/**
 * First step of a declaration of withdrawal from a shop page (L221-21, D221-5): reads it and answers the summary to confirm.
 * Nothing is stored, and nothing of an order is told but to who proved to be its customer.
 */
export async function POST(req: MedusaStoreRequest<DraftWithdrawal>, res: MedusaResponse) {
  const options = hamonService(req.scope).getOptions()
  const locale = customerLocale(req, options)
  const declarer = await declarerOf(req)
  const lines = req.validatedBody.lines.map(({ line_id: line, quantity }) => ({ line, quantity }))
  const read = readDeclaration(await typed(req, lines, declarer))
  if ("errors" in read) {
    const { errors } = pageTexts(locale)
    const fields = read.errors.map(({ field }) => ({ field: MEMBERS[field] ?? field, message: errors[field] }))
    const message = fields.map((one) => one.message).join(" ")
    return res.status(400).json({ type: MedusaError.Types.INVALID_DATA, message, fields })
  }
  const { order_id: orderId } = req.validatedBody
  const declared = { ...read.declared, ...(orderId && { picked: { orderId, lines } }) }
  return res.json(shownDraft(newDraft(declared, declarer.proven, now()), locale, options))
}

/** The body as the form would hold it: what was picked is said in words too. */
async function typed(
  req: MedusaStoreRequest<DraftWithdrawal>,
  lines: readonly Units[],
  { customerId, proven }: Declarer,
): Promise<TypedDeclaration> {
  const { name, email, order_number, order_id, scope, articles, comment } = req.validatedBody
  const owner = { customerId, address: proven?.address ?? null }
  const own = order_id ? await ownOrder(req.scope, order_id, owner) : null
  const named = articles.map(({ article, quantity }) => ({ article: clean(article), quantity: String(quantity) }))
  return {
    name: clean(name),
    email: clean(email),
    order: clean(order_number) || (own ? String(own.row.display_id) : (order_id ?? "")),
    scope: scope ?? (order_id && lines.length === 0 && named.length === 0 ? "whole" : ""),
    articles: named.length > 0 ? named : pickedInWords(lines, own),
    comment: clean(comment),
  }
}

/** As the form's fields: a NUL or half a character cannot be stored, and is replaced. */
function clean(text = ""): string {
  return text.toWellFormed().replace(/\u0000/g, "\ufffd")
}
