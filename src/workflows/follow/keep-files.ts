import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import type { NewUpload } from "../../modules/hamon/operations/uploads"
import type { UploadRow } from "../../modules/hamon/types"
import { hamonService } from "../service"

export type KeepFilesInput = {
  withdrawal_id: string
  purpose: UploadRow["purpose"]
  by: string
  files: readonly NewUpload[]
}

const keepFilesStep = createStep("keep-files", async ({ withdrawal_id, ...kept }: KeepFilesInput, { container }) => {
  await hamonService(container).keepFiles(withdrawal_id, kept, now())
  return new StepResponse(undefined)
})

/**
 * Staff keep private files of a declaration: photos of the goods, a letter that came by post, the proof of a payment.
 *
 * @summary Keep files of a withdrawal.
 */
export const hamonKeepFilesWorkflow = createWorkflow("hamon-keep-files", (input: WorkflowData<KeepFilesInput>) => {
  keepFilesStep(input)
  return new WorkflowResponse({ withdrawal_id: input.withdrawal_id })
})
