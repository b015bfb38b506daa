import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormats } from "../lib/formats"
import type { Amount, Breakdown } from "../lib/types"
import { Because } from "./clock"
import { Part } from "./section"
import { Sheet, SheetCell, SheetRow } from "./sheet"

/** How a refund is made up: the lines, the share of the delivery, and what went back before. */
export const RefundBreakdown = ({ breakdown, currency }: { breakdown: Breakdown; currency: string }) => {
  const { t } = useTranslation("hamon")
  const { amount } = useFormats()
  const { lines, delivery, alreadyRefunded, notPaid = "0", deductions = [], total, reason, articles } = breakdown
  const titleOf = (line: string) => lines.find((one) => one.line === line)?.title ?? line
  return (
    <Part title={t("breakdown.title")}>
      <Sheet
        label={t("breakdown.title")}
        head={[
          { title: t("unitsPart.article") },
          { title: t("unitsPart.quantity"), right: true },
          { title: t("refunds.amount"), right: true },
        ]}
      >
        {lines.map((line) => (
          <SheetRow key={line.line}>
            <SheetCell>{line.title}</SheetCell>
            <SheetCell right>{line.quantity}</SheetCell>
            <SheetCell right>{amount(line.amount, currency)}</SheetCell>
          </SheetRow>
        ))}
        <Sum label={t("breakdown.delivery")} shown={amount(delivery, currency)} />
        {deductions.map(({ id, line, amount: off }) => (
          <Sum
            key={id}
            label={t("breakdown.deduction", { title: titleOf(line) })}
            shown={amount(`-${off}`, currency)}
          />
        ))}
        <Sum label={t("breakdown.total")} shown={amount(total, currency)} />
        {isSomething(alreadyRefunded) && (
          <Sum label={t("breakdown.already")} shown={amount(`-${alreadyRefunded}`, currency)} />
        )}
        {isSomething(notPaid) && <Sum label={t("breakdown.notPaid")} shown={amount(`-${notPaid}`, currency)} />}
      </Sheet>
      <div className="text-ui-fg-subtle flex flex-col gap-y-2 border-t px-6 py-4">
        <Because reason={reason} articles={articles} />
      </div>
    </Part>
  )
}

const Sum = ({ label, shown }: { label: string; shown: string }) => (
  <SheetRow>
    <Table.HeaderCell scope="row" colSpan={2} className="py-3 align-top">
      {label}
    </Table.HeaderCell>
    <SheetCell right>{shown}</SheetCell>
  </SheetRow>
)

function isSomething(amount: Amount): boolean {
  return Number(amount) !== 0
}
