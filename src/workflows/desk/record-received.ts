import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import { civilDateIn } from "../../law"
import { noonOf } from "../../modules/hamon/operations/typed-day"
import { merchantZone } from "../../modules/hamon/options"
import type { Declaration, LetterLocale } from "../../modules/hamon/types"
import { hamonService } from "../service"
import { WORK_DUE } from "../work-due"

export type RecordReceivedInput = {
  declaration_key: string
  channel: "post" | "phone" | "email"
  declared: Declaration
  locale: LetterLocale
  /** Civil dates on the merchant's clock: the postmark, the day of the call or of the e-mail; and when it reached him. */
  sent_on: string
  received_on: string
  actor: string
}

const recordReceivedStep = createStep("record-received", async (input: RecordReceivedInput, { container }) => {
  const service = hamonService(container)
  const zone = merchantZone(service.getOptions())
  const at = now()
  const today = civilDateIn(at.toISOString(), zone)
  const { sent_on, received_on } = input
  if (received_on > today) throw wrong(`received_on ${received_on}: give a day no later than ${today}, today`)
  if (sent_on > received_on) throw wrong(`sent_on ${sent_on}: give a day no later than ${received_on}, when it arrived`)
  const row = await service.recordDeclaration({
    declarationKey: `staff:${input.declaration_key}`,
    declared: input.declared,
    locale: input.locale,
    channel: input.channel,
    sentAt: noonOf(sent_on, zone, at),
    byStaff: { sentOn: sent_on, informedAt: noonOf(received_on, zone, at), recordedAt: at, actor: input.actor },
  })
  return new StepResponse({ id: row.id, reference: row.reference })
})

function wrong(sentence: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, sentence)
}

/**
 * Staff write down a declaration that came by post, telephone or e-mail: from then on it goes the same way as any other, and
 * is acknowledged where an address is known (L221-21: no form is imposed on the customer).
 *
 * @summary Record a withdrawal that came by post, telephone or e-mail.
 */
export const hamonRecordReceivedWorkflow = createWorkflow(
  "hamon-record-received",
  (input: WorkflowData<RecordReceivedInput>) => {
    const recorded = recordReceivedStep(input)
    const data = transform({ recorded }, ({ recorded: { id } }) => ({ withdrawal_id: id }))
    emitEventStep({ eventName: WORK_DUE, data })
    return new WorkflowResponse(recorded)
  },
)
