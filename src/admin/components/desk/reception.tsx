import { useState } from "react"
import { useTranslation } from "react-i18next"
import { civilDate } from "../../lib/civil-date"
import { GOODS_STATES, type GoodsState, type Withdrawal } from "../../lib/types"
import { ActDrawer } from "./act-drawer"
import { ChoiceField, LineField, TextField } from "./fields"

type Seen = { readonly quantity: string; readonly state: GoodsState; readonly note: string }

/** What came back, unit by unit: one condition for each line, or line by line in several goes. */
export const Reception = ({ withdrawal }: { withdrawal: Withdrawal }) => {
  const { t } = useTranslation("hamon")
  const today = civilDate(new Date())
  const lines = withdrawal.lines.filter(({ decision }) => decision !== "declined")
  const [on, setOn] = useState(today)
  const [seen, setSeen] = useState<Record<string, Seen>>({})
  const of = (id: string, quantity: number): Seen =>
    seen[id] ?? { quantity: String(quantity), state: "as_sent", note: "" }
  const wrong = lines.some(({ id, quantity }) => !isUpTo(of(id, quantity).quantity, quantity))
  const told = lines.flatMap(({ id, order_line_id, quantity }) => {
    const { quantity: typed, state, note } = of(id, quantity)
    return Number(typed) > 0 ? [{ order_line_id, quantity: Number(typed), state, note: note.trim() }] : []
  })
  const request = () =>
    wrong || told.length === 0 || on === "" || on > today ? null : { path: "reception", body: { on, lines: told } }

  return (
    <ActDrawer act="reception" withdrawalId={withdrawal.id} request={request}>
      {(tried) => (
        <>
          <LineField
            label={t("desk.receivedOn")}
            type="date"
            max={today}
            error={tried && (on === "" || on > today) ? t("desk.dayError") : null}
            value={on}
            onChange={setOn}
          />
          {lines.map(({ id, title, quantity }) => {
            const one = of(id, quantity)
            const change = (more: Partial<Seen>) => setSeen({ ...seen, [id]: { ...one, ...more } })
            return (
              <fieldset key={id} className="flex flex-col gap-y-3">
                <legend className="txt-compact-small-plus mb-2">{title}</legend>
                <LineField
                  label={t("desk.units", { most: quantity })}
                  type="number"
                  min="0"
                  max={String(quantity)}
                  error={tried && !isUpTo(one.quantity, quantity) ? t("desk.unitsError", { most: quantity }) : null}
                  value={one.quantity}
                  onChange={(value) => change({ quantity: value })}
                />
                <ChoiceField
                  label={t("desk.condition")}
                  hint={one.state === "damaged" ? t("desk.damagedHint") : undefined}
                  value={one.state}
                  onChange={(value) => change({ state: value as GoodsState })}
                  choices={GOODS_STATES.map((value) => ({ value, label: t(`desk.goods.${value}`) }))}
                />
                {one.state !== "as_sent" && (
                  <TextField label={t("desk.note")} value={one.note} onChange={(note) => change({ note })} />
                )}
              </fieldset>
            )
          })}
        </>
      )}
    </ActDrawer>
  )
}

function isUpTo(typed: string, most: number): boolean {
  const quantity = Number(typed)
  return typed.trim() !== "" && Number.isInteger(quantity) && quantity >= 0 && quantity <= most
}
