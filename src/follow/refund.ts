import { fill } from "../kit/fill"
import { type Amount, type Currency, currency } from "../law"
import { longDate } from "../letters/format"
import { refundRows } from "../letters/refund-rows"
import { letterTexts, paymentName } from "../letters/texts"
import { isManual } from "../modules/hamon/manual-payment"
import type { Followed } from "../modules/hamon/operations/followed"
import { meansOf } from "../modules/hamon/operations/refund-ways"
import type { LetterLocale, RefundRow } from "../modules/hamon/types"
import type { FollowView } from "./picture"
import { waitsAsLate } from "./standing"
import { surchargeShown } from "./surcharge"
import { type FollowTexts, followTexts } from "./texts"

/**
 * The refund line by line (L221-24), before it is approved as it would be now: what for, what is taken off, what is left,
 * how each part is paid, and by when. Its sums are null where nobody can say them yet.
 */
export function refundOf(followed: Followed, view: FollowView) {
  const { withdrawal, order, refunds, breakdown, deadlines } = followed
  const { locale } = view
  const t = followTexts(locale).refund
  const clock = deadlines.find(({ kind }) => kind === "refund")
  if (!clock || clock.state === "canceled" || waitsAsLate(followed)) return null
  const code = order?.currency ?? null
  const ledger = refunds.filter(({ kind }) => kind === "refund")
  const toPay = breakdown && code ? leftToPay(followed, currency(code)) : null
  return {
    due: {
      on: clock.due_on,
      state: clock.state,
      words: clock.due_on ? fill(t.by, { date: longDate(clock.due_on, locale) }) : t.deferred,
      reason: clock.reason[locale],
      articles: clock.articles,
    },
    currency: code,
    approved: ledger.length > 0,
    sums: breakdown && {
      /** They add up to `to_pay`. */
      rows: refundRows(breakdown, { deductions: takenOff(followed), total: toPay as Amount }, code as string),
      lines: breakdown.lines.map(({ title, quantity, amount }) => ({ title, quantity, amount })),
      delivery: breakdown.delivery,
      already_refunded: breakdown.alreadyRefunded,
      deductions: takenOff(followed),
      total: breakdown.total,
      to_pay: toPay as Amount,
      reason: breakdown.reason[locale],
      articles: breakdown.articles,
    },
    payments: ledger
      // What staff settled in Medusa has a line of nothing.
      .filter(({ amount }) => Number(amount) > 0)
      .map((line) => paymentOf(line, withdrawal.other_means !== null, locale)),
    surcharge: surchargeShown(followed, locale),
  }
}

/**
 * What is taken off for diminished value: the plan's word, where it has one; else what the customer accepted, which the
 * plan does not know yet.
 */
function takenOff({ breakdown, deductions, order }: Followed) {
  const agreed =
    breakdown?.deductions ??
    deductions.filter(({ state }) => state === "accepted").map(({ order_line_id: line, amount }) => ({ line, amount }))
  return agreed.map(({ line, amount }) => ({
    title: order?.facts.lines.find(({ id }) => id === line)?.title ?? line,
    amount,
  }))
}

/** What was approved is the ledger's to say; before, it is the plan's, less what it does not know of. */
function leftToPay(followed: Followed, money: Currency): Amount {
  const { refunds, breakdown } = followed
  const sum = (lines: readonly { readonly amount: Amount }[]) =>
    lines.reduce((all, { amount }) => all + money.read(amount, "amount"), 0n)
  const ledger = refunds.filter(({ kind }) => kind === "refund")
  if (ledger.length > 0 || !breakdown) return money.write(sum(ledger))
  const { total, alreadyRefunded, notPaid } = breakdown
  const off = sum(breakdown.deductions ? [] : takenOff(followed))
  const gone = sum([{ amount: alreadyRefunded }, ...(notPaid ? [{ amount: notPaid }] : [])])
  const left = money.read(total, "total") - gone - off
  return money.write(left > 0n ? left : 0n)
}

function paymentOf(line: RefundRow, otherMeans: boolean, locale: LetterLocale) {
  const texts = letterTexts(locale)
  const { paid_otherwise: paid } = line
  const on = paid?.on ?? null
  return {
    amount: line.amount,
    means: paymentName(meansOf(line) ?? "", texts),
    state: line.state,
    booked_at: line.booked_at?.toISOString() ?? null,
    paid_on: on,
    words: paymentWords(line, otherMeans, followTexts(locale), locale),
  }
}

function paymentWords(line: RefundRow, otherMeans: boolean, { payment: t }: FollowTexts, locale: LetterLocale): string {
  const { state, provider_status: status, paid_otherwise: paid, booked_at, payment_provider_id: provider } = line
  if (paid) return fill(t.paid, { date: longDate(paid.on, locale) })
  if (status === "failed" || status === "canceled") return t.came_back
  if (state !== "booked") return state === "planned" && otherMeans ? t.by_hand : t[state]
  // Medusa's own provider moves no money: the seller does.
  if (isManual(provider)) return t.by_hand
  if (status === "pending") return t.pending
  return fill(t.sent, { date: longDate((booked_at as Date).toISOString().slice(0, 10), locale) })
}
