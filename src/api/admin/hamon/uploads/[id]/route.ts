import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { hamonService } from "../../../../../workflows/service"
import { sendPrivate } from "../../../../files"

/** A private file of a declaration, for staff: an attachment, never opened in the admin's name. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const [file] = await hamonService(req.scope).listUploads({ id: req.params.id }, { take: 1 })
  if (!file) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no file ${req.params.id}`)
  sendPrivate(res, file.name, file.content_type, Buffer.from(file.content, "base64"))
}
