import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { modelForm } from "../../../information/model-form"
import { unpublishedPage } from "../../../pages/legal-notice"
import { modelFormHtml, modelFormPdf } from "../../../pages/model-form"
import { legalNoticeTexts } from "../../../pages/texts/legal-notice"
import { visitOf } from "../visit"

/** The model withdrawal form with the seller filled in (R221-1), to keep or to print: as PDF, or with `format=html` as a page. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const { locale, facts } = await visitOf(req)
  const paragraphs = facts.merchant && modelForm(facts.merchant.content, locale, facts.on)
  if (!facts.merchant || !paragraphs) return res.status(503).type("html").send(unpublishedPage(locale))
  const { publishedAt, content } = facts.merchant
  const form = { locale, merchant: content.name, paragraphs, publishedAt }
  const { fileName } = legalNoticeTexts(locale).form
  res.set("Content-Language", locale)
  if (req.query.format === "html") return res.attachment(`${fileName}.html`).type("html").send(modelFormHtml(form))
  return res
    .attachment(`${fileName}.pdf`)
    .type("application/pdf")
    .send(await modelFormPdf(form))
}
