import { Input } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { LineWithUnits } from "../lib/units-left"
import { Sheet, SheetCell, SheetRow } from "./sheet"

type Props = {
  lines: readonly LineWithUnits[]
  typed: Readonly<Record<string, string>>
  wrong: readonly LineWithUnits[]
  onType: (lineId: string, value: string) => void
}

/** A quantity for each line of an order. */
export const UnitsFields = ({ lines, typed, wrong, onType }: Props) => {
  const { t } = useTranslation("hamon")
  const id = useId()
  return (
    <Sheet
      label={t("match.units")}
      head={[
        { title: t("unitsPart.article") },
        { title: t("match.left"), right: true },
        { title: t("match.withdrawn"), right: true },
      ]}
    >
      {lines.map((line) => (
        <SheetRow key={line.id}>
          <SheetCell>
            <label htmlFor={`${id}-${line.id}`}>{line.title}</label>
            <div className="txt-small">{[line.variant, line.sku].filter(Boolean).join(" · ")}</div>
          </SheetCell>
          <SheetCell right>{t("match.leftOf", { left: line.left, ordered: line.quantity })}</SheetCell>
          <SheetCell right>
            <div className="ml-auto w-20">
              <Input
                id={`${id}-${line.id}`}
                size="small"
                type="number"
                inputMode="numeric"
                min={0}
                max={line.left}
                disabled={line.left === 0}
                value={typed[line.id] ?? ""}
                aria-invalid={wrong.includes(line)}
                onChange={({ target }) => onType(line.id, target.value)}
              />
            </div>
          </SheetCell>
        </SheetRow>
      ))}
    </Sheet>
  )
}
