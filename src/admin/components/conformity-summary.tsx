import { Button, Heading, Hint, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { type Report, ROW_STATES, type RowState, useCheckNow, useReportDocument } from "../lib/conformity"
import { sentenceOf } from "../lib/errors"
import { useFormats } from "../lib/formats"

const BAR: Record<RowState, string> = {
  missing: "bg-ui-tag-red-icon",
  at_risk: "bg-ui-tag-orange-icon",
  not_verified: "bg-ui-tag-neutral-icon",
  met: "bg-ui-tag-green-icon",
}

/** How many duties stand in each state, and the buttons of the whole report. */
export const ConformitySummary = ({ report }: { report: Report }) => {
  const { t, i18n } = useTranslation("hamon")
  const { instant } = useFormats()
  const check = useCheckNow()
  const document = useReportDocument()
  const failure = check.error ?? document.error
  const locale = i18n.language.startsWith("fr") ? "fr" : "en"
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-6 py-4">
        <div className="min-w-0 max-w-prose">
          <Heading>{t("conformity.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("conformity.intro")} {t("conformity.madeAt", { at: instant(report.generated_at) })}
          </Text>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Button
            size="small"
            variant="secondary"
            isLoading={document.isPending}
            onClick={() => document.mutate(locale)}
          >
            {t("conformity.pdf")}
          </Button>
          <Button size="small" isLoading={check.isPending} onClick={() => check.mutate()}>
            {t("conformity.check")}
          </Button>
        </div>
      </div>
      <div className="px-6 py-4">
        <p role="status" className="txt-compact-small text-ui-fg-subtle empty:hidden mb-3">
          {check.isPending ? t("conformity.checking") : check.isSuccess ? t("conformity.checked") : null}
        </p>
        {failure && (
          <Hint variant="error" role="alert" className="mb-3">
            {[t("failure.notRead"), sentenceOf(failure)].filter(Boolean).join(" ")}
          </Hint>
        )}
        <Chart counts={report.counts} />
      </div>
    </>
  )
}

/** A bar whose parts are said in words below it, for whoever does not see colours. */
const Chart = ({ counts }: Pick<Report, "counts">) => {
  const { t } = useTranslation("hamon")
  return (
    <>
      <div
        role="img"
        aria-label={t("conformity.chart", counts)}
        className="flex h-3 gap-x-0.5 overflow-hidden rounded-full"
      >
        {ROW_STATES.filter((state) => counts[state] > 0).map((state) => (
          <div key={state} className={BAR[state]} style={{ flexGrow: counts[state] }} />
        ))}
      </div>
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1" aria-hidden>
        {ROW_STATES.map((state) => (
          <li key={state} className="txt-compact-small flex items-center gap-x-2">
            <span className={`${BAR[state]} size-2.5 rounded-full`} />
            {t(`conformity.state.${state}`)}
            <span className="txt-compact-small-plus tabular-nums">{counts[state]}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
