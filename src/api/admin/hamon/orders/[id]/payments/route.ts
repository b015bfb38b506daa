import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { compareBooks } from "../../../../../../workflows/payments/compare-books"

/** Payments of an order as Medusa has them, beside the provider's own books, asked now. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  res.json({ payments: await compareBooks(req.scope, req.params.id) })
}
