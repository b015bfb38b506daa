import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { UPLOAD_PURPOSES } from "../../../../../../modules/hamon/models/upload"
import { refuse } from "../../../../../../modules/hamon/follow-refusals"
import { hamonKeepFilesWorkflow } from "../../../../../../workflows/follow/keep-files"
import { hamonService } from "../../../../../../workflows/service"
import { cleanFiles, sentFiles } from "../../../../../files"

/** Facts of a file; its content is fetched on its own. */
const FIELDS = ["id", "purpose", "uploaded_by", "name", "content_type", "size", "hash", "created_at"]

/** The private files of a declaration. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const filter = { withdrawal_id: req.params.id }
  const files = await hamonService(req.scope).listUploads(filter, { select: FIELDS, order: { created_at: "ASC" } })
  res.json({ files })
}

/** Staff add files as multipart form: `purpose`, then `files`. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const given = (req.body as Record<string, unknown> | undefined)?.purpose
  const purpose = UPLOAD_PURPOSES.find((one) => one === given)
  if (!purpose) {
    const sentence = `purpose: give one of ${UPLOAD_PURPOSES.join(", ")}, before the files`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, sentence)
  }
  const cleaned = await cleanFiles(sentFiles(req))
  if ("refusal" in cleaned) refuse(cleaned.refusal)
  const input = { withdrawal_id: req.params.id, purpose, by: req.auth_context.actor_id, files: cleaned.files }
  await hamonKeepFilesWorkflow(req.scope).run({ input })
  return GET(req, res)
}
