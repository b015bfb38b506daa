import { z } from "@medusajs/framework/zod"

/**
 * What a customer is dealing with, whoever the provider is. `manual`: the shop collects the money itself; `other`: the
 * plugin does not know, and says nothing that could be wrong.
 */
export const PAYMENT_KINDS = ["card", "paypal", "bank_transfer", "manual", "other"] as const

export type PaymentKind = (typeof PAYMENT_KINDS)[number]

const provider = z.string().regex(/^pp_/, "ids of Medusa's payment providers, such as pp_system_default")

const text = z.string().trim().min(1, "a text that is not empty").max(2000)

const ownTexts = z.strictObject({
  name: text.optional(),
  what: text.optional(),
  steps: z.array(text).min(1).max(12).optional(),
  money_taken: text.optional(),
  how_to_leave: text.optional(),
})

/**
 * How paying is explained (L221-14). `{shop}`, `{provider}` and `{withdrawal}` (address of the withdrawal function) are
 * filled in, in the merchant's own texts too.
 */
export const paymentOptions = z
  .strictObject({
    /** What a provider is, where its id does not say it: `{ "pp_system_default": "bank_transfer" }`. */
    kinds: z.record(provider, z.enum(PAYMENT_KINDS)).default({}),
    /** The merchant's own words for a provider; what is left out keeps the plugin's. */
    texts: z.record(provider, z.strictObject({ fr: ownTexts.optional(), en: ownTexts.optional() })).default({}),
  })
  .prefault({})
