import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import { hamonService } from "../service"
import { extrasOfCart } from "./extras"
import { recordCart } from "./record-cart"

export type TakeBackExtraInput = { cart_id: string; extra: string }

const takeBackExtraStep = createStep(
  "take-back-extra",
  async ({ cart_id, extra }: TakeBackExtraInput, { container }) => {
    // Of a cart that is an order nothing is taken back any more.
    await recordCart(container, { cartId: cart_id, locale: null, fresh: false })
    await hamonService(container).takeBackChoice(cart_id, extra, now())
    const { extras } = await extrasOfCart(container, cart_id, null)
    return new StepResponse(extras)
  },
)

/**
 * Takes a customer's choice of a paid extra back; what stands in the cart is removed with Medusa's own routes.
 *
 * @summary Take the choice of a paid extra back.
 */
export const hamonTakeBackExtraWorkflow = createWorkflow(
  "hamon-take-back-extra",
  (input: WorkflowData<TakeBackExtraInput>) => new WorkflowResponse(takeBackExtraStep(input)),
)
