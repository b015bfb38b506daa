import { z } from "@medusajs/framework/zod"
import { plainText } from "../../plain-text"

export const AcknowledgeSummary = z.strictObject({
  summary_hash: z.string().regex(/^[0-9a-f]{64}$/, "the summary_hash of the summary that was shown"),
  /** Words on the order button that the customer sees (L221-14). */
  button_label: plainText(100),
  locale: z.enum(["fr", "en"]),
  /** Id of the version of the terms of sale that the customer accepted; null where the summary names none. */
  terms: plainText(100).nullable(),
})
export type AcknowledgeSummary = z.infer<typeof AcknowledgeSummary>

export const ListPaymentMethods = z
  .strictObject({ region_id: plainText(100).optional(), cart_id: plainText(100).optional() })
  .refine(({ region_id, cart_id }) => Boolean(region_id) !== Boolean(cart_id), "give region_id or cart_id, one of them")
export type ListPaymentMethods = z.infer<typeof ListPaymentMethods>

export const ChooseExtra = z.strictObject({
  locale: z.enum(["fr", "en"]),
  /** Version of the text that stood beside the box. */
  text_version: plainText(100),
  /** What the customer read that it costs. */
  amount: z.string().regex(/^\d{1,12}(\.\d{1,4})?$/, "an amount such as 4.90"),
  /** Whether the box was ticked before the customer touched it: such a choice is recorded, and is no consent (L121-17). */
  preselected: z.boolean(),
})
export type ChooseExtra = z.infer<typeof ChooseExtra>
