import { sentInWords } from "../letters/format"
import type { HamonOptions } from "../modules/hamon/options"
import type { Followed } from "../modules/hamon/operations/followed"
import type { LetterLocale } from "../modules/hamon/types"
import { goodsToSendBack, linesOf } from "./goods"
import { refundOf } from "./refund"
import { deductionsOf, keepGoodsOf, otherMeansOf, proofOf } from "./requests"
import { standingOf, waitsAsLate } from "./standing"
import { followTexts } from "./texts"

/** Where, when and in which language the picture is made. */
export type FollowView = { readonly locale: LetterLocale; readonly now: Date; readonly options: HamonOptions }

export type FollowedPicture = ReturnType<typeof followedPicture>

/**
 * A declaration as its customer sees it: the same answer for the hosted page and for storefronts. It holds personal data:
 * only for who proved to read the address. Amounts are decimals with the currency's digits, days civil dates, instants UTC.
 */
export function followedPicture(followed: Followed, view: FollowView) {
  const { withdrawal, order, deadlines, letters } = followed
  const { declared } = withdrawal
  const { locale } = view
  const t = followTexts(locale)
  return {
    locale,
    reference: withdrawal.reference,
    declared: {
      name: declared.name,
      email: declared.email,
      order_number: declared.orderNumber,
      scope: declared.scope,
      articles: declared.articles,
      comment: declared.comment,
    },
    sent_at: withdrawal.sent_at.toISOString(),
    /** Of a posted letter the day alone is known. */
    sent_on: withdrawal.sent_on,
    sent_in_words: sentInWords(
      { sentAt: withdrawal.sent_at, sentOn: withdrawal.sent_on },
      order?.place ?? null,
      locale,
    ),
    status: withdrawal.status,
    outcome: withdrawal.outcome,
    standing: standingOf(followed, locale),
    order: order && { number: order.display_id },
    lines: linesOf(followed, locale),
    clocks: deadlines
      .filter(({ state }) => state !== "canceled" && !(state === "waiting" && waitsAsLate(followed)))
      .map(({ kind, due_on, state, met_on, reason, articles }) => ({
        kind,
        due_on,
        state,
        met_on,
        reason: reason[locale],
        articles,
      })),
    goods: goodsToSendBack(followed, view),
    refund: refundOf(followed, view),
    proof: proofOf(followed),
    deductions: deductionsOf(followed, view),
    keep_goods: keepGoodsOf(followed, view),
    other_means: otherMeansOf(followed, locale),
    letters: letters.map(({ id, kind, subject, state, sent_at }) => ({
      id,
      kind,
      subject: subject ?? t.letterInPreparation,
      state,
      sent_at: sent_at?.toISOString() ?? null,
      /** What was frozen can be read, whether or not it has arrived. */
      readable: subject !== null,
    })),
  }
}
