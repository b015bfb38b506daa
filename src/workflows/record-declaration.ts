import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { NewDeclaration } from "../modules/hamon/operations/declarations"
import { hamonService } from "./service"
import { WORK_DUE } from "./work-due"

const recordDeclarationStep = createStep("record-declaration", async (input: NewDeclaration, { container }) => {
  const { sentAt, receivedAt, acknowledgeAt } = input
  const row = await hamonService(container).recordDeclaration({
    ...input,
    sentAt: new Date(sentAt),
    ...(receivedAt && { receivedAt: new Date(receivedAt) }),
    ...(acknowledgeAt && { acknowledgeAt: new Date(acknowledgeAt) }),
  })
  const { id, reference, declared, locale, acknowledgement_due_at: due } = row
  // No compensation: a declaration that was stored is never taken back (L221-21).
  return new StepResponse({
    ...{ id, reference, declared, locale },
    sentAt: row.sent_at.toISOString(),
    acknowledgementDueAt: due?.toISOString() ?? null,
  })
})

/**
 * Records a declaration of withdrawal before anything else happens. Nothing here looks at the order: the answer, its time
 * and its queries are the same whether it exists or not; matching is the sweeper's, told by the event.
 *
 * @summary Record a declaration of withdrawal.
 */
export const hamonRecordDeclarationWorkflow = createWorkflow(
  "hamon-record-declaration",
  (input: WorkflowData<NewDeclaration>) => {
    const recorded = recordDeclarationStep(input)
    const data = transform({ recorded }, ({ recorded: { id } }) => ({ withdrawal_id: id }))
    emitEventStep({ eventName: WORK_DUE, data })
    return new WorkflowResponse(recorded)
  },
)
