import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { LETTER_FIELDS } from "../../../order-picture"
import { hamonResendLetterWorkflow } from "../../../../../../workflows/resend-letter"
import { hamonService } from "../../../../../../workflows/service"

/** Staff have a letter sent again that failed. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  await hamonResendLetterWorkflow(req.scope).run({ input: { letter_id: req.params.id } })
  const [letter] = await hamonService(req.scope).listLetters({ id: req.params.id }, { select: LETTER_FIELDS })
  res.json({ letter })
}
