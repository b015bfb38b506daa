import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import type { KeepGoodsAnswer } from "../../modules/hamon/operations/keep-goods"
import { hamonService } from "../service"
import { WORK_DUE } from "../work-due"

export type AnswerKeepGoodsInput = KeepGoodsAnswer & { withdrawal_id: string }

const answerKeepGoodsStep = createStep(
  "answer-keep-goods",
  async ({ withdrawal_id, ...answer }: AnswerKeepGoodsInput, { container }) => {
    await hamonService(container).answerKeepGoods(withdrawal_id, answer, now())
    // The customer is told: what was agreed with him is not undone by what follows.
    return new StepResponse(undefined)
  },
)

/**
 * Staff agree that the customer keeps the goods, or refuse. Core's return is cancelled by the sweeper, told by the event.
 *
 * @summary Answer the wish to keep the goods of a withdrawal.
 */
export const hamonAnswerKeepGoodsWorkflow = createWorkflow(
  "hamon-answer-keep-goods",
  (input: WorkflowData<AnswerKeepGoodsInput>) => {
    answerKeepGoodsStep(input)
    emitEventStep({ eventName: WORK_DUE, data: { withdrawal_id: input.withdrawal_id } })
    return new WorkflowResponse({ withdrawal_id: input.withdrawal_id })
  },
)
