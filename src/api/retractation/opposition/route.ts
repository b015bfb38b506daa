import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { objectionFormPage, objectionRecordedPage } from "../../../pages/objection"
import { pageLocale } from "../../../pages/texts"
import { hamonRecordObjectionWorkflow } from "../../../workflows/holds/record-objection"
import { hamonService } from "../../../workflows/service"

/** "I did not send this": the page of the letter that tells of a hold. Opening it does nothing. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const frame = await visit(req)
  res.type("html").send(objectionFormPage({ ...frame, reference: "", wrong: false }))
}

/** Records the objection, where reference and code go together. */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const frame = await visit(req)
  const { reference, code } = (req.body ?? {}) as Record<string, unknown>
  const typed = { reference: text(reference), code: text(code) }
  const { result } = await hamonRecordObjectionWorkflow(req.scope).run({ input: typed })
  const shown = { ...frame, reference: typed.reference }
  if (result.recorded) return res.type("html").send(objectionRecordedPage(shown))
  return res
    .status(422)
    .type("html")
    .send(objectionFormPage({ ...shown, wrong: true }))
}

async function visit(req: MedusaRequest) {
  const service = hamonService(req.scope)
  const chosen = (req.body as Record<string, unknown> | undefined)?.lang ?? req.query.lang
  const locale = pageLocale(chosen, req.headers["accept-language"], service.getOptions().defaultLocale)
  const profile = await service.publishedProfile(null)
  return { locale, merchant: profile?.content.name ?? null }
}

/** What was typed, whatever was sent. */
function text(value: unknown): string {
  if (typeof value !== "string") return ""
  return value
    .slice(0, 100)
    .toWellFormed()
    .replace(/\u0000/g, "")
}
