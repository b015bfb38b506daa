import type { GetPaymentStatusOutput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, PaymentSessionStatus } from "@medusajs/framework/utils"
import { isManual } from "../../modules/hamon/manual-payment"
import type { StartedSession } from "./read-started-payment"

/** Core's Payment module has no public question about a session's state at its provider; every provider has the answer. */
type Providers = {
  readonly paymentProviderService_: {
    getStatus(providerId: string, input: { data: Record<string, unknown> }): Promise<GetPaymentStatusOutput>
  }
}

/**
 * Whether the money has been taken already, by the provider's own word: its webhook may be on the way. No answer is not a
 * yes: then the provider's answer to the cancellation decides, and the log says so.
 */
export async function isPaidAtProvider(container: MedusaContainer, session: StartedSession): Promise<boolean> {
  const { id, provider_id } = session
  // It has no answer.
  if (isManual(provider_id)) return false
  try {
    const payments = container.resolve(Modules.PAYMENT)
    const { data } = await payments.retrievePaymentSession(id, { select: ["id", "data"] })
    const { paymentProviderService_ } = payments as unknown as Providers
    const { status } = await paymentProviderService_.getStatus(provider_id, { data })
    return status === PaymentSessionStatus.CAPTURED
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`hamon: ${provider_id} did not say the state of the payment session ${id}: ${String(error)}`)
    return false
  }
}
