import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DECLARING_RULES, mailboxOf, paced } from "../../declaring/limits"
import { networkOf } from "../../kit/network"
import { keyedHash } from "../../kit/secrets"
import { functionLabels } from "../../law"
import { emailKey } from "../../modules/hamon/email-key"
import type { HamonOptions } from "../../modules/hamon/options"
import type { LetterLocale, WithdrawalRow } from "../../modules/hamon/types"
import { declarationTextsVersion } from "../../pages/texts"
import type { Recorded } from "../../pages/withdrawal-recorded"
import { rateLimits } from "../../workflows/rate-limits"
import { hamonRecordDeclarationWorkflow } from "../../workflows/record-declaration"
import { sentenceOf } from "../../workflows/sweeps/run-sweep"
import type { Draft } from "./draft"
import { stillProven } from "./proven-address"

/** Characters of a browser's name that are kept. */
const LONGEST_AGENT = 300

/** How long a first try to confirm counts, in milliseconds. */
const BELIEVED = 24 * 60 * 60 * 1000

/** Who sends a draft, and by which door. */
export type Sender = {
  readonly locale: LetterLocale
  readonly options: HamonOptions
  readonly channel: Extract<WithdrawalRow["channel"], "hosted_page" | "store_api" | "account">
  readonly customerId: string | null
}

export type Confirmed =
  | { readonly recorded: Recorded }
  /** A fault: nothing was recorded, and the draft remembers when it was confirmed first. */
  | { readonly failed: Draft }

/**
 * Sends a draft: the declaration is recorded with its acknowledgement, once, however often this draft is sent. The answer
 * looks at no order.
 * @param receivedAt when the request came in, before anything was done
 */
export async function confirmDraft(
  req: MedusaRequest,
  draft: Draft,
  sender: Sender,
  receivedAt: Date,
): Promise<Confirmed> {
  const confirmedAt = firstConfirmed(draft, receivedAt)
  try {
    return { recorded: await record(req, draft, sender, confirmedAt, receivedAt) }
  } catch (error) {
    const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`hamon: a declaration of withdrawal could not be recorded: ${sentenceOf(error)}`)
    return { failed: { ...draft, confirmedAt: confirmedAt.getTime() } }
  }
}

/**
 * When a draft was confirmed first: sending counts, whatever kept it from being recorded (L221-21). Believed for a day only:
 * who holds a seal back must not choose the day of his declaration.
 */
export function firstConfirmed({ confirmedAt }: Draft, now: Date): Date {
  return confirmedAt !== null && now.getTime() - confirmedAt <= BELIEVED ? new Date(confirmedAt) : now
}

async function record(req: MedusaRequest, draft: Draft, sender: Sender, sentAt: Date, now: Date): Promise<Recorded> {
  const { declared, key, proven } = draft
  const { locale, options, channel, customerId } = sender
  const { withdraw, confirm } = functionLabels(locale, options.law)
  const { result } = await hamonRecordDeclarationWorkflow(req.scope).run({
    input: {
      declarationKey: key,
      declared,
      locale,
      channel,
      customerId,
      provenAddress: proven && stillProven(proven, now) ? proven.address : null,
      sentAt,
      receivedAt: now,
      acknowledgeAt: await acknowledgeAt(req, declared.email, options, now),
      // The words that were on the two controls (D221-5), as evidence of what was shown.
      context: { withdraw, confirm, texts_version: declarationTextsVersion(locale) },
      visitor: {
        ip_hash: keyedHash(options.secret, "declaration.ip", req.ip ?? ""),
        user_agent: plain(req.get("user-agent") ?? "").slice(0, LONGEST_AGENT),
      },
    },
  })
  return result
}

/** When the acknowledgement goes: at once, or where a mailbox or a network has had too many, at a steady pace. */
async function acknowledgeAt(req: MedusaRequest, email: string, options: HamonOptions, now: Date): Promise<Date> {
  if (!options.limitRequests) return now
  const { lettersByAddress, lettersByNetwork } = DECLARING_RULES
  const limits = rateLimits(req.scope)
  const [ofAddress, ofNetwork] = await Promise.all([
    limits.take(lettersByAddress, mailboxOf(emailKey(email))),
    limits.take(lettersByNetwork, networkOf(req.ip)),
  ])
  const byAddress = paced(lettersByAddress, ofAddress, now)
  const byNetwork = paced(lettersByNetwork, ofNetwork, now)
  return byAddress > byNetwork ? byAddress : byNetwork
}

function plain(text: string): string {
  return text.toWellFormed().replace(/\u0000/g, "")
}
