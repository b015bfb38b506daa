import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  type ReturnWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { WORK_DUE } from "../work-due"

/** Named, so that the types of the package name this file and no package that it does not declare. */
export interface StaffAct<Input> extends ReturnWorkflow<Input, { withdrawal_id: string }, []> {}

/**
 * The workflow of an act of staff on one declaration: the act, then a word to the sweepers. An act is a fact with its author,
 * kept as evidence in the transaction that did it: none is taken back by a compensation.
 */
export function staffAct<Input extends { withdrawal_id: string }>(
  id: string,
  act: (container: MedusaContainer, input: Input) => Promise<void>,
): StaffAct<Input> {
  const actStep = createStep(`${id}-act`, async (input: Input, { container }) => {
    await act(container, input)
    return new StepResponse(undefined)
  })
  return createWorkflow(id, (input: WorkflowData<Input>) => {
    actStep(input as never)
    emitEventStep({ eventName: WORK_DUE, data: { withdrawal_id: input.withdrawal_id } })
    return new WorkflowResponse({ withdrawal_id: input.withdrawal_id })
  })
}
