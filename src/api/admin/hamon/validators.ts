import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import { DISPUTE_STATUSES } from "../../../modules/hamon/models/dispute"
import { CHANNELS, FLAGS, PHASES, WITHDRAWAL_STATUSES } from "../../../modules/hamon/models/withdrawal"
import { MOST_LINES } from "../../../modules/hamon/most-lines"
import { LINE_BASES } from "../../../modules/hamon/operations/decisions"
import { WITHDRAWAL_ORDERS } from "../../../modules/hamon/operations/withdrawal-list"
import { WITHDRAWAL_VIEWS } from "../../../modules/hamon/operations/withdrawal-views"
import { plainText } from "../../plain-text"
import { merchantDraft } from "../../../modules/hamon/merchant-draft"
import { civilDate } from "./days"

const id = plainText(100)

/** Characters of terms of sale: some eighty printed pages. */
const LONGEST_TERMS = 200_000

export const RecordReceptions = z.strictObject({
  receptions: z
    .array(
      z.strictObject({
        fulfillment_id: id,
        received_on: civilDate(),
        proof: z.strictObject({ kind: plainText(50), text: plainText(500) }),
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
    .max(MOST_LINES),
})
export type MatchWithdrawal = z.infer<typeof MatchWithdrawal>

export const DecideWithdrawal = z.strictObject({
  decisions: z
    .array(
      z.strictObject({
        line_id: id,
        decision: z.enum(["withdrawn", "declined"]),
        // Of `min` Medusa would tell the number, not our sentence.
        ground: plainText(2000).refine(
          ({ length }) => length >= 10,
          "say why, in ten characters or more: the customer may read it",
        ),
        /** Number in L221-28, where a refusal rests on an exception. */
        exception: z.int().min(1).max(13).nullish(),
        basis: z.enum(LINE_BASES).nullish(),
        /** Of L221-28, 1° and 13°: when and how the customer consented, acknowledged, and had it confirmed. */
        consent: plainText(2000)
          .refine(({ length }) => length >= 10, "say when and how the customer consented, in ten characters or more")
          .nullish(),
      }),
    )
    .min(1)
    .max(MOST_LINES),
})
export type DecideWithdrawal = z.infer<typeof DecideWithdrawal>

export const SetHold = z.strictObject({
  act: z.enum(["lift", "hold"]),
  ground: plainText(2000).refine(
    ({ length }) => length >= 10,
    "say why, in ten characters or more: it is kept as evidence",
  ),
})
export type SetHold = z.infer<typeof SetHold>

export const RecordProofOfDispatch = z.strictObject({ on: civilDate(), proof: plainText(500) })
export type RecordProofOfDispatch = z.infer<typeof RecordProofOfDispatch>

export const RecordRefundPaid = z.strictObject({
  /** `provider`: its own pages show the refund; else another means, with the customer's consent (L221-24). */
  means: z.enum(["provider", "transfer", "other"]),
  on: civilDate(),
  proof: plainText(500),
  consent: plainText(500).optional(),
})
export type RecordRefundPaid = z.infer<typeof RecordRefundPaid>

/** What the law asks of a profile is told as a list of duties, not by the first field that fails. */
export const PublishMerchantProfile = z.strictObject({ merchant: merchantDraft })
export type PublishMerchantProfile = z.infer<typeof PublishMerchantProfile>

/** Hash of what the editor began with; null where there was nothing. */
const seen = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "the `seen` that the last answer gave, or null where there was none")
  .nullable()

export const SaveMerchantDraft = z.strictObject({ merchant: merchantDraft, seen })
export type SaveMerchantDraft = z.infer<typeof SaveMerchantDraft>

export const PublishMerchantDraft = z.strictObject({ seen })
export type PublishMerchantDraft = z.infer<typeof PublishMerchantDraft>

/** Plain text; blank lines part paragraphs, `# ` and `## ` begin headings. */
export const PublishTerms = z.strictObject({
  locale: z.enum(["fr", "en"]),
  body: plainText(LONGEST_TERMS).transform((text) => text.replace(/\r\n?/g, "\n")),
  /** Hash of the version that the editor began with; without it the text is published whatever is in force. */
  seen: seen.optional(),
})
export type PublishTerms = z.infer<typeof PublishTerms>

/** A parameter that a list does not take. Of `z.never` Medusa would tell the type, not our sentence. */
function nobodys(sentence: string) {
  return z.unknown().refine((value) => value === undefined, sentence)
}

const PAGE = {
  limit: z.coerce.number().int().min(1).max(200).default(20),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  // What a list shows is the list's to say: its rows have members that are nobody's to read.
  fields: nobodys("the fields of this list are fixed"),
}

const oneOrMore = <T extends z.ZodType>(one: T) => z.union([one, z.array(one)]).optional()

/** What narrows the list of declarations, and its export. */
const WITHDRAWAL_FILTER = {
  view: z.enum(WITHDRAWAL_VIEWS).default("all"),
  q: plainText(200).optional(),
  status: oneOrMore(z.enum(WITHDRAWAL_STATUSES)),
  channel: oneOrMore(z.enum(CHANNELS)),
  phase: oneOrMore(z.enum(PHASES)),
  flag: oneOrMore(z.enum(FLAGS)),
  order_id: id.optional(),
  sent_from: civilDate().optional(),
  sent_to: civilDate().optional(),
}

export const ListWithdrawals = createFindParams({ limit: 20, offset: 0 }).merge(
  z.object({ ...PAGE, ...WITHDRAWAL_FILTER, order: z.enum(WITHDRAWAL_ORDERS).default("-sent_at") }),
)
export type ListWithdrawals = z.infer<typeof ListWithdrawals>

/** `locale`: language of the headings and words of the table. */
export const ExportWithdrawals = z.strictObject({ ...WITHDRAWAL_FILTER, locale: z.enum(["fr", "en"]).optional() })
export type ExportWithdrawals = z.infer<typeof ExportWithdrawals>

export const ListDisputes = createFindParams({ limit: 20, offset: 0 }).merge(
  z.object({
    ...PAGE,
    order: nobodys("disputes come in the order in which they must be answered"),
    status: oneOrMore(z.enum(DISPUTE_STATUSES)),
    order_id: id.optional(),
  }),
)

export const ListUnchosenExtras = createFindParams({ limit: 20, offset: 0 }).merge(
  z.object({
    ...PAGE,
    order: nobodys("the latest finding comes first"),
    state: oneOrMore(z.enum(["open", "refunded", "consent_shown", "gone"])),
    order_id: id.optional(),
  }),
)

export const ShowConsent = z.strictObject({
  ground: plainText(2000).refine(
    ({ length }) => length >= 10,
    "say how the customer agreed, and how it can be shown, in ten characters or more",
  ),
})
export type ShowConsent = z.infer<typeof ShowConsent>
