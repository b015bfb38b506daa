import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { hamonAdvanceWithdrawalsWorkflow } from "../workflows/sweeps/advance-withdrawals"
import { hamonApplyProviderEventsWorkflow } from "../workflows/sweeps/apply-provider-events"
import { hamonDeliverLettersWorkflow } from "../workflows/sweeps/deliver-letters"
import { hamonSendRefundsWorkflow } from "../workflows/sweeps/send-refunds"
import { WORK_DUE } from "../workflows/work-due"

/** Does at once what the sweepers would do within a minute. */
export default async function workDue({ container }: SubscriberArgs<unknown>) {
  await hamonAdvanceWithdrawalsWorkflow(container).run()
  await hamonApplyProviderEventsWorkflow(container).run()
  await hamonSendRefundsWorkflow(container).run()
  await hamonDeliverLettersWorkflow(container).run()
}

export const config: SubscriberConfig = { event: WORK_DUE, context: { subscriberId: "hamon-work-due" } }
