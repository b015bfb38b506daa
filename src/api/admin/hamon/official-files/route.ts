import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonAddOfficialFileWorkflow } from "../../../../workflows/add-official-file"
import { hamonService } from "../../../../workflows/service"
import type { UploadOfficialFile } from "../information-validators"

/** More versions than are ever uploaded by hand. */
const MOST = 200

/** Official files that are, or were, shown to customers: the newest first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  res.json({ official_files: await hamonService(req.scope).officialFiles(MOST) })
}

/** Supplies an official file; it is shown from now on, and the one before stays. */
export async function POST(req: AuthenticatedMedusaRequest<UploadOfficialFile>, res: MedusaResponse) {
  const { result } = await hamonAddOfficialFileWorkflow(req.scope).run({
    input: { ...req.validatedBody, actor: req.auth_context.actor_id },
  })
  res.json({ official_file: result })
}
