import type { MedusaContainer } from "@medusajs/framework/types"
import type { CheckoutRecordRow } from "../../modules/hamon/operations/checkout"
import { hamonService } from "../service"

/**
 * Whether a cart may not be ordered yet because nobody acknowledged what it announces (option
 * `checkout.requireAcknowledgement`).
 * @param record of the cart as it stands, from `recordCart`: one that was acknowledged before an edit is another
 */
export async function acknowledgementMissing(
  container: MedusaContainer,
  record: Pick<CheckoutRecordRow, "id">,
): Promise<boolean> {
  const service = hamonService(container)
  if (!service.getOptions().checkout.requireAcknowledgement) return false
  return (await service.acknowledgementOf(record.id)) === null
}
