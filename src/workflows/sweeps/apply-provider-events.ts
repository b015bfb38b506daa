import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { PaymentGateway } from "../../gateways/types"
import { now } from "../../kit/clock"
import type { ProviderEventRow } from "../../modules/hamon/types"
import { tellStaffOfDisputes } from "../payments/tell-staff"
import { paymentOfSession } from "../payments/provider-books"
import { hamonService } from "../service"
import { drain, runSweep, sentenceOf } from "./run-sweep"

/** A payment that has no order after so long will have none: its cart was left. */
const ORDER_MAKING = 24 * 60 * 60 * 1000

/** Applies one event: whatever it says, the payment is read whole at the provider. */
async function applyEvent(container: MedusaContainer, event: ProviderEventRow): Promise<void> {
  const service = hamonService(container)
  try {
    const gateway = service.getOptions().gateways.find(({ name }) => name === event.provider)
    const orderId = gateway ? await applyTo(container, gateway, event) : null
    await service.providerEventDone(event.id, orderId, now())
  } catch (error) {
    await service.providerEventFailed(event, sentenceOf(error), now())
  }
}

/** @returns the order whose payment it is; null where the payment is none of this shop's orders */
async function applyTo(
  container: MedusaContainer,
  gateway: PaymentGateway,
  { payment_reference: reference, occurred_at: occurredAt }: ProviderEventRow,
): Promise<string | null> {
  const books = reference ? await gateway.readPayment(reference) : null
  const payment = books?.session ? await paymentOfSession(container, books.session) : null
  // Whoever has the account's key may write any session on a payment: it is ours when core's payment names it too.
  if (!books || !payment || payment.reference !== books.reference) return null
  if (!payment.orderId) {
    if (now().getTime() - occurredAt.getTime() > ORDER_MAKING) return null
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "its payment has no order yet: it is looked at again")
  }
  await hamonService(container).applyProviderPayment(
    { id: payment.id, orderId: payment.orderId, provider: gateway.name },
    books,
    now(),
  )
  return payment.orderId
}

const applyProviderEventsStep = createStep("apply-provider-events", async (_: void, { container }) => {
  const service = hamonService(container)
  const result = await runSweep(container, "provider-events", async () => {
    const swept = await drain(
      (limit) => service.claimProviderEvents(now(), limit),
      (event) => applyEvent(container, event),
    )
    // Before the bell: a host without one keeps no personal data for that.
    await service.eraseOldBodies(now())
    await tellStaffOfDisputes(container)
    return swept
  })
  return new StepResponse(result.handled)
})

/**
 * Applies what payment providers told, and tells staff of disputes.
 *
 * @summary Apply events of payment providers.
 */
export const hamonApplyProviderEventsWorkflow = createWorkflow("hamon-apply-provider-events", () => {
  return new WorkflowResponse(applyProviderEventsStep())
})
