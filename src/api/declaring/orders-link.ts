import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { DECLARING_RULES, mailboxOf, paced } from "../../declaring/limits"
import { now } from "../../kit/clock"
import { networkOf } from "../../kit/network"
import type { Count } from "../../kit/rate-limits"
import { isPlain } from "../../kit/plain-text"
import { emailKey } from "../../modules/hamon/email-key"
import type { LetterLocale } from "../../modules/hamon/types"
import { hamonAskOrdersLinkWorkflow } from "../../workflows/ask-orders-link"
import { rateLimits } from "../../workflows/rate-limits"
import { hamonService } from "../../workflows/service"

const ADDRESS = z.email().max(254)

/** What came of asking: nothing in it says whether there are orders. */
export type Asked =
  { readonly is: "asked" } | { readonly is: "no_address" } | { readonly is: "too_many"; readonly count: Count }

/**
 * Has a link to the orders of an address sent to it. Many of one network are refused; many of one mailbox wait, since a
 * refusal would let anybody shut its holder out.
 */
export async function askOrdersLink(req: MedusaRequest, typed: unknown, locale: LetterLocale): Promise<Asked> {
  const email = typeof typed === "string" ? typed.trim() : ""
  if (!ADDRESS.safeParse(email).success || !isPlain(email)) return { is: "no_address" }
  const at = now()
  let dueAt = at
  if (hamonService(req.scope).getOptions().limitRequests) {
    const { linksByAddress, linksByNetwork } = DECLARING_RULES
    const limits = rateLimits(req.scope)
    const count = await limits.take(linksByNetwork, networkOf(req.ip))
    if (!count.allowed) return { is: "too_many", count }
    dueAt = paced(linksByAddress, await limits.take(linksByAddress, mailboxOf(emailKey(email))), at)
  }
  await hamonAskOrdersLinkWorkflow(req.scope).run({ input: { email, locale, dueAt } })
  return { is: "asked" }
}
