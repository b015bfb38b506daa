import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { hamonService } from "./service"

export type SetCatalogueRuleInput = {
  kind: "exception"
  target_type: "product" | "category"
  target_id: string
  exception: number
}

const setCatalogueRuleStep = createStep(
  "set-catalogue-rule",
  async ({ exception, ...target }: SetCatalogueRuleInput, { container }) => {
    const service = hamonService(container)
    const [known] = await service.listCatalogueRules(target)
    const value = { number: exception }
    const rule = known
      ? await service.updateCatalogueRules({ id: known.id, value })
      : await service.createCatalogueRules({ ...target, value })
    return new StepResponse(rule, known ? { id: known.id, value: known.value } : { id: rule.id, value: null })
  },
  async (before, { container }) => {
    if (!before) return
    const service = hamonService(container)
    if (before.value) await service.updateCatalogueRules({ id: before.id, value: before.value })
    else await service.deleteCatalogueRules(before.id)
  },
)

/**
 * Announces an exception to the right of withdrawal for a product or a category, from now on: what earlier customers were
 * told stays in their checkout records.
 *
 * @summary Set a catalogue rule.
 */
export const hamonSetCatalogueRuleWorkflow = createWorkflow(
  "hamon-set-catalogue-rule",
  (input: WorkflowData<SetCatalogueRuleInput>) => new WorkflowResponse(setCatalogueRuleStep(input)),
)
