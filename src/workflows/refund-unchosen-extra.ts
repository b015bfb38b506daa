import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import { readOrder } from "./order-facts/read-order"
import { hamonService } from "./service"
import { WORK_DUE } from "./work-due"

export type RefundUnchosenExtraInput = { id: string; actor: string }

const refundUnchosenExtraStep = createStep(
  "refund-unchosen-extra",
  async ({ id, actor }: RefundUnchosenExtraInput, { container }) => {
    const service = hamonService(container)
    const [extra] = await service.listUnchosenExtras({ id }, { take: 1 })
    if (!extra) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no unchosen extra ${id}`)
    // What staff refunded in Medusa a second ago must be seen before anything is planned.
    const order = await readOrder(container, extra.order_id)
    if (order) await service.syncOrder(order, now())
    const lines = await service.refundUnchosenExtra(id, actor, now())
    // Approved money is sent by the sweeper: there is nothing to take back here.
    return new StepResponse(
      lines.map(({ id: refund, amount, currency, state }) => ({ id: refund, amount, currency, state })),
    )
  },
)

/**
 * Gives a paid extra back that an order holds without the customer's choice (L121-17); the sweeper sends it at once. Asked
 * twice, the first plan stands.
 *
 * @summary Refund an extra that was not chosen.
 */
export const hamonRefundUnchosenExtraWorkflow = createWorkflow(
  "hamon-refund-unchosen-extra",
  (input: WorkflowData<RefundUnchosenExtraInput>) => {
    const refunds = refundUnchosenExtraStep(input)
    emitEventStep({ eventName: WORK_DUE, data: { unchosen_extra_id: input.id } })
    return new WorkflowResponse(refunds)
  },
)
