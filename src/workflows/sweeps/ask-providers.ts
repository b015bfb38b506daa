import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import type { CaseRow } from "../../modules/hamon/types"
import { readablePayments } from "../payments/provider-books"
import { releaseCanceled } from "../payments/release-canceled"
import { hamonService } from "../service"
import { runSweep, sentenceOf, type SweepResult } from "./run-sweep"

/** Events may appear in a provider's list some time after they happened. */
const OVERLAP = 60 * 60 * 1000
/** How far back the first look goes: no provider keeps events much longer for us than it retries their delivery. */
const FIRST_LOOK = 3 * 24 * 60 * 60 * 1000
/** Providers keep events for 30 days; asked for older ones they may refuse, at each run anew. */
const LONGEST_LOOK = 29 * 24 * 60 * 60 * 1000
const MOST_ORDERS = 100

/** Finds the events that never arrived: the provider keeps what it could not deliver. */
async function askForEvents(container: MedusaContainer, cursor: Record<string, string>): Promise<SweepResult> {
  const service = hamonService(container)
  const next: Record<string, string> = { ...cursor }
  const failures: string[] = []
  let handled = 0
  for (const gateway of service.getOptions().gateways) {
    const asked = now()
    const since = cursor[gateway.name]
      ? new Date(cursor[gateway.name]).getTime() - OVERLAP
      : asked.getTime() - FIRST_LOOK
    try {
      const events = await gateway.eventsSince(new Date(Math.max(since, asked.getTime() - LONGEST_LOOK)))
      handled += await service.recordProviderEvents(gateway.name, events, "asked", asked)
      next[gateway.name] = asked.toISOString()
    } catch (error) {
      failures.push(`${gateway.name}: ${sentenceOf(error)}`)
    }
  }
  return { handled, cursor: next, error: failures.join("; ") || null }
}

/** Writes the order's number on its payments at the provider, where staff of the merchant look when a customer calls. */
async function describePayments(container: MedusaContainer): Promise<SweepResult> {
  const service = hamonService(container)
  const failures: string[] = []
  const orders = await service.undescribedOrders(now(), MOST_ORDERS)
  for (const order of orders) {
    try {
      await describeOrder(container, order)
      await service.paymentsDescribed(order.order_id, now())
    } catch (error) {
      failures.push(`order ${order.display_id}: ${sentenceOf(error)}`)
    }
  }
  return { handled: orders.length - failures.length, error: failures[0] ?? null }
}

async function describeOrder(container: MedusaContainer, { order_id, display_id, facts }: CaseRow): Promise<void> {
  const payments = await readablePayments(
    container,
    facts.payments.map(({ id }) => id),
  )
  for (const { gateway, reference } of payments) {
    if (reference) await gateway.describe(reference, { orderId: order_id, displayId: String(display_id) })
  }
}

const askProvidersStep = createStep("ask-providers", async (_: void, { container }) => {
  const events = await runSweep(container, "ask-providers", (cursor) => askForEvents(container, cursor))
  const described = await runSweep(container, "describe-payments", () => describePayments(container))
  const released = await runSweep(container, "canceled-payments", (cursor) => releaseCanceled(container, cursor))
  return new StepResponse(events.handled + described.handled + released.handled)
})

/**
 * Asks payment providers for events that never arrived, writes orders' numbers on their payments there, and sees that
 * cancelled orders are given back.
 *
 * @summary Ask payment providers.
 */
export const hamonAskProvidersWorkflow = createWorkflow("hamon-ask-providers", () => {
  return new WorkflowResponse(askProvidersStep())
})
