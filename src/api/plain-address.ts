import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/**
 * Refuses an address whose ids hold a NUL: PostgreSQL keeps none, and would fail where it is asked for one.
 * @throws MedusaError not_found
 */
export function plainAddress(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  const [path] = req.originalUrl.split("?")
  if (path.includes("%00")) throw new MedusaError(MedusaError.Types.NOT_FOUND, "there is nothing at this address")
  next()
}
