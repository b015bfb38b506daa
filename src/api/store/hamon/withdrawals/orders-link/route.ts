import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { declaringTexts } from "../../../../../declaring/texts"
import { hamonService } from "../../../../../workflows/service"
import { askOrdersLink } from "../../../../declaring/orders-link"
import { tooMany } from "../../../../limits"
import { customerLocale } from "../../customer-locale"
import type { AskOrdersLink } from "../validators"

/** « I have lost my number »: a link to one's orders by e-mail. The answer is the same whether there are any or not. */
export async function POST(req: MedusaStoreRequest<AskOrdersLink>, res: MedusaResponse) {
  const locale = customerLocale(req, hamonService(req.scope).getOptions())
  const t = declaringTexts(locale).api
  const asked = await askOrdersLink(req, req.validatedBody.email, locale)
  if (asked.is === "too_many") return tooMany(req, res, asked.count.retryAfter)
  if (asked.is === "no_address") {
    return res.status(400).json({ type: MedusaError.Types.INVALID_DATA, message: t.noEmail })
  }
  return res.json({ message: t.asked })
}
