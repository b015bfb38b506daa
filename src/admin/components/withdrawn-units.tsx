import { useTranslation } from "react-i18next"
import type { WithdrawalLine } from "../lib/types"
import { Part, Sentence } from "./section"
import { Sheet, SheetCell, SheetRow } from "./sheet"

/** The units that a declaration withdraws, as they were read or chosen. */
export const WithdrawnUnits = ({ lines }: { lines: readonly WithdrawalLine[] }) => {
  const { t } = useTranslation("hamon")
  if (lines.length === 0) {
    return (
      <Part title={t("unitsPart.title")}>
        <Sentence>{t("unitsPart.none")}</Sentence>
      </Part>
    )
  }
  return (
    <Part title={t("unitsPart.title")}>
      <Sheet
        label={t("unitsPart.title")}
        head={[
          { title: t("unitsPart.article") },
          { title: t("unitsPart.decision") },
          { title: t("unitsPart.quantity"), right: true },
        ]}
      >
        {lines.map(({ id, title, quantity, exception, decision }) => (
          <SheetRow key={id}>
            <SheetCell>{title}</SheetCell>
            <SheetCell>
              <div>{t(`decision.${decision}`)}</div>
              {exception !== null && <div className="txt-small">{t("unitsPart.exception", { number: exception })}</div>}
            </SheetCell>
            <SheetCell right>{quantity}</SheetCell>
          </SheetRow>
        ))}
      </Sheet>
    </Part>
  )
}
