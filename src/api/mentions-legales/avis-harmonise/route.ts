import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { noticeMissingPage } from "../../../pages/notice-missing"
import { hamonService } from "../../../workflows/service"
import { localeOf } from "../../limits"

/** A file from outside: shown as it is, it may do nothing. The storefront shows it too, from its own address. */
const FILE_HEADERS = {
  "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Cache-Control": "public, no-cache",
}

/** The official harmonised notice on the legal guarantee, unchanged (Regulation (EU) 2025/1960); in French where it is in no other language. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const service = hamonService(req.scope)
  const locale = localeOf(req)
  const file =
    (await service.currentOfficialFile("harmonised_notice", locale)) ??
    (await service.currentOfficialFile("harmonised_notice", "fr"))
  if (!file) return res.status(404).type("html").send(noticeMissingPage(locale))
  res.set({ ...FILE_HEADERS, ETag: `"${file.hash}"`, "Content-Language": file.locale })
  res.vary("Accept-Language")
  // Browsers show no PDF inside a sandbox.
  if (file.content_type === "application/pdf") res.attachment(`avis-harmonise-${file.locale}.pdf`)
  return res.type(file.content_type).send(await service.officialFileBytes(file.id))
}
