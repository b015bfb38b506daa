import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonSetCatalogueRuleWorkflow } from "../../../../workflows/set-catalogue-rule"
import { hamonService } from "../../../../workflows/service"
import type { CreateCatalogueRule } from "../validators"

/** What the merchant announces of products and categories. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const [catalogue_rules, count] = await hamonService(req.scope).listAndCountCatalogueRules({}, { take: 1000 })
  res.json({ catalogue_rules, count, offset: 0, limit: 1000 })
}

/** Announces an exception to the right of withdrawal (L221-28) for a product or a category. */
export async function POST(req: AuthenticatedMedusaRequest<CreateCatalogueRule>, res: MedusaResponse) {
  const { result } = await hamonSetCatalogueRuleWorkflow(req.scope).run({ input: req.validatedBody })
  res.json({ catalogue_rule: result })
}
