import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { declaringTexts } from "../../../../../declaring/texts"
import { fill } from "../../../../../kit/fill"
import { now } from "../../../../../kit/clock"
import { zoneOf } from "../../../../../law"
import { dateAndHour } from "../../../../../letters/format"
import type { HamonOptions } from "../../../../../modules/hamon/options"
import type { LetterLocale } from "../../../../../modules/hamon/types"
import { acknowledgementFile, queuedUntil, type Recorded } from "../../../../../pages/withdrawal-recorded"
import { hamonService } from "../../../../../workflows/service"
import { confirmDraft } from "../../../../declaring/confirm"
import { openDraft } from "../../../../declaring/draft"
import { customerLocale } from "../../customer-locale"
import { customerOf } from "../declarer"
import { shownDraft } from "../shown"
import type { ConfirmWithdrawal } from "../validators"

/** Seconds after which to try again where a fault kept the declaration from being recorded. */
const AGAIN = "5"

/**
 * Second step (D221-5): sends a draft. It is recorded at once, whatever its order, and acknowledged; the same draft sent
 * again is the same declaration.
 */
export async function POST(req: MedusaStoreRequest<ConfirmWithdrawal>, res: MedusaResponse) {
  const receivedAt = now()
  const options = hamonService(req.scope).getOptions()
  const locale = customerLocale(req, options)
  const t = declaringTexts(locale).api
  const draft = openDraft(req.validatedBody.draft, options)
  if (!draft) {
    const refusal = { type: MedusaError.Types.INVALID_DATA, code: "draft_unreadable", message: t.unreadable }
    return res.status(400).json(refusal)
  }
  // What the customer did not see sealed by us, he reads and confirms again; its words are not lost.
  if (!draft.whole) {
    const again = shownDraft({ ...draft, shownAt: receivedAt.getTime() }, locale, options)
    const refusal = { type: MedusaError.Types.NOT_ALLOWED, code: "draft_changed" }
    return res.status(409).json({ ...again, ...refusal, message: t.changed })
  }
  const customerId = customerOf(req)
  const channel = customerId ? "account" : "store_api"
  const confirmed = await confirmDraft(req, draft, { locale, options, channel, customerId }, receivedAt)
  if ("failed" in confirmed) {
    const refusal = { type: MedusaError.Types.UNEXPECTED_STATE, code: "not_recorded", message: t.failed }
    return res
      .status(503)
      .set("Retry-After", AGAIN)
      .json({ ...shownDraft(confirmed.failed, locale, options), ...refusal })
  }
  return res.json({ withdrawal: answer(confirmed.recorded, receivedAt, locale, options) })
}

/** What the customer keeps: the reference, when it was sent, and the acknowledgement to show and to download. */
function answer(recorded: Recorded, receivedAt: Date, locale: LetterLocale, options: HamonOptions) {
  const { reference, sentAt, declared } = recorded
  const queued = queuedUntil(recorded, receivedAt)
  const t = declaringTexts(locale).api
  const file = acknowledgementFile(recorded)
  return {
    reference,
    sent_at: sentAt,
    sent_at_text: dateAndHour(sentAt, null, locale),
    zone: zoneOf({}),
    message: fill(queued ? t.queued : t.recorded, { email: declared.email, date: queued ?? "" }),
    acknowledgement: {
      file_name: file.name,
      text: file.text,
      /** When it goes by e-mail; null: it went. */
      due_at: recorded.acknowledgementDueAt,
      queued: queued !== null,
    },
    follow_url: `${options.publicUrl}/retractation/suivi?lang=${locale}`,
  }
}
