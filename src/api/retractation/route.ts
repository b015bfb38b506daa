import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { now } from "../../kit/clock"
import { readDeclaration, typedAgain, typedDeclaration, type TypedDeclaration } from "../../pages/declaration"
import { withdrawalFormPage } from "../../pages/withdrawal-form"
import { acknowledgementFile, withdrawalRecordedPage } from "../../pages/withdrawal-recorded"
import { withdrawalReviewPage } from "../../pages/withdrawal-review"
import { hamonService } from "../../workflows/service"
import { confirmDraft, firstConfirmed } from "../declaring/confirm"
import { type Draft, newDraft, openDraft, sealDraft } from "../declaring/draft"
import { orderOfProven, pickedAgain, showPick } from "../declaring/pick"
import { type Visit, visit } from "../declaring/visit"

/** After this long the summary is shown again before it is sent: the customer may have forgotten what he typed. */
const FRESH = 2 * 60 * 60 * 1000
const EMPTY: TypedDeclaration = { name: "", email: "", order: "", scope: "", articles: [], comment: "" }

/** The online withdrawal function (L221-21, D221-5), first step: the form. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  return form(EMPTY, [], await visit(req), res)
}

/** The steps after the form: `review` shows what will be sent, `confirm` sends it, `download` gives the acknowledgement. */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const receivedAt = now()
  const visitor = await visit(req)
  const body = (req.body ?? {}) as Record<string, unknown>
  if (body.step === "review") return review(typedDeclaration(body), visitor, res)

  const draft = openDraft(body.state, visitor.options)
  if (!draft) return form(EMPTY, ["unreadable"], visitor, res.status(400))
  if (body.step === "correct") return correct(req, draft, visitor, res)
  if (body.step === "download") return download(req, draft, visitor, res)
  // A page that was open for long, or sealed with another secret: shown again, filled, to confirm again. Never an error.
  if (!draft.whole || receivedAt.getTime() - draft.shownAt > FRESH) {
    const confirmedAt = draft.whole ? firstConfirmed(draft, receivedAt).getTime() : null
    return show({ ...draft, confirmedAt }, "again", visitor, res)
  }
  return confirm(req, draft, receivedAt, visitor, res)
}

function review(typed: TypedDeclaration, visitor: Visit, res: MedusaResponse) {
  const read = readDeclaration(typed)
  if ("declared" in read) return show(newDraft(read.declared, null, now()), "first", visitor, res)
  const { locale, merchant, options } = visitor
  const page = withdrawalFormPage({ locale, merchant, law: options.law, typed, errors: read.errors })
  return res.status(422).type("html").send(page)
}

/** Back to where it was typed: the list of one's orders while the link is good, else the form, with the same words. */
async function correct(req: MedusaRequest, draft: Draft, visitor: Visit, res: MedusaResponse) {
  const { declared, proven } = draft
  const order = declared.picked && proven && (await orderOfProven(req.scope, declared.picked.orderId, proven))
  if (!order) return form(typedAgain(declared), [], visitor, res)
  return showPick(res, { order, proven, typed: pickedAgain(declared), errors: [] }, visitor)
}

function form(typed: TypedDeclaration, errors: "unreadable"[], visitor: Visit, res: MedusaResponse) {
  const { locale, merchant, options } = visitor
  const shown = errors.map((field) => ({ field, id: "name" }))
  return res.type("html").send(withdrawalFormPage({ locale, merchant, law: options.law, typed, errors: shown }))
}

function show(draft: Draft, because: "first" | "again" | "failed", visitor: Visit, res: MedusaResponse) {
  const { locale, merchant, options } = visitor
  const sealed = sealDraft({ ...draft, shownAt: now().getTime() }, options)
  const { declared } = draft
  return res.type("html").send(withdrawalReviewPage({ locale, merchant, law: options.law, declared, sealed, because }))
}

async function confirm(req: MedusaRequest, draft: Draft, receivedAt: Date, visitor: Visit, res: MedusaResponse) {
  const sender = { ...visitor, channel: "hosted_page", customerId: null } as const
  const confirmed = await confirmDraft(req, draft, sender, receivedAt)
  // The customer keeps what he typed and may confirm again: the draft's key makes it one declaration.
  if ("failed" in confirmed) return show(confirmed.failed, "failed", visitor, res.status(503))
  const sealed = String((req.body as Record<string, unknown>).state)
  const { merchant } = visitor
  return res.type("html").send(withdrawalRecordedPage({ ...confirmed.recorded, merchant, sealed, now: receivedAt }))
}

/** The acknowledgement as a file, of a declaration that was recorded: asking for it never makes one. */
async function download(req: MedusaRequest, draft: Draft, visitor: Visit, res: MedusaResponse) {
  const [row] = draft.whole ? await hamonService(req.scope).listWithdrawals({ declaration_key: draft.key }) : []
  if (!row) return show(draft, "again", visitor, res)
  const { reference, sent_at } = row
  const { declared } = draft
  const { name, text } = acknowledgementFile({
    locale: visitor.locale,
    declared,
    reference,
    sentAt: sent_at.toISOString(),
  })
  return res.type("text/plain; charset=utf-8").attachment(name).send(text)
}
