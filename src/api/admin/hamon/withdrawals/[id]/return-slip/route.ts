import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { returnSlip } from "../../../../../../follow/return-slip"
import { slipTexts } from "../../../../../../follow/texts/slip"
import { sendPrivate } from "../../../../../files"
import { pictureFor } from "../../../../../retractation/suivi/session"

/** The return slip that the customer can download, in his language, for who asks for it by telephone. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { followed, picture } = await pictureFor(req, req.params.id, "customers")
  const slip = await returnSlip(picture, followed.merchant?.name ?? null)
  if (!slip)
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "there are no goods to send back for this declaration")
  sendPrivate(res, `${slipTexts(picture.locale).fileName}-${picture.reference}.pdf`, "application/pdf", slip)
}
