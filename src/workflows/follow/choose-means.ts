import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import type { AgreedMeans, NotedWords } from "../../modules/hamon/operations/other-means"
import { hamonService } from "../service"
import { WORK_DUE } from "../work-due"

/** `agreed` null: back to the means of payment. */
export type ChooseMeansInput = {
  withdrawal_id: string
  agreed: AgreedMeans | null
  /** Where staff write down what a customer said by post or telephone. */
  noted?: NotedWords
}

const chooseMeansStep = createStep(
  "choose-means",
  async ({ withdrawal_id, agreed, noted }: ChooseMeansInput, { container }) => {
    const service = hamonService(container)
    const by = noted ? { by: noted.by, on: noted.on } : null
    if (agreed) await service.agreeToOtherMeans(withdrawal_id, agreed, now(), by)
    else await service.takeBackOtherMeans(withdrawal_id, now(), noted ?? null)
    return new StepResponse(undefined)
  },
)

/**
 * The customer expressly agrees to another means of refund (L221-24), or takes that back while nothing was paid.
 *
 * @summary Choose the means of refund of a withdrawal.
 */
export const hamonChooseMeansWorkflow = createWorkflow(
  "hamon-choose-means",
  (input: WorkflowData<ChooseMeansInput>) => {
    chooseMeansStep(input)
    emitEventStep({ eventName: WORK_DUE, data: { withdrawal_id: input.withdrawal_id } })
    return new WorkflowResponse({ withdrawal_id: input.withdrawal_id })
  },
)
