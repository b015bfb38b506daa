import type { IPaymentModuleService, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { StartedSession } from "./read-started-payment"
import { isPaidAtProvider } from "./session-at-provider"

type End = "left" | "paid" | "unavailable"

/** `canceled`: those that were cancelled and removed; with several, some may be where others failed. */
export type CanceledSessions = { state: End; canceled: { id: string; provider_id: string }[] }

/**
 * Cancels open payment sessions at their providers and removes them. Core's own step is not used: where one session of
 * several fails, it makes the cancelled ones again. Here each that could be cancelled stays so, and none is made again when
 * a later step fails.
 */
export const cancelSessionsStep = createStep(
  "cancel-sessions",
  async (sessions: readonly StartedSession[], { container }) => {
    const ends = await Promise.all(sessions.map((session) => cancelSession(container, session)))
    const result: CanceledSessions = {
      state: (["paid", "unavailable"] as const).find((end) => ends.includes(end)) ?? "left",
      canceled: sessions
        .filter((_, index) => ends[index] === "left")
        .map(({ id, provider_id }) => ({ id, provider_id })),
    }
    return new StepResponse(result)
  },
)

/** Never throws: what a provider could not do is an end like the others, and the session stays. */
async function cancelSession(container: MedusaContainer, session: StartedSession): Promise<End> {
  const payments = container.resolve(Modules.PAYMENT)
  // Many providers remove a session without a word to their servers: what was paid in the meantime would have no order.
  if (await isPaidAtProvider(container, session)) return "paid"
  try {
    const { payment } = session
    if (payment && !payment.canceled) await payments.cancelPayment(payment.id)
    await payments.deletePaymentSession(session.id)
    return "left"
  } catch (error) {
    if (await isGone(payments, session.id)) return "left"
    if (await isPaidAtProvider(container, session)) return "paid"
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`hamon: the payment session ${session.id} could not be cancelled: ${String(error)}`)
    return "unavailable"
  }
}

/** Removed by somebody else meanwhile: choosing another means of payment does it, without the cart's lock. */
async function isGone(payments: IPaymentModuleService, id: string): Promise<boolean> {
  const found = await payments.listPaymentSessions({ id }, { select: ["id"] })
  return found.length === 0
}
