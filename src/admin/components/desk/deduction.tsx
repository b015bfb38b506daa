import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Withdrawal } from "../../lib/types"
import { ActDrawer } from "./act-drawer"
import { ChoiceField, LineField } from "./fields"
import { GroundField, isGround } from "./grounded"

/** Proposes a deduction for goods that lost value (L221-23): the customer is asked, and nothing is kept by itself. */
export const ProposeDeduction = ({ withdrawal }: { withdrawal: Withdrawal }) => {
  const { t } = useTranslation("hamon")
  const lines = withdrawal.lines.filter(({ decision }) => decision !== "declined")
  const [line, setLine] = useState(lines[0].order_line_id)
  const [typed, setTyped] = useState("")
  const [ground, setGround] = useState("")
  const amount = typed.trim().replace(",", ".")
  const isAmount = /^\d+(\.\d+)?$/.test(amount) && Number(amount) > 0

  return (
    <ActDrawer
      act="deduction"
      withdrawalId={withdrawal.id}
      request={() =>
        isAmount && isGround(ground)
          ? { path: "deductions", body: { order_line_id: line, amount, ground: ground.trim() } }
          : null
      }
    >
      {(tried) => (
        <>
          <ChoiceField
            label={t("desk.line")}
            value={line}
            onChange={setLine}
            choices={lines.map(({ order_line_id, title }) => ({ value: order_line_id, label: title }))}
          />
          <LineField
            label={t("desk.amount")}
            inputMode="decimal"
            error={tried && !isAmount ? t("desk.amountError") : null}
            value={typed}
            onChange={setTyped}
          />
          <GroundField value={ground} onChange={setGround} tried={tried} />
        </>
      )}
    </ActDrawer>
  )
}
