import { fill } from "../../../kit/fill"
import { civilDateIn } from "../../../law"
import type { LetterLocale } from "../../../modules/hamon/types"
import type { ExportedWithdrawal } from "../../../modules/hamon/operations/withdrawal-list"
import { TABLE_TEXTS } from "./withdrawal-table-texts"

/** What a spreadsheet shows of declarations: a heading and the cell below it. */
export function withdrawalTable(locale: LetterLocale, zone: string) {
  const t = TABLE_TEXTS[locale]
  const word = (words: Readonly<Record<string, string>>, key: string | null) => (key ? (words[key] ?? key) : null)
  return {
    separator: locale === "fr" ? (";" as const) : ("," as const),
    head: Object.values(t.head),
    cells: (row: ExportedWithdrawal) => [
      row.reference,
      row.sent_on ?? civilDateIn(row.sent_at.toISOString(), zone),
      civilDateIn(row.informed_at.toISOString(), zone),
      word(t.channel, row.channel),
      row.declared.name,
      row.declared.email,
      row.display_id ?? fill(t.typed, { typed: row.declared.orderNumber }),
      word(t.phase, row.phase),
      word(t.status, row.status),
      word(t.outcome, row.outcome),
      row.flags.map((flag) => word(t.flag, flag)).join(", "),
      row.goods_back_on,
      row.refund_deadline?.due_on ?? null,
      row.refund_deadline?.met_on ?? null,
      word(t.clock, row.refund_deadline?.state ?? null),
      row.refunded.map(({ amount, currency }) => `${decimal(amount, locale)} ${currency.toUpperCase()}`).join(" + "),
    ],
  }
}

function decimal(amount: string, locale: LetterLocale): string {
  return locale === "fr" ? amount.replace(".", ",") : amount
}
