import { exceptionMentions } from "../checkout/texts/exceptions"
import { fill } from "../kit/fill"
import { WITHDRAWAL_EXCEPTIONS } from "../law"
import { longDate } from "../letters/format"
import { articleNumber } from "../modules/hamon/operations/articles"
import type { OwnLine, OwnOrder } from "../modules/hamon/operations/own-orders"
import type { LetterLocale } from "../modules/hamon/types"
import { declaringTexts } from "./texts"

/**
 * Where the right of a line stands:
 * `open` exists; `excepted` L221-28 takes it away from the order on; `withdrawn`, `returned` no unit is left; `ended` the
 * period is over; `canceled`, `outside` (a professional, another country's law) and `older` (than the law) concern the order.
 */
export type RightState = "open" | "excepted" | "withdrawn" | "returned" | "ended" | "canceled" | "outside" | "older"

/** What a customer is told of his right on an order, in his language. A declaration is taken whatever it says (L221-21). */
export type OrderRights = {
  readonly order_id: string
  readonly display_id: number
  /** ISO instant, and its day where the customer is. */
  readonly placed_at: string
  readonly concluded_on: string
  /** Last day of the period, `YYYY-MM-DD`, and the first instant after it; null while it has not begun. */
  readonly until: string | null
  readonly ends_at: string | null
  readonly lines: readonly LineRight[]
}

export type LineRight = {
  readonly line_id: string
  /** By which the confirmation names it: A1. */
  readonly number: string
  readonly title: string
  readonly variant: string | null
  readonly quantity: number
  /** Units already withdrawn, and units still there to withdraw. */
  readonly withdrawn: number
  readonly left: number
  readonly right: {
    readonly exists: boolean
    readonly state: RightState
    readonly until: string | null
    readonly reason: string
    readonly articles: readonly string[]
    /** Number in L221-28 of the exception that was announced before the order. */
    readonly exception: number | null
  }
}

/** Says for each line of an order whether the right of withdrawal exists, until when and why. */
export function orderRights(order: OwnOrder, locale: LetterLocale, now: Date): OrderRights {
  const { row, period, lines } = order
  const until = period?.due_on ?? null
  return {
    order_id: row.order_id,
    display_id: row.display_id,
    placed_at: row.placed_at.toISOString(),
    concluded_on: row.concluded_on,
    until,
    ends_at: period?.due_at?.toISOString() ?? null,
    lines: lines.map((own) => {
      const { line, exception, withdrawn, left } = own
      const state = stateOf(order, own, now)
      const { id, title, variant, quantity } = line
      return {
        ...{ line_id: id, number: articleNumber(line), title, variant, quantity, withdrawn, left },
        right: { exists: state === "open", state, until, ...why(order, own, state, locale), exception },
      }
    }),
  }
}

function stateOf(
  { row, period, right }: OwnOrder,
  { line, exception, withdrawn, left }: OwnLine,
  now: Date,
): RightState {
  if (!period) return "older"
  if (!right.exists) return "outside"
  if (row.status === "canceled") return "canceled"
  if (left === 0) return withdrawn >= line.quantity ? "withdrawn" : "returned"
  if (WITHDRAWAL_EXCEPTIONS.some(({ number, effect }) => number === exception && effect === "excludes"))
    return "excepted"
  if (period.due_at && period.due_at <= now) return "ended"
  return "open"
}

function why(
  { period, right }: OwnOrder,
  { exception }: OwnLine,
  state: RightState,
  locale: LetterLocale,
): { reason: string; articles: readonly string[] } {
  const t = declaringTexts(locale).right
  const mention = exception === null ? null : exceptionMentions(locale)[exception]
  switch (state) {
    case "excepted":
      return { reason: mention as string, articles: ["L221-28", "L221-5"] }
    case "outside":
      return { reason: t[right.why ?? "other_law"], articles: ["L221-3"] }
    case "ended":
      return {
        reason: fill(t.ended, { date: longDate(period?.due_on as string, locale) }),
        articles: ["L221-18", "L221-21"],
      }
    case "open": {
      const reason = period?.due_on ? (period.reason[locale] as string) : t.notStarted
      // Some exceptions only begin with what the customer does: he is told before, and may withdraw until then.
      return {
        reason: mention ? `${reason} ${mention}.` : reason,
        articles: [...(period?.articles ?? []), ...(mention ? ["L221-28"] : [])],
      }
    }
    default:
      return { reason: t[state], articles: [] }
  }
}
