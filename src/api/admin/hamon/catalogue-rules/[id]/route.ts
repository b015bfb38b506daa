import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonRemoveCatalogueRuleWorkflow } from "../../../../../workflows/remove-catalogue-rule"

/** Announces something no longer, from now on. */
export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { result } = await hamonRemoveCatalogueRuleWorkflow(req.scope).run({
    input: { id: req.params.id, actor: req.auth_context.actor_id },
  })
  res.json({ id: result.id, object: "catalogue_rule", deleted: true })
}
