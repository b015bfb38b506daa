import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { reportDocument } from "../../../../../conformity/document"
import { merchantZone } from "../../../../../modules/hamon/options"
import { currentReport } from "../../../../../workflows/conformity/report"
import { hamonService } from "../../../../../workflows/service"
import type { GetConformityDocument } from "../../conformity-validators"

/** The report as PDF, for the merchant's files. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, GetConformityDocument>, res: MedusaResponse) {
  const options = hamonService(req.scope).getOptions()
  const { locale = options.defaultLocale } = req.validatedQuery as GetConformityDocument
  const report = await currentReport(req.scope)
  const name = `${locale === "fr" ? "conformite" : "conformity"}-${report.generated_at.slice(0, 10)}.pdf`
  res
    .set("Content-Type", "application/pdf")
    .set("Content-Disposition", `attachment; filename="${name}"`)
    .set("Cache-Control", "no-store")
    .send(await reportDocument(report, locale, merchantZone(options)))
}
