import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { checkoutTexts } from "../../../checkout/texts"
import { acknowledgementMissing } from "../../../workflows/checkout/acknowledged"
import { recordCart } from "../../../workflows/checkout/record-cart"
import { hamonService } from "../../../workflows/service"

/**
 * Option `checkout.requireAcknowledgement`: a cart becomes an order only after its customer saw the summary of it as it
 * stands (L221-14). A cart that is an order already is core's, which answers with that order; so is one that nobody knows.
 */
export async function acknowledgedFirst(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const options = hamonService(req.scope).getOptions()
  if (!options.checkout.requireAcknowledgement || !(await isOpen(req))) return next()
  const { record } = await recordCart(req.scope, { cartId: req.params.id, locale: null, fresh: false })
  if (!(await acknowledgementMissing(req.scope, record))) return next()
  const message = checkoutTexts(record.locale).acknowledge.missing
  // Written here: core replaces the words of a conflict by its own.
  res.status(409).json({ type: MedusaError.Types.NOT_ALLOWED, code: "summary_not_acknowledged", message })
}

async function isOpen(req: MedusaRequest): Promise<boolean> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const filters = { id: req.params.id }
  const { data } = await query.graph({ entity: "cart", fields: ["id", "completed_at"], filters })
  return data.length > 0 && data[0].completed_at === null
}
