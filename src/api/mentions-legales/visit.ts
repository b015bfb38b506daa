import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { ShopFacts } from "../../information/facts"
import { now } from "../../kit/clock"
import type { LetterLocale } from "../../modules/hamon/types"
import { readShop } from "../../workflows/information/read-shop"
import { localeOf } from "../limits"

/**
 * What a request of these pages needs to answer: the language, and the shop. An unknown `?region=` is all regions: a page
 * of legal notices is never refused.
 */
export async function visitOf(req: MedusaRequest): Promise<{ locale: LetterLocale; facts: ShopFacts }> {
  const { region } = req.query
  const regionId = typeof region === "string" && /^[\w-]{1,100}$/.test(region) ? region : null
  return { locale: localeOf(req), facts: await read(req, regionId) }
}

async function read(req: MedusaRequest, regionId: string | null): Promise<ShopFacts> {
  const at = now()
  try {
    return await readShop(req.scope, { regionId, now: at })
  } catch (error) {
    const unknown = error instanceof MedusaError && error.type === MedusaError.Types.NOT_FOUND
    if (!unknown || regionId === null) throw error
    return readShop(req.scope, { regionId: null, now: at })
  }
}
