import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import type { CheckoutRecordRow } from "../../modules/hamon/operations/checkout"
import type { LetterLocale } from "../../modules/hamon/types"
import { hamonService } from "../service"
import { extraIn, extrasOfCart, type OfferedExtra } from "./extras"

export type ChooseExtraInput = {
  cart_id: string
  /** Key of the extra, as the list of the cart's extras gives it. */
  extra: string
  locale: LetterLocale
  /** Version of the text that stood beside the box. */
  text_version: string
  /** What the customer read that it costs: decimal with the currency's digits. */
  amount: string
  /** Whether the shop had ticked it beforehand. */
  preselected: boolean
  customer_id: string | null
}

const chooseExtraStep = createStep("choose-extra", async (input: ChooseExtraInput, { container }) => {
  const before = await extrasOfCart(container, input.cart_id, input.locale)
  const extra = extraIn(before.extras, input.extra)
  refuseWrongWords(extra, input)
  await hamonService(container).chooseExtra(
    {
      cartId: input.cart_id,
      extra: extra.key,
      name: extra.name,
      textVersionId: extra.text_version,
      textShown: extra.text.shown,
      locale: input.locale,
      quantity: extra.quantity,
      lineIds: linesOf(before.record, extra),
      amount: extra.amount,
      currency: before.record.content.currency,
      preselected: input.preselected,
      customerId: input.customer_id,
    },
    now(),
  )
  const { extras } = await extrasOfCart(container, input.cart_id, input.locale)
  // A word that was given is taken back by the customer alone.
  return new StepResponse(extraIn(extras, input.extra))
})

/** The lines that the customer saw under the extra; null of a delivery, which he chooses anew whenever it changes. */
function linesOf({ content }: CheckoutRecordRow, { key, source }: OfferedExtra): string[] | null {
  if (source === "delivery") return null
  const ids = content.lines.filter(({ extra }) => extra === key).map(({ id }) => id)
  return ids.length === 0 ? null : ids.sort()
}

function refuseWrongWords(extra: OfferedExtra, { text_version, amount }: ChooseExtraInput): void {
  if (extra.standing === "forbidden") {
    throw refused(
      `“${extra.name}” charges for a means of payment: that is forbidden towards consumers (L112-12 Code monétaire et financier); remove it from the cart`,
    )
  }
  if (text_version !== extra.text_version) {
    throw refused(
      `the text beside “${extra.name}” is another one now: show ${extra.text_version} and let the customer choose again`,
    )
  }
  if (amount !== extra.amount) {
    throw refused(
      `“${extra.name}” costs ${extra.amount} now, not ${amount}: show that price and let the customer choose`,
    )
  }
}

function refused(sentence: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, sentence)
}

/**
 * Records that a customer chose a paid extra of his cart, with the words and the price that he read (L121-17). One that was
 * ticked beforehand is recorded too, and is no consent.
 *
 * @summary Record the choice of a paid extra.
 */
export const hamonChooseExtraWorkflow = createWorkflow(
  "hamon-choose-extra",
  (input: WorkflowData<ChooseExtraInput>) => new WorkflowResponse(chooseExtraStep(input)),
)
