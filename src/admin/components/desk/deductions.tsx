import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormats } from "../../lib/formats"
import type { Deduction, WithdrawalDetail } from "../../lib/types"
import { Section } from "../section"
import { ActDrawer } from "./act-drawer"
import { NoteAnswer } from "./noted"
import { Sheet, SheetCell, SheetRow } from "../sheet"

const COLOUR = { proposed: "orange", accepted: "green", contested: "red", withdrawn: "grey" } as const

/** Deductions that staff proposed (L221-23), each with the customer's answer; taken back as long as nothing was refunded. */
export const Deductions = ({ withdrawal }: { withdrawal: WithdrawalDetail }) => {
  const { t } = useTranslation("hamon")
  const { amount, instant } = useFormats()
  const { deductions, lines, refunds, id } = withdrawal
  if (deductions.length === 0) return null
  const titleOf = (line: string) => lines.find(({ order_line_id }) => order_line_id === line)?.title ?? line
  return (
    <Section title={t("desk.deductions")}>
      <Sheet
        label={t("desk.deductions")}
        head={[{ title: t("desk.line") }, { title: t("desk.answer") }, { title: t("desk.amount"), right: true }]}
      >
        {deductions.map((one) => (
          <SheetRow key={one.id}>
            <SheetCell>
              <div>{titleOf(one.order_line_id)}</div>
              <div className="txt-small text-pretty">{t("desk.said", { ground: one.ground })}</div>
            </SheetCell>
            <SheetCell>
              <div className="flex flex-col items-start gap-y-2">
                <StatusBadge color={COLOUR[one.state]}>{t(`desk.deductionState.${one.state}`)}</StatusBadge>
                {one.answered_at && <span className="txt-small">{instant(one.answered_at)}</span>}
                {one.answer && <span className="txt-small text-pretty">{t("desk.said", { ground: one.answer })}</span>}
                {one.state === "proposed" && refunds.length === 0 && <NoteAnswer id={id} deduction={one} />}
                {one.state !== "withdrawn" && refunds.length === 0 && <TakeBack id={id} deduction={one} />}
              </div>
            </SheetCell>
            <SheetCell right>{amount(one.amount, one.currency)}</SheetCell>
          </SheetRow>
        ))}
      </Sheet>
    </Section>
  )
}

const TakeBack = ({ id, deduction }: { id: string; deduction: Deduction }) => (
  <ActDrawer
    act="take_back"
    withdrawalId={id}
    request={() => ({ path: `deductions/${deduction.id}/withdraw`, body: {} })}
  >
    {() => null}
  </ActDrawer>
)
