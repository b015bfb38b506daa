import { Text } from "@react-email/components"
import { currency, type Place } from "../law"
import { isManual } from "../modules/hamon/manual-payment"
import type { RefundBreakdown } from "../modules/hamon/types"
import type { LetterContext } from "./context"
import { dateAndHour, longDate, money } from "./format"
import { Letter, styles } from "./layout"
import { Facts, Table } from "./parts"
import { refundRows } from "./refund-rows"
import { fill } from "../kit/fill"
import { paymentName } from "./texts"

export type RefundMadeData = {
  readonly displayId: number
  readonly reference: string
  readonly place: Place
  readonly currency: string
  readonly refundedAt: string
  readonly breakdown: RefundBreakdown
  readonly parts: readonly RefundPart[]
}

type RefundPart = {
  readonly amount: string
  /** Medusa's id of the provider, or the means by which staff refunded instead. */
  readonly provider: string
  /** Civil date, where staff recorded the payment: its hour is unknown. */
  readonly on?: string | null
}

export function refundMadeSubject(data: RefundMadeData, { texts }: LetterContext): string {
  return fill(texts.refund_made.subject, { number: data.displayId })
}

/** What was refunded, line by line, and why that much (L221-24). */
export function RefundMade({ data, context }: { data: RefundMadeData; context: LetterContext }) {
  const { texts, locale } = context
  const t = texts.refund_made
  const { breakdown } = data
  const sum = (amount: string) => money(amount, data.currency, locale)
  const paid = ({ amount, on }: RefundPart) =>
    on ? fill(t.onDay, { amount: sum(amount), day: longDate(on, locale) }) : sum(amount)
  const otherwise = data.parts.some(({ on }) => on)
  // Medusa's own provider moves no money: what core has booked there, the seller has yet to pay.
  const byHand = ({ provider, on }: RefundPart) => isManual(provider) && !on
  const manual = data.parts.every(byHand)
  const intro = manual ? t.introManual : otherwise ? t.introOtherwise : t.intro
  const code = currency(data.currency)
  const total = code.write(data.parts.reduce((all, { amount }) => all + code.read(amount, "amount"), 0n))
  const titleOf = (line: string) => breakdown.lines.find((one) => one.line === line)?.title ?? line
  const deductions = (breakdown.deductions ?? []).map(({ line, amount }) => ({ title: titleOf(line), amount }))
  const rows = refundRows(breakdown, { deductions, total }, data.currency)
  return (
    <Letter context={context} title={manual ? t.titleManual : t.title}>
      <Text style={styles.text}>{texts.greeting}</Text>
      <Text style={styles.text}>{fill(intro, { reference: data.reference })}</Text>
      <Table
        head={[texts.articles, texts.quantity, t.sum]}
        rows={[
          ...rows.map(({ kind, title, quantity, amount, taken_off: off }) => [
            kind === "line" ? title : fill(t.rows[kind], { title: title ?? "" }),
            quantity === null ? "" : String(quantity),
            off ? `− ${sum(amount)}` : sum(amount),
          ]),
          [<strong key="total">{t.total}</strong>, "", <strong key="sum">{sum(total)}</strong>],
        ]}
      />
      <Facts
        locale={locale}
        facts={[
          ...data.parts.map((part) => [`${t.sum} (${paymentName(part.provider, texts)})`, paid(part)] as const),
          data.parts.every(({ on }) => on)
            ? null
            : ([manual ? t.approvedAt : t.refundedAt, dateAndHour(data.refundedAt, data.place, locale)] as const),
          [t.why, breakdown.reason[locale]],
        ]}
      />
      {data.parts.some(byHand) && <Text style={styles.text}>{t.manual}</Text>}
      {data.parts.some((part) => !byHand(part) && !part.on) && <Text style={styles.text}>{t.arrival}</Text>}
    </Letter>
  )
}
