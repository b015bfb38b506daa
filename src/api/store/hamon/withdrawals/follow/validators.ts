import { z } from "@medusajs/framework/zod"
import { plainText } from "../../../../plain-text"

/** The reference and the code of an acknowledgement, or the secret behind the `#` of a letter's link. */
export const FollowWithdrawal = z
  .strictObject({
    reference: plainText(100).optional(),
    code: plainText(100).optional(),
    link: plainText(100).optional(),
    locale: z.enum(["fr", "en"]).optional(),
  })
  .refine(
    ({ reference, code, link }) => (link === undefined ? Boolean(reference && code) : !reference && !code),
    "give reference and code, or link: one of the two",
  )
export type FollowWithdrawal = z.infer<typeof FollowWithdrawal>
