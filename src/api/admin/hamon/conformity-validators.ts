import { z } from "@medusajs/framework/zod"

/** `locale`: language of the document. */
export const GetConformityDocument = z.strictObject({ locale: z.enum(["fr", "en"]).optional() })
export type GetConformityDocument = z.infer<typeof GetConformityDocument>
