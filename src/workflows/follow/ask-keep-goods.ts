import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import { hamonService } from "../service"

/** `by`: `customer`, or the member of staff who was told otherwise. */
export type AskKeepGoodsInput = { withdrawal_id: string; by: string }

const askKeepGoodsStep = createStep("ask-keep-goods", async (input: AskKeepGoodsInput, { container }) => {
  await hamonService(container).askKeepGoods(input.withdrawal_id, input.by, now())
  return new StepResponse(undefined)
})

/**
 * The customer asks to keep the goods after all: it takes effect when staff agree (U21).
 *
 * @summary Ask to keep the goods of a withdrawal.
 */
export const hamonAskKeepGoodsWorkflow = createWorkflow(
  "hamon-ask-keep-goods",
  (input: WorkflowData<AskKeepGoodsInput>) => {
    askKeepGoodsStep(input)
    return new WorkflowResponse({ withdrawal_id: input.withdrawal_id })
  },
)
