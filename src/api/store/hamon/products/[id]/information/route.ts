import type { AuthenticatedMedusaRequest, MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { productInformation } from "../../../../../../information/product"
import { rightOfCustomer } from "../../../../../../workflows/checkout/right-of"
import { readProducts } from "../../../../../../workflows/information/read-products"
import { hamonService } from "../../../../../../workflows/service"
import { customerLocale } from "../../../customer-locale"
import type { ReadProductInformation } from "../../../information-validators"
import { sendTagged } from "../../../tagged"

/** What selects the answer besides the language: the shop's key, and who is logged in. */
const SELECTED_BY = ["x-publishable-api-key", "Authorization", "Cookie"]

/** What is said of a product before the order (L111-1, L221-5), to the customer who asks. */
export async function GET(req: MedusaStoreRequest<unknown, ReadProductInformation>, res: MedusaResponse) {
  const service = hamonService(req.scope)
  const options = service.getOptions()
  const locale = customerLocale(req, options)
  const query = req.validatedQuery as ReadProductInformation
  const customerId = (req as unknown as AuthenticatedMedusaRequest).auth_context?.actor_id || null
  const [product, profile, country] = await Promise.all([
    offeredProduct(req),
    service.publishedProfile(null),
    countryOf(req.scope, query),
  ])
  const right = await rightOfCustomer(req.scope, { customerId, country })
  const merchant = profile?.content ?? null
  const information = productInformation({ product, locale, merchant, right, options })
  sendTagged(res, locale, { product_information: information }, SELECTED_BY)
}

/** As core: what is not published, or not in a sales channel of the key, is not there. */
async function offeredProduct(req: MedusaStoreRequest) {
  const { id } = req.params
  const [product] = await readProducts(req.scope, [id], req.locale)
  const channels = req.publishable_key_context?.sales_channel_ids ?? []
  const offered = product?.status === "published" && product.salesChannelIds.some((one) => channels.includes(one))
  if (!offered) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no product ${id}`)
  return product
}

/** @throws MedusaError not_found when there is no such region */
async function countryOf(
  container: MedusaContainer,
  { region_id, country_code }: ReadProductInformation,
): Promise<string | null> {
  if (!region_id) return country_code ?? null
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = ["id", "countries.iso_2"]
  const { data } = await query.graph({ entity: "region", fields, filters: { id: region_id } })
  const [region] = data as { countries?: ({ iso_2: string } | null)[] }[]
  if (!region) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no region ${region_id}`)
  const countries = (region.countries ?? []).filter((one) => one !== null)
  return country_code ?? (countries.length === 1 ? countries[0].iso_2 : null)
}
