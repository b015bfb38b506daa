import type { Followed } from "../modules/hamon/operations/followed"
import { speaksForOrder } from "../modules/hamon/operations/proof"
import { MOST_FILES } from "../modules/hamon/operations/uploads"
import type { LetterLocale, OtherMeans } from "../modules/hamon/types"
import { goodsToSendBack } from "./goods"
import type { FollowView } from "./picture"
import { followTexts } from "./texts"

/** What customers may choose between; a voucher is not offered: who wants one says so himself. */
export const OFFERED_MEANS = ["transfer", "other"] as const

/** What the customer gave to prove the dispatch, and whether he may give more. */
export function proofOf(followed: Followed) {
  const { withdrawal, uploads } = followed
  const own = uploads.filter(({ uploaded_by }) => uploaded_by === "customer")
  return {
    on: withdrawal.proof_of_dispatch_on,
    files: own.map(({ id, name, size }) => ({ id, name, size })),
    files_left: Math.max(0, MOST_FILES - own.length),
    may_give:
      isOpen(followed) && withdrawal.goods_back_on === null && goodsToSendBack(followed, { locale: "fr" }) !== null,
  }
}

/** Diminished value that staff claim (L221-23), each with its ground and the customer's answer. */
export function deductionsOf({ deductions, order, uploads, refunds }: Followed, { locale, options }: FollowView) {
  const t = followTexts(locale).deduction
  const photos = uploads.filter(({ purpose }) => purpose === "condition_photo").map(({ id, name }) => ({ id, name }))
  return deductions.map(({ id, order_line_id, amount, currency, ground, state, answer, answered_at }) => ({
    id,
    title: order?.facts.lines.find((line) => line.id === order_line_id)?.title ?? order_line_id,
    amount,
    currency,
    ground,
    state,
    answer,
    answered_at: answered_at?.toISOString() ?? null,
    photos,
    words: t[state],
    /** What accepting and contesting lead to, as the shop reads the law (U8). */
    effect: t[options.law.u8DiminishedValue],
    may_answer: state === "proposed" && refunds.length === 0,
  }))
}

/** The wish to keep the goods after all: it may be told, and is never suggested (U21). */
export function keepGoodsOf(followed: Followed, { locale, options }: Pick<FollowView, "locale" | "options">) {
  const { withdrawal } = followed
  const { keep_goods: state, keep_goods_asked_at: at } = withdrawal
  return {
    state,
    asked_at: at?.toISOString() ?? null,
    may_ask:
      options.law.u21TakingBack !== "never" &&
      state === "none" &&
      isOpen(followed) &&
      !moneyMoves(followed) &&
      followed.order?.status !== "canceled",
    words: state === "none" ? null : followTexts(locale).keep[state],
  }
}

/** Another means of refund, with the words that the customer agrees to (L221-24). */
export function otherMeansOf(followed: Followed, locale: LetterLocale) {
  const { other_means: chosen } = followed.withdrawal
  const { order, withdrawal } = followed
  // Money goes elsewhere on the word of the order's own customer alone.
  const own = order !== null && speaksForOrder(order, withdrawal)
  const open = own && isOpen(followed) && !moneyMoves(followed)
  return {
    chosen: chosen && { means: chosen.means, label: meansLabel(chosen.means, locale), at: chosen.at },
    may_choose: open && chosen === null,
    may_take_back: open && chosen !== null,
    offered: OFFERED_MEANS.map((means) => ({ means, label: meansLabel(means, locale) })),
    consent: followTexts(locale).means.consent,
  }
}

/** The words that stand beside the box, as they are kept with the consent. */
export function consentShown(means: OtherMeans["means"], locale: LetterLocale): string {
  return `${followTexts(locale).means.consent} ${meansLabel(means, locale)}.`
}

function meansLabel(means: OtherMeans["means"], locale: LetterLocale): string {
  return followTexts(locale).means[means]
}

function isOpen({ withdrawal: { status } }: Followed): boolean {
  return status !== "closed" && status !== "refunded"
}

/** A first look: the operation asks the ledger again, under its locks. */
function moneyMoves({ refunds }: Followed): boolean {
  return refunds.some(({ state }) => state !== "planned")
}
