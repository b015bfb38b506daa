import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { LetterLocale } from "../../modules/hamon/types"
import { readSummary } from "./read-summary"

export type SummariseCartInput = { cart_id: string; locale: LetterLocale }

const summariseCartStep = createStep("summarise-cart", async (input: SummariseCartInput, { container }) => {
  const { summary } = await readSummary(container, { cartId: input.cart_id, locale: input.locale })
  // Append-only: what a customer was shown is never taken back.
  return new StepResponse(summary)
})

/**
 * What a cart shows directly above the order button (L221-14). What it announces is written down as its checkout record: the
 * last one before the order is the truth for every later computation.
 *
 * @summary Summarise a cart before the order.
 * @throws MedusaError not_found; not_allowed for a cart that is an order
 */
export const hamonSummariseCartWorkflow = createWorkflow(
  "hamon-summarise-cart",
  (input: WorkflowData<SummariseCartInput>) => new WorkflowResponse(summariseCartStep(input)),
)
