import { fill } from "../kit/fill"
import { returnCostOf } from "../information/return-cost"
import { returnCost } from "../law"
import { countryName } from "../letters/format"
import type { Followed } from "../modules/hamon/operations/followed"
import type { LetterLocale } from "../modules/hamon/types"
import type { FollowView } from "./picture"
import { waitsAsLate } from "./standing"
import { followTexts } from "./texts"

/** The order's lines that the declaration means, with what was decided of each, and why. */
export function linesOf({ withdrawal, lines }: Followed, locale: LetterLocale) {
  const t = followTexts(locale).decisions
  const kept = withdrawal.outcome === "kept"
  return lines.map(({ id, order_line_id, title, quantity, exception, decision, decision_ground: ground }) => ({
    id,
    order_line_id,
    title,
    quantity,
    exception,
    decision: kept ? ("kept" as const) : decision,
    ground,
    words: fill(kept ? t.kept : t[decision], { exception: exception ?? "", ground: ground ?? "" }),
  }))
}

/**
 * Whether goods travel back, to whom, by when, and who pays for it (L221-23): the consumer does only where he was told so
 * before the order. Null where there is nothing to send back.
 */
export function goodsToSendBack(followed: Followed, { locale }: Pick<FollowView, "locale">) {
  const { withdrawal, deadlines, merchant, merchantThen, informedBefore } = followed
  const clock = deadlines.find(({ kind }) => kind === "return_of_goods")
  if (!clock || clock.state === "canceled" || clock.due_on === null || waitsAsLate(followed)) return null
  const address = merchant?.returnAddress ?? merchant?.address
  const told = returnCostOf(merchantThen)
  const cost = returnCost({ borneByTrader: told.paid_by === "merchant", consumerInformed: informedBefore })
  return {
    due_on: clock.due_on,
    reason: clock.reason[locale],
    articles: clock.articles,
    back_on: withdrawal.goods_back_on,
    address:
      merchant && address
        ? [
            merchant.name,
            ...address.lines,
            `${address.postalCode} ${address.city}`,
            countryName(address.country, locale),
          ]
        : null,
    cost: {
      paid_by: cost.borneBy === "trader" ? ("merchant" as const) : ("customer" as const),
      at_most: cost.borneBy === "trader" ? null : told.at_most,
      reason: cost.reason[locale],
      articles: cost.articles,
    },
    may_refuse_parcel: onTheWay(followed),
  }
}

/** A parcel with withdrawn units has left and is not there yet: it may be refused at the door, which sends it back. */
function onTheWay({ withdrawal, order, lines, received }: Followed): boolean {
  if (withdrawal.phase !== "in_transit" || withdrawal.goods_back_on !== null || !order) return false
  return order.facts.parcels.some(
    (parcel) =>
      !parcel.canceled &&
      parcel.shippedAt !== null &&
      parcel.deliveredAt === null &&
      !received.includes(parcel.id) &&
      parcel.lines.some(({ line }) => lines.some(({ order_line_id }) => order_line_id === line)),
  )
}
