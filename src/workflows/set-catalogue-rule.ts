import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import { readRuleValue, type SettableRuleKind } from "../modules/hamon/catalogue-rules"
import type { RuleTarget } from "../modules/hamon/models/catalogue-rule"
import { checkRuleTarget } from "./information/rule-target"
import { hamonService } from "./service"

export type SetCatalogueRuleInput = {
  kind: SettableRuleKind
  target_type: RuleTarget
  target_id: string
  /** By kind, see `modules/hamon/catalogue-rules.ts`. */
  value: unknown
  /** Who announces it. */
  actor: string
}

const setCatalogueRuleStep = createStep(
  "set-catalogue-rule",
  async ({ actor, ...input }: SetCatalogueRuleInput, { container }) => {
    const { kind, target_type, target_id } = input
    const value = readRuleValue(kind, target_type, input.value)
    await checkRuleTarget(container, target_type, target_id)
    const place = { kind, target_type, target_id }
    const { rule, before } = await hamonService(container).setRule({ ...place, value }, actor, now())
    return new StepResponse(rule, { id: rule.id, place, before, actor })
  },
  async (done, { container }) => {
    if (!done) return
    const service = hamonService(container)
    if (done.before === null) await service.removeRule(done.id, done.actor, now())
    else await service.setRule({ ...done.place, value: done.before }, done.actor, now())
  },
)

/**
 * Announces something of a product, category, shipping option, customer group or country, from now on: an exception to the
 * right of withdrawal (L221-28), information before the order (L111-1), a paid extra (L121-17), customers outside the
 * right. What earlier customers were told stays in their checkout records.
 *
 * @summary Set a catalogue rule.
 */
export const hamonSetCatalogueRuleWorkflow = createWorkflow(
  "hamon-set-catalogue-rule",
  (input: WorkflowData<SetCatalogueRuleInput>) => new WorkflowResponse(setCatalogueRuleStep(input)),
)
