import { useTranslation } from "react-i18next"
import type { Dispute } from "../lib/types"

/** Reason and stage in the provider's own words: its pages use the same. */
export const DisputeWords = ({ dispute: { reason, stage } }: { dispute: Dispute }) => {
  const { t } = useTranslation("hamon")
  return (
    <div className="txt-small [overflow-wrap:anywhere]">
      {reason && <p>{t("disputes.reason", { reason })}</p>}
      <p>{t("disputes.stage", { stage })}</p>
    </div>
  )
}
