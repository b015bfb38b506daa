import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import { WITHDRAWAL_STATUSES } from "../../../modules/hamon/models/withdrawal"
import { merchantContent } from "../../../modules/hamon/merchant"

const id = z.string().min(1).max(100)

/** A civil date that exists, where the customer is. */
const civilDate = z.iso.date("give a day such as 2026-11-12")

export const RecordReceptions = z.strictObject({
  receptions: z
    .array(
      z.strictObject({
        fulfillment_id: id,
        received_on: civilDate,
        proof: z.strictObject({ kind: z.string().trim().min(1).max(50), text: z.string().trim().min(1).max(500) }),
      }),
    )
    .min(1)
    .max(50),
})
export type RecordReceptions = z.infer<typeof RecordReceptions>

export const MatchWithdrawal = z.strictObject({
  order_id: id,
  lines: z
    .array(z.strictObject({ order_line_id: id, quantity: z.int().min(1).max(100_000) }))
    .min(1)
    .max(500),
})
export type MatchWithdrawal = z.infer<typeof MatchWithdrawal>

export const DecideWithdrawal = z.strictObject({
  decisions: z
    .array(
      z.strictObject({
        line_id: id,
        decision: z.enum(["withdrawn", "declined"]),
        ground: z.string().trim().min(10, "say why, in ten characters or more: the customer may read it").max(2000),
      }),
    )
    .min(1)
    .max(500),
})
export type DecideWithdrawal = z.infer<typeof DecideWithdrawal>

export const RecordProofOfDispatch = z.strictObject({ on: civilDate, proof: z.string().trim().min(1).max(500) })
export type RecordProofOfDispatch = z.infer<typeof RecordProofOfDispatch>

export const PublishMerchantProfile = z.strictObject({ merchant: merchantContent })
export type PublishMerchantProfile = z.infer<typeof PublishMerchantProfile>

export const CreateCatalogueRule = z.strictObject({
  kind: z.literal("exception"),
  target_type: z.enum(["product", "category"]),
  target_id: id,
  /** Number in L221-28 of the exception that the merchant announces. */
  exception: z.int().min(1).max(13),
})
export type CreateCatalogueRule = z.infer<typeof CreateCatalogueRule>

const oneOrMore = <T extends z.ZodType>(one: T) => z.union([one, z.array(one)]).optional()

export const ListWithdrawals = createFindParams({ limit: 20, offset: 0 }).merge(
  z.object({
    q: z.string().max(200).optional(),
    status: oneOrMore(z.enum(WITHDRAWAL_STATUSES)),
    order_id: z.string().optional(),
  }),
)
