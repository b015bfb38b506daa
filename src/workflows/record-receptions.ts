import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import type { ReceptionReport } from "../modules/hamon/operations/receptions"
import { hamonService } from "./service"
import { hamonSyncOrderWorkflow } from "./sync-order"

export type RecordReceptionsInput = { order_id: string; receptions: ReceptionReport[] }

const recordReceptionsStep = createStep("record-receptions", async (input: RecordReceptionsInput, { container }) => {
  await hamonService(container).recordReceptions(input.order_id, input.receptions, now())
  // A reception is a fact that somebody told: it is corrected by another one, never undone by the machine.
  return new StepResponse(undefined)
})

/**
 * Records on which days parcels of an order were received (L221-18, L216-2). The order is read first, so that a parcel made
 * a second ago is known.
 *
 * @summary Record receptions of an order's parcels.
 */
export const hamonRecordReceptionsWorkflow = createWorkflow(
  "hamon-record-receptions",
  (input: WorkflowData<RecordReceptionsInput>) => {
    hamonSyncOrderWorkflow.runAsStep({ input: { order_id: input.order_id } })
    recordReceptionsStep(input)
    return new WorkflowResponse({ order_id: input.order_id })
  },
)
