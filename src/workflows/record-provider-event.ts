import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { GatewayEvent, PaymentGateway } from "../gateways/types"
import { now } from "../kit/clock"
import { hamonService } from "./service"
import { WORK_DUE } from "./work-due"

export type RecordProviderEventInput = { provider: PaymentGateway["name"]; event: GatewayEvent }

const recordProviderEventStep = createStep(
  "record-provider-event",
  async ({ provider, event }: RecordProviderEventInput, { container }) => {
    const added = await hamonService(container).recordProviderEvents(provider, [event], "webhook", now())
    return new StepResponse({ added })
  },
)

/**
 * Stores a verified webhook before it is answered. A sweeper applies it; told twice, it is stored once.
 *
 * @summary Store an event of a payment provider.
 */
export const hamonRecordProviderEventWorkflow = createWorkflow(
  "hamon-record-provider-event",
  (input: WorkflowData<RecordProviderEventInput>) => {
    const result = recordProviderEventStep(input)
    emitEventStep({ eventName: WORK_DUE, data: {} })
    return new WorkflowResponse(result)
  },
)
