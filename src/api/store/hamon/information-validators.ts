import { z } from "@medusajs/framework/zod"
import { plainText } from "../../plain-text"

export const ReadInformation = z.strictObject({ region_id: plainText(100).optional() })
export type ReadInformation = z.infer<typeof ReadInformation>

/** `country_code`: where it would be delivered, two letters; without it the region's, where it has one alone. */
export const ReadProductInformation = z.strictObject({
  region_id: plainText(100).optional(),
  country_code: z
    .string()
    .regex(/^[A-Za-z]{2}$/, "two letters, such as fr")
    .toLowerCase()
    .optional(),
})
export type ReadProductInformation = z.infer<typeof ReadProductInformation>
