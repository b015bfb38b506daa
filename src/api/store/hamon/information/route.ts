import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { shopInformation } from "../../../../information/shop"
import { now } from "../../../../kit/clock"
import { readShop } from "../../../../workflows/information/read-shop"
import { hamonService } from "../../../../workflows/service"
import { customerLocale } from "../customer-locale"
import type { ReadInformation } from "../information-validators"
import { sendTagged } from "../tagged"

/** Everything that the shop says before any order (L111-1, L221-5, L221-14; LCEN art. 19 and 1-1), of a region or of all. */
export async function GET(req: MedusaStoreRequest<unknown, ReadInformation>, res: MedusaResponse) {
  const { region_id = null } = req.validatedQuery as ReadInformation
  const locale = customerLocale(req, hamonService(req.scope).getOptions())
  const facts = await readShop(req.scope, { regionId: region_id, now: now() })
  sendTagged(res, locale, { information: shopInformation(facts, locale) })
}
