import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import type { CustomerProof } from "../../modules/hamon/operations/customer-proof"
import { hamonService } from "../service"

export type GiveProofOfDispatchInput = CustomerProof & { withdrawal_id: string }

const giveProofOfDispatchStep = createStep(
  "give-proof-of-dispatch",
  async ({ withdrawal_id, ...proof }: GiveProofOfDispatchInput, { container }) => {
    await hamonService(container).giveProofOfDispatch(withdrawal_id, proof, now())
    // A proof that was given stays given.
    return new StepResponse(undefined)
  },
)

/**
 * The customer proves the dispatch of the goods, with files: the refund may not wait for them any longer (L221-24).
 *
 * @summary Record the customer's proof of dispatch.
 */
export const hamonGiveProofOfDispatchWorkflow = createWorkflow(
  "hamon-give-proof-of-dispatch",
  (input: WorkflowData<GiveProofOfDispatchInput>) => {
    giveProofOfDispatchStep(input)
    return new WorkflowResponse({ withdrawal_id: input.withdrawal_id })
  },
)
