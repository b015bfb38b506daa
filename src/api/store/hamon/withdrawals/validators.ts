import { z } from "@medusajs/framework/zod"
import { MOST_LINES } from "../../../../modules/hamon/most-lines"
import { plainText } from "../../../plain-text"

/** What is too long is told to the customer in a sentence; what no text of his can be is cut off here. */
const typed = z.string().max(20_000).optional()
const most = ({ length }: readonly unknown[]) => length <= MOST_LINES
const TOO_MANY = `${MOST_LINES} at most: withdraw from the whole order, or declare the rest in a second declaration`

/**
 * A declaration of withdrawal as a shop page sends it: `order_number` or any description of the order, or `order_id` of a
 * list of one's own orders with `lines` that were picked from it. No reason is asked (L221-18).
 */
export const DraftWithdrawal = z
  .strictObject({
    name: typed,
    email: typed,
    order_number: typed,
    order_id: plainText(100).optional(),
    scope: z.enum(["whole", "part"]).optional(),
    articles: z
      .array(z.strictObject({ article: z.string().max(20_000), quantity: z.int().min(1).max(9999).default(1) }))
      .refine(most, TOO_MANY)
      .default([]),
    lines: z
      .array(z.strictObject({ line_id: plainText(100), quantity: z.int().min(1).max(9999) }))
      .refine(most, TOO_MANY)
      .default([]),
    comment: typed,
  })
  .refine(({ lines, order_id }) => lines.length === 0 || order_id, "lines are picked from an order: give its order_id")
export type DraftWithdrawal = z.infer<typeof DraftWithdrawal>

export const ConfirmWithdrawal = z.strictObject({
  /** As it was answered to the draft. */
  draft: z.string(),
})
export type ConfirmWithdrawal = z.infer<typeof ConfirmWithdrawal>

export const AskOrdersLink = z.strictObject({ email: z.string() })
export type AskOrdersLink = z.infer<typeof AskOrdersLink>
