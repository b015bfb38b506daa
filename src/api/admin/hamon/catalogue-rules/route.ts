import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonSetCatalogueRuleWorkflow } from "../../../../workflows/set-catalogue-rule"
import { hamonService } from "../../../../workflows/service"
import type { ListCatalogueRules, SetCatalogueRule } from "../information-validators"

/** What the merchant announces of products, categories, shipping options, customer groups and countries. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, ListCatalogueRules>, res: MedusaResponse) {
  const { limit, offset, ...filters } = req.validatedQuery as ListCatalogueRules
  const [catalogue_rules, count] = await hamonService(req.scope).listAndCountCatalogueRules(
    // Of a filter that is undefined the ORM would make one that matches everything, or nothing.
    Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)),
    { take: limit, skip: offset, order: { id: "ASC" } },
  )
  res.json({ catalogue_rules, count, offset, limit })
}

/** Announces something from now on: see `modules/hamon/catalogue-rules.ts` for what a rule of each kind says. */
export async function POST(req: AuthenticatedMedusaRequest<SetCatalogueRule>, res: MedusaResponse) {
  const { result } = await hamonSetCatalogueRuleWorkflow(req.scope).run({
    input: { ...req.validatedBody, actor: req.auth_context.actor_id },
  })
  res.json({ catalogue_rule: result })
}
