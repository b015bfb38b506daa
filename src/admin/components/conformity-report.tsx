import { Container, Heading, Select, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { type Report, type ReportSubject, ROW_STATES, type RowState } from "../lib/conformity"
import { useFormats } from "../lib/formats"
import { ConformityRow } from "./conformity-row"
import { ConformitySummary } from "./conformity-summary"

/** `open`: whatever is not met. */
type Shown = RowState | "open" | "all"

function isShown(state: RowState, shown: Shown): boolean {
  return shown === "all" || state === shown || (shown === "open" && state !== "met")
}

/** The report: counts, a filter by state, and the rows of each subject. */
export const ConformityReport = ({ report }: { report: Report }) => {
  const { t } = useTranslation("hamon")
  const [shown, setShown] = useState<Shown>("open")
  const subjects = report.subjects
    .map((subject) => ({ ...subject, rows: subject.rows.filter(({ state }) => isShown(state, shown)) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="divide-y p-0">
        <ConformitySummary report={report} />
        <StateFilter report={report} shown={shown} show={setShown} />
      </Container>
      {subjects.map((subject) => (
        <SubjectCard key={subject.id} subject={subject} />
      ))}
      {subjects.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("conformity.none")}
        </Text>
      )}
    </div>
  )
}

const StateFilter = ({ report, shown, show }: { report: Report; shown: Shown; show: (state: Shown) => void }) => {
  const { t } = useTranslation("hamon")
  const id = useId()
  const total = ROW_STATES.reduce((sum, state) => sum + report.counts[state], 0)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-6 py-4">
      <label htmlFor={id} className="txt-compact-small-plus">
        {t("conformity.filter")}
      </label>
      <div className="w-56 max-w-full">
        <Select size="small" value={shown} onValueChange={(state) => show(state as Shown)}>
          <Select.Trigger id={id}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value="open">{t("conformity.toSeeTo", { count: total - report.counts.met })}</Select.Item>
            <Select.Item value="all">{t("conformity.all", { count: total })}</Select.Item>
            {ROW_STATES.map((state) => (
              <Select.Item key={state} value={state}>
                {t("conformity.count", { state: t(`conformity.state.${state}`), count: report.counts[state] })}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </div>
    </div>
  )
}

const SubjectCard = ({ subject: { title, rows } }: { subject: ReportSubject }) => {
  const { reason } = useFormats()
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{reason(title)}</Heading>
      </div>
      <ul className="divide-y">
        {rows.map((row) => (
          <ConformityRow key={row.id} row={row} />
        ))}
      </ul>
    </Container>
  )
}
