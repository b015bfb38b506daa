import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { LetterLocale } from "../../modules/hamon/types"
import { recordCart } from "./record-cart"

/** `button_label`: the words that the shop shows on the order button (L221-14). */
export type RecordCheckoutInput = { cart_id: string; locale: LetterLocale; button_label: string }

const recordCheckoutStep = createStep("record-checkout", async (input: RecordCheckoutInput, { container }) => {
  const { cart_id: cartId, locale, button_label: buttonLabel } = input
  const { record } = await recordCart(container, { cartId, locale, buttonLabel, fresh: true })
  // Append-only: what a customer was shown is never taken back.
  return new StepResponse({ id: record.id, sequence: record.sequence, hash: record.hash, content: record.content })
})

/**
 * Freezes what a cart announces to the customer: lines, exceptions, delivery prices, extras. The shop calls it when it shows
 * the summary; the last record before the order is the truth for every later computation.
 *
 * @summary Record what a cart announces.
 */
export const hamonRecordCheckoutWorkflow = createWorkflow(
  "hamon-record-checkout",
  (input: WorkflowData<RecordCheckoutInput>) => new WorkflowResponse(recordCheckoutStep(input)),
)
