import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/**
 * Refuses an address whose ids hold a NUL, or bytes that are no text: PostgreSQL keeps none, and Express would fail to read
 * them.
 * @throws MedusaError not_found
 */
export function plainAddress(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  const [path] = req.originalUrl.split("?")
  if (path.includes("%00") || !isReadable(path))
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "there is nothing at this address")
  next()
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
