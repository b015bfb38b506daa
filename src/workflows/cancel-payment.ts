import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, when, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type CanceledSessions, cancelSessionsStep } from "./payments/cancel-sessions"
import { readStartedPaymentStep, type StartedPayment } from "./payments/read-started-payment"

export type CancelPaymentInput = { cart_id: string }

export type CancelPaymentResult = Omit<CanceledSessions, "state"> & {
  state: CanceledSessions["state"] | "nothing" | "ordered"
}

/** Seconds that a second wish to leave, or an order in the making, is waited for. */
const PATIENCE = 5
/** Seconds after which core, too, believes that the holder of a cart's lock has died. */
const LONGEST = 120

/**
 * Lets a customer leave a payment before it is made, whoever the provider is: every payment session of the cart is
 * cancelled at its provider and removed, and the cart stays. Core completes a cart under the same lock, so that an order is
 * never placed on a payment that is being cancelled.
 *
 * Expected ends are results, not errors: `left`, `nothing`, `ordered`, `paid` and `unavailable`, as `payments/leaving.ts`
 * tells them. What was cancelled is never made again: the customer no longer wants it.
 *
 * @summary Cancel the payment of a cart before it is made.
 * @throws MedusaError not_found when there is no such cart; an error of `acquire-lock-step` while the cart is being completed
 */
export const hamonCancelPaymentWorkflow = createWorkflow(
  "hamon-cancel-payment",
  (input: WorkflowData<CancelPaymentInput>) => {
    acquireLockStep({ key: input.cart_id, timeout: PATIENCE, ttl: LONGEST })
    const started = readStartedPaymentStep(input)
    const left = when("payment-is-open", { started }, ({ started }) => started.state === "open").then(() =>
      cancelSessionsStep(started.sessions),
    )
    releaseLockStep({ key: input.cart_id })
    const result = transform({ started, left }, asResult)
    return new WorkflowResponse(result)
  },
)

function asResult({ started, left }: { started: StartedPayment; left?: CanceledSessions }): CancelPaymentResult {
  if (left) return { state: left.state, canceled: left.canceled }
  return { state: started.state as Exclude<StartedPayment["state"], "open">, canceled: [] }
}
