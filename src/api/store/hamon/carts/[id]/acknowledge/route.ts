import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { checkoutTexts } from "../../../../../../checkout/texts"
import { hamonAcknowledgeSummaryWorkflow } from "../../../../../../workflows/checkout/acknowledge-summary"
import type { AcknowledgeSummary } from "../../../validators"

const CODES = { changed: "summary_changed", terms_changed: "terms_changed" } as const

/** Records which summary the customer saw above the order button, which words on it, and which terms of sale. */
export async function POST(req: MedusaStoreRequest<AcknowledgeSummary>, res: MedusaResponse) {
  const { result } = await hamonAcknowledgeSummaryWorkflow(req.scope).run({
    input: { cart_id: req.params.id, ...req.validatedBody },
  })
  if (result.state === "acknowledged") {
    const { id, summary_hash, button_label, locale, texts, acknowledged_at } = result.acknowledgement
    const { terms } = texts
    res.json({ acknowledgement: { id, summary_hash, button_label, locale, terms, acknowledged_at } })
    return
  }
  // Written here: core replaces the words of a conflict by its own.
  const message = checkoutTexts(req.validatedBody.locale).acknowledge[result.state]
  const { summary } = result
  res.status(409).json({ type: MedusaError.Types.NOT_ALLOWED, code: CODES[result.state], message, summary })
}
