import { z } from "@medusajs/framework/zod"
import { MOST_FORM_LINES, MOST_LINES } from "../modules/hamon/most-lines"
import type { Declaration } from "../modules/hamon/types"
import type { PageTexts } from "./texts/fr"

const LONGEST_NAME = 200
const LONGEST_COMMENT = 2000

/** Which sentence of the texts says what is wrong with which field. */
export type FieldError = { readonly field: keyof PageTexts["errors"]; readonly id: string }

/** What was typed, whatever it is, to show it again. */
export type TypedDeclaration = {
  readonly name: string
  readonly email: string
  readonly order: string
  readonly scope: string
  readonly articles: readonly { readonly article: string; readonly quantity: string }[]
  readonly comment: string
}

/** A plain form's fields as typed: text, or nothing. Repeated fields are rows. */
export function typedDeclaration(body: Record<string, unknown>): TypedDeclaration {
  const articles = list(body.article)
  const quantities = list(body.quantity)
  return {
    name: one(body.name),
    email: one(body.email),
    order: one(body.order),
    scope: one(body.scope),
    articles: articles.slice(0, MOST_FORM_LINES).map((article, row) => ({ article, quantity: quantities[row] ?? "" })),
    comment: one(body.comment),
  }
}

const email = z.email().max(254)

/**
 * Reads a declaration. Only what makes it possible to answer is asked for: a name, an address for the acknowledgement, and
 * which contract is meant (D221-5). No reason is.
 */
export function readDeclaration(typed: TypedDeclaration): { declared: Declaration } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const need = (ok: boolean, field: FieldError["field"], id: string) => {
    if (!ok) errors.push({ field, id })
  }
  const rows = typed.articles.map((row, index) => ({ ...row, index })).filter(({ article }) => article.trim() !== "")
  need(isShort(typed.name), "name", "name")
  need(email.safeParse(typed.email.trim()).success, "email", "email")
  need(isShort(typed.order), "orderNumber", "order")
  if (typed.scope === "part") need(rows.length > 0, "articles", "article-1")
  need(
    rows.every(({ article }) => article.length <= LONGEST_NAME),
    "articles",
    "article-1",
  )
  const wrong = rows.find(({ quantity }) => quantityOf(quantity) === null)
  need(!wrong, "quantity", `quantity-${(wrong?.index ?? 0) + 1}`)
  need(typed.comment.length <= LONGEST_COMMENT, "comment", "comment")
  if (errors.length > 0) return { errors }

  return {
    declared: {
      name: oneLine(typed.name),
      email: typed.email.trim(),
      orderNumber: oneLine(typed.order),
      scope: scopeOf(typed.scope, rows.length > 0),
      // Kept with the whole order too: what a customer typed is what he declared.
      articles: rows.map(({ article, quantity }) => ({
        article: oneLine(article),
        quantity: quantityOf(quantity) as number,
      })),
      comment: typed.comment.replace(TURNING, "").trim(),
    },
  }
}

/** Who does not choose, and names articles, means those; who names none is asked by a person, not turned away. */
function scopeOf(typed: string, named: boolean): Declaration["scope"] {
  if (typed === "whole" || typed === "part") return typed
  return named ? "part" : "unsaid"
}

/** What was declared, as the form would hold it: to correct it. */
export function typedAgain(declared: Declaration): TypedDeclaration {
  return {
    ...declared,
    scope: declared.scope === "unsaid" ? "" : declared.scope,
    order: declared.orderNumber,
    articles: declared.articles.map(({ article, quantity }) => ({ article, quantity: String(quantity) })),
  }
}

const declaration = z.strictObject({
  name: z.string().min(1).max(LONGEST_NAME),
  email,
  orderNumber: z.string().min(1).max(LONGEST_NAME),
  scope: z.enum(["whole", "part", "unsaid"]),
  articles: z
    .array(z.strictObject({ article: z.string().min(1).max(LONGEST_NAME), quantity: z.int().min(1).max(9999) }))
    .max(MOST_LINES),
  comment: z.string().max(LONGEST_COMMENT),
  picked: z
    .strictObject({
      orderId: z.string().min(1).max(LONGEST_NAME),
      lines: z
        .array(z.strictObject({ line: z.string().min(1).max(LONGEST_NAME), quantity: z.int().min(1).max(9999) }))
        .max(MOST_LINES),
    })
    .optional(),
})

/** A declaration that came back inside a form; null when it is none. */
export function declarationIn(content: unknown): Declaration | null {
  const read = declaration.safeParse(content)
  return read.success ? read.data : null
}

/** Characters that turn the direction of what stands after them: a reader would see other words than were sent. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g

/** A name is one line: of several, the others would read as lines of the acknowledgement. */
function oneLine(text: string): string {
  return text
    .replace(TURNING, "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
}

function isShort(text: string): boolean {
  return text.trim() !== "" && text.length <= LONGEST_NAME
}

/** Nothing typed means one. */
function quantityOf(typed: string): number | null {
  if (typed.trim() === "") return 1
  return /^[1-9]\d{0,3}$/.test(typed.trim()) ? Number(typed) : null
}

/** One text of a form's field. */
export function one(value: unknown): string {
  const [first = ""] = list(value)
  return first
}

/** Text fields only; a lone surrogate or a NUL cannot be stored and is replaced. */
export function list(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value])
    .filter((text): text is string => typeof text === "string")
    .map((text) => text.toWellFormed().replace(/\u0000/g, "\ufffd"))
}
