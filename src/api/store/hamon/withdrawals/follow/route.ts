import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { followPageTexts } from "../../../../../pages/texts/follow"
import { hamonProveByLinkWorkflow } from "../../../../../workflows/follow/prove-by-link"
import { hamonProveAddressWorkflow } from "../../../../../workflows/prove-address"
import { localeOf } from "../../../../limits"
import { pictureFor } from "../../../../retractation/suivi/session"
import type { FollowWithdrawal } from "./validators"

/**
 * The status of a declaration, for a storefront of its own: the same picture as the hosted page's. Wrong, unknown, expired
 * and worn out are one answer. It is never to be cached, which the answer says.
 */
export async function POST(req: MedusaRequest<FollowWithdrawal>, res: MedusaResponse) {
  const { reference = "", code = "", link, locale = localeOf(req) } = req.validatedBody
  const { result } = link
    ? await hamonProveByLinkWorkflow(req.scope).run({ input: { link } })
    : await hamonProveAddressWorkflow(req.scope).run({ input: { reference, code } })
  res.set("Cache-Control", "no-store")
  if (!result.withdrawalId) {
    res.status(422).json({ type: "not_proven", message: followPageTexts(locale).form.wrong })
    return
  }
  const { picture } = await pictureFor(req, result.withdrawalId, locale)
  res.json({ withdrawal: picture })
}
