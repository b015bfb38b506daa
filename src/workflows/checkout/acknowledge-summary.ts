import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MedusaError } from "@medusajs/framework/utils"
import type { Summary } from "../../checkout/summary"
import { now } from "../../kit/clock"
import { orderButton } from "../../law"
import type { AcknowledgementRow } from "../../modules/hamon/operations/acknowledgements"
import type { LetterLocale } from "../../modules/hamon/types"
import { hamonService } from "../service"
import { readSummary } from "./read-summary"

/**
 * `summary_hash`: of the summary that stood above the button; `button_label`: the words on it; `terms`: id of the version of
 * the terms of sale that the customer accepted, null where there is none.
 */
export type AcknowledgeSummaryInput = {
  cart_id: string
  summary_hash: string
  button_label: string
  locale: LetterLocale
  terms: string | null
}

/** `changed`, `terms_changed`: nothing was recorded, the customer has to see the new summary. */
export type AcknowledgeSummaryResult =
  | { state: "acknowledged"; acknowledgement: AcknowledgementRow }
  | { state: "changed" | "terms_changed"; summary: Summary }

const acknowledgeSummaryStep = createStep(
  "acknowledge-summary",
  async (input: AcknowledgeSummaryInput, { container }) => {
    const { cart_id: cartId, summary_hash, button_label: buttonLabel, locale, terms } = input
    checkLabel(buttonLabel, locale)
    const { summary, record, customerId } = await readSummary(container, { cartId, locale })
    if (terms !== (summary.terms?.id ?? null)) return answer({ state: "terms_changed", summary })
    if (summary_hash !== summary.summary_hash) return answer({ state: "changed", summary })
    const seen = { cartId, record, summary, buttonLabel, locale, customerId }
    const acknowledgement = await hamonService(container).acknowledgeSummary(seen, now())
    return answer({ state: "acknowledged", acknowledgement })
  },
)

// Append-only: what a customer saw is never taken back.
function answer(result: AcknowledgeSummaryResult): StepResponse<AcknowledgeSummaryResult> {
  return new StepResponse(result)
}

function checkLabel(label: string, locale: LetterLocale): void {
  const { verdict, reason } = orderButton(label, locale)
  if (verdict !== "refused") return
  const sentence = `button_label: ${reason[locale]} (L221-14, L242-2)`
  throw new MedusaError(MedusaError.Types.INVALID_DATA, sentence)
}

/**
 * Records that a customer saw the summary directly above the order button, with which words on it and which terms of sale
 * (L221-14). The summary is composed again: of a cart that has changed meanwhile nothing is recorded.
 *
 * @summary Record which summary a customer saw before the order.
 * @throws MedusaError not_found; not_allowed for a cart that is an order; invalid_data for a label that does not say that the
 *   order obliges to pay
 */
export const hamonAcknowledgeSummaryWorkflow = createWorkflow(
  "hamon-acknowledge-summary",
  (input: WorkflowData<AcknowledgeSummaryInput>) => new WorkflowResponse(acknowledgeSummaryStep(input)),
)
