import { z } from "@medusajs/framework/zod"
import { MOST_LINES } from "../../../modules/hamon/most-lines"
import { LOOKED_AT } from "../../../modules/hamon/operations/look-at"
import { DECLINE_BASES } from "../../../modules/hamon/operations/verdicts"
import { plainText } from "../../plain-text"
import { civilDate } from "./days"

const id = plainText(100)
const quantity = z.int().min(1).max(100_000)

/** Of `min` Medusa would tell the number, not our sentence. */
const ground = plainText(2000).refine(
  ({ length }) => length >= 10,
  "say why, in ten characters or more: the customer is told",
)

/** A text that may be left out. */
const optional = (longest: number) => z.union([z.literal(""), plainText(longest)]).default("")

export const RecordReceived = z.strictObject({
  /** Of the form: the same form sent twice is one declaration. */
  declaration_key: z
    .string()
    .regex(/^[\w-]{8,64}$/, "declaration_key: a random text of 8 to 64 letters and figures, the same at each try"),
  channel: z.enum(["post", "phone", "email"]),
  name: plainText(200),
  email: z.union([z.literal(""), z.email("email: an e-mail address, or an empty text").max(200)]).default(""),
  order_number: optional(200),
  scope: z.enum(["whole", "part", "unsaid"]),
  articles: z
    .array(z.strictObject({ article: plainText(200), quantity }))
    .max(MOST_LINES)
    .default([]),
  comment: optional(5000),
  sent_on: civilDate("sent_on"),
  received_on: civilDate("received_on"),
  locale: z.enum(["fr", "en"]).optional(),
})
export type RecordReceived = z.infer<typeof RecordReceived>

export const ReceiveGoods = z.strictObject({
  on: civilDate("on"),
  lines: z
    .array(
      z.strictObject({
        order_line_id: id,
        quantity,
        state: z.enum(["as_sent", "used", "damaged", "missing"]),
        note: optional(2000),
      }),
    )
    .min(1)
    .max(MOST_LINES),
})
export type ReceiveGoods = z.infer<typeof ReceiveGoods>

export const DeclineWithdrawal = z.strictObject({ basis: z.enum(DECLINE_BASES), ground })
export type DeclineWithdrawal = z.infer<typeof DeclineWithdrawal>

export const Grounded = z.strictObject({ ground })
export type Grounded = z.infer<typeof Grounded>

export const ProposeDeduction = z.strictObject({
  order_line_id: id,
  amount: z.string().regex(/^\d{1,12}(\.\d{1,4})?$/, "a decimal number such as 12.50"),
  ground,
})
export type ProposeDeduction = z.infer<typeof ProposeDeduction>

export const LookAt = z.strictObject({ flag: z.enum(LOOKED_AT), ground })
export type LookAt = z.infer<typeof LookAt>

/** How the customer said it, and how it can be shown. */
const noted = plainText(2000).refine(
  ({ length }) => length >= 10,
  "say what the customer answered and how it can be shown, in ten characters or more",
)

/** `original`: back to the means with which he paid. */
export const NoteMeans = z
  .strictObject({
    means: z.enum(["transfer", "voucher", "other", "original"]),
    details: optional(500),
    on: civilDate("on"),
    ground: noted,
  })
  .refine(({ means, details }) => means !== "transfer" || details !== "", "details: a transfer needs its account")
export type NoteMeans = z.infer<typeof NoteMeans>

export const NoteAnswer = z.strictObject({
  answer: z.enum(["accepted", "contested"]),
  on: civilDate("on"),
  ground: noted,
})
export type NoteAnswer = z.infer<typeof NoteAnswer>

export const AnswerKeeping = z.strictObject({ decision: z.enum(["agreed", "refused"]), note: optional(2000) })
export type AnswerKeeping = z.infer<typeof AnswerKeeping>
