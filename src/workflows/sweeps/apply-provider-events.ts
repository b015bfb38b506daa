import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { PaymentGateway } from "../../gateways/types"
import { now } from "../../kit/clock"
import type { ProviderEventRow } from "../../modules/hamon/types"
import { tellStaffOfDisputes } from "../payments/tell-staff"
import { paymentOfSession } from "../payments/provider-books"
import { hamonService } from "../service"
import { drain, runSweep, sentenceOf } from "./run-sweep"

/** Applies one event: whatever it says, the payment is read whole at the provider. */
async function applyEvent(container: MedusaContainer, event: ProviderEventRow): Promise<void> {
  const service = hamonService(container)
  try {
    const gateway = service.getOptions().gateways.find(({ name }) => name === event.provider)
    const orderId = gateway ? await applyTo(container, gateway, event.payment_reference) : null
    await service.providerEventDone(event.id, orderId, now())
  } catch (error) {
    await service.providerEventFailed(event, sentenceOf(error), now())
  }
}

/** @returns the order whose payment it is; null where the payment is none of this shop's orders */
async function applyTo(
  container: MedusaContainer,
  gateway: PaymentGateway,
  reference: string | null,
): Promise<string | null> {
  const books = reference ? await gateway.readPayment(reference) : null
  const payment = books?.session ? await paymentOfSession(container, books.session) : null
  if (!books || !payment?.orderId) return null
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
    await tellStaffOfDisputes(container)
    await service.eraseOldBodies(now())
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
