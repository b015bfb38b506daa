import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import { hamonService } from "./service"

export type RemoveCatalogueRuleInput = { id: string; actor: string }

const removeCatalogueRuleStep = createStep(
  "remove-catalogue-rule",
  async ({ id, actor }: RemoveCatalogueRuleInput, { container }) => {
    const rule = await hamonService(container).removeRule(id, actor, now())
    if (!rule) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no catalogue rule ${id}`)
    return new StepResponse({ id: rule.id }, { rule, actor })
  },
  async (done, { container }) => {
    if (!done) return
    const { kind, target_type, target_id, value } = done.rule
    await hamonService(container).setRule({ kind, target_type, target_id, value }, done.actor, now())
  },
)

/**
 * Announces something no longer, from now on.
 *
 * @summary Remove a catalogue rule.
 */
export const hamonRemoveCatalogueRuleWorkflow = createWorkflow(
  "hamon-remove-catalogue-rule",
  (input: WorkflowData<RemoveCatalogueRuleInput>) => new WorkflowResponse(removeCatalogueRuleStep(input)),
)
