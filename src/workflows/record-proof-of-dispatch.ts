import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import { hamonService } from "./service"

export type RecordProofOfDispatchInput = { withdrawal_id: string; on: string; proof: string; actor: string }

const recordProofOfDispatchStep = createStep(
  "record-proof-of-dispatch",
  async ({ withdrawal_id, on, proof, actor }: RecordProofOfDispatchInput, { container }) => {
    await hamonService(container).recordProofOfDispatch(withdrawal_id, { on, text: proof, actor }, now())
    // A proof that was given stays given.
    return new StepResponse(undefined)
  },
)

/**
 * Records that the customer proved the dispatch of the goods: the refund may not wait for them any longer (L221-24).
 *
 * @summary Record a proof of dispatch.
 */
export const hamonRecordProofOfDispatchWorkflow = createWorkflow(
  "hamon-record-proof-of-dispatch",
  (input: WorkflowData<RecordProofOfDispatchInput>) => {
    recordProofOfDispatchStep(input)
    return new WorkflowResponse({ withdrawal_id: input.withdrawal_id })
  },
)
