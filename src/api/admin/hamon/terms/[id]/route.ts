import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { TERMS_OF_SALE } from "../../../../../modules/hamon/operations/text-versions"
import { hamonService } from "../../../../../workflows/service"

/** A version of the terms of sale, word for word. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { id } = req.params
  const terms = await hamonService(req.scope).textVersion(id)
  if (terms?.kind !== TERMS_OF_SALE) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `there are no terms of sale ${id}`)
  }
  res.json({ terms })
}
