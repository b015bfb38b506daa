import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { sentenceOf } from "../lib/errors"
import { useFormats } from "../lib/formats"
import { useSweeps } from "../lib/queries"
import { troubledSweepers } from "../lib/sweepers"

/** Says so when the machine behind letters, refunds and clocks stands still: nobody else would notice. */
export const SweepNotice = () => {
  const { t } = useTranslation("hamon")
  const { instant } = useFormats()
  const { data: sweeps = [] } = useSweeps()
  const troubles = troubledSweepers(sweeps, new Date())
  if (troubles.length === 0) return null
  return (
    <Alert variant="error" role="alert">
      <p className="txt-compact-small-plus">{t("sweeps.title")}</p>
      <ul className="mt-1 flex flex-col gap-y-1">
        {troubles.map(({ id, since, error }) => (
          <li key={id}>
            {t("sweeps.since", { sweeper: t(`sweeper.${id}`), at: instant(since) })}
            {error && ` ${sentenceOf(new Error(error))}`}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
