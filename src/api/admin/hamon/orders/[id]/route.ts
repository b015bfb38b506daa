import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { hamonService } from "../../../../../workflows/service"
import { orderPicture } from "../../order-picture"

/** Everything the law keeps of an order. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const picture = await orderPicture(hamonService(req.scope), req.params.id)
  if (!picture) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `order ${req.params.id} has no case yet; it is opened within a minute`,
    )
  }
  res.json({ hamon_order: picture })
}
