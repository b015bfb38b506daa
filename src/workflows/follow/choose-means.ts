import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import type { OtherMeans } from "../../modules/hamon/types"
import { hamonService } from "../service"
import { WORK_DUE } from "../work-due"

/** `agreed` null: back to the means of payment. */
export type ChooseMeansInput = {
  withdrawal_id: string
  agreed: Pick<OtherMeans, "means" | "details" | "textShown"> | null
}

const chooseMeansStep = createStep(
  "choose-means",
  async ({ withdrawal_id, agreed }: ChooseMeansInput, { container }) => {
    const service = hamonService(container)
    if (agreed) await service.agreeToOtherMeans(withdrawal_id, agreed, now())
    else await service.takeBackOtherMeans(withdrawal_id, now())
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
