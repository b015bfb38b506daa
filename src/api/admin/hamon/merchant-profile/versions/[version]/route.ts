import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { hamonService } from "../../../../../../workflows/service"

/** What a version of the profile said; letters and records name versions by this number. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { version } = req.params
  const known = /^[1-9]\d{0,8}$/.test(version) ? await hamonService(req.scope).publishedProfile(Number(version)) : null
  if (!known) throw new MedusaError(MedusaError.Types.NOT_FOUND, `no version ${version} of the profile was published`)
  res.json({ merchant_profile: known })
}
