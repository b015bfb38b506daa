import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { natureOf, productDuties, rulesOfProduct } from "../../../../../../information/product-duties"
import { readProducts } from "../../../../../../workflows/information/read-products"

/** What a product must say before it may be sold to consumers, what of it is missing, and which rules say the rest. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { id } = req.params
  const [product] = await readProducts(req.scope, [id])
  if (!product) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no product ${id}`)
  const duties = productDuties(product)
  res.json({
    product_information: {
      product_id: id,
      nature: natureOf(product),
      /** What holds for it: its own rules before its categories'. */
      ...rulesOfProduct(product),
      complete: duties.every(({ state }) => state === "met"),
      duties,
    },
  })
}
