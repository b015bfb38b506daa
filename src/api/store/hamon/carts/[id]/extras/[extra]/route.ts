import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { hamonChooseExtraWorkflow } from "../../../../../../../workflows/checkout/choose-extra"
import { hamonTakeBackExtraWorkflow } from "../../../../../../../workflows/checkout/take-back-extra"
import type { ChooseExtra } from "../../../../validators"
import { shownExtra } from "../shown"

type Session = { readonly auth_context?: { readonly actor_type: string; readonly actor_id: string } }

/** Records that the customer chose a paid extra of the cart, with the words and the price that he read (L121-17). */
export async function PUT(req: MedusaStoreRequest<ChooseExtra>, res: MedusaResponse) {
  const { result } = await hamonChooseExtraWorkflow(req.scope).run({
    input: {
      cart_id: req.params.id,
      extra: req.params.extra,
      customer_id: (req as Session).auth_context?.actor_id ?? null,
      ...req.validatedBody,
    },
  })
  res.json({ extra: shownExtra(result) })
}

/** Takes the choice back. */
export async function DELETE(req: MedusaStoreRequest, res: MedusaResponse) {
  const { result } = await hamonTakeBackExtraWorkflow(req.scope).run({
    input: { cart_id: req.params.id, extra: req.params.extra },
  })
  res.json({ extras: result.map(shownExtra) })
}
