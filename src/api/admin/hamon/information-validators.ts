import { z } from "@medusajs/framework/zod"
import { SETTABLE_RULE_KINDS } from "../../../modules/hamon/catalogue-rules"
import { RULE_KINDS, RULE_TARGETS } from "../../../modules/hamon/models/catalogue-rule"
import { plainText } from "../../plain-text"

const id = plainText(100)
const limit = (most: number) => z.coerce.number().int().min(1).max(most).default(most)
const offset = z.coerce.number().int().min(0).max(1_000_000).default(0)

/** `value` is read by its kind, where what is wrong has a sentence: `readRuleValue`. */
export const SetCatalogueRule = z.strictObject({
  kind: z.enum(SETTABLE_RULE_KINDS),
  target_type: z.enum(RULE_TARGETS),
  target_id: id,
  value: z.unknown(),
})
export type SetCatalogueRule = z.infer<typeof SetCatalogueRule>

export const ListCatalogueRules = z.strictObject({
  kind: z.enum(RULE_KINDS).optional(),
  target_type: z.enum(RULE_TARGETS).optional(),
  target_id: id.optional(),
  limit: limit(1000),
  offset,
})
export type ListCatalogueRules = z.infer<typeof ListCatalogueRules>

/** Two million bytes, in base64. */
const LONGEST_FILE = 2_000_000

export const UploadOfficialFile = z.strictObject({
  kind: z.enum(["harmonised_notice"]),
  locale: z.enum(["fr", "en"]),
  /** Taken only where the file is what it says. */
  content_type: z.string().max(100).optional(),
  /** The file in base64. */
  body: z
    .string()
    .refine((text) => text.length <= Math.ceil(LONGEST_FILE / 3) * 4, "a file of two megabytes at most")
    .refine((text) => text !== "" && /^[A-Za-z0-9+/]+={0,2}$/.test(text), "the file in base64"),
})
export type UploadOfficialFile = z.infer<typeof UploadOfficialFile>
