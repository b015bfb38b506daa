import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { ReportRow, RowState } from "../lib/conformity"
import { useFormats } from "../lib/formats"
import { ConformityPlace } from "./conformity-place"

const COLOUR: Record<RowState, "red" | "orange" | "grey" | "green"> = {
  missing: "red",
  at_risk: "orange",
  not_verified: "grey",
  met: "green",
}

/** A duty: its articles, how it stands, the proof or the fix, and the way to the place. */
export const ConformityRow = ({ row }: { row: ReportRow }) => {
  const { t } = useTranslation("hamon")
  const { reason, instant } = useFormats()
  const { title, articles, state, sentence, place, details, detail_count: count, fine, checked_at: checkedAt } = row
  return (
    <li className="flex flex-col gap-y-1 px-6 py-4" id={row.id}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h3 className="txt-compact-small-plus min-w-0">
          {reason(title)}
          <span className="txt-compact-xsmall text-ui-fg-muted block pt-0.5">{articles.join(" · ")}</span>
        </h3>
        <StatusBadge color={COLOUR[state]} className="text-nowrap">
          {t(`conformity.state.${state}`)}
        </StatusBadge>
      </div>
      <p className="txt-small text-ui-fg-subtle text-pretty break-words">{reason(sentence)}</p>
      {details.length > 0 && (
        <ul className="txt-small text-ui-fg-subtle list-disc pl-5">
          {details.map(({ text, place: at }, index) => (
            <li key={index} className="break-words">
              {at?.kind === "admin" ? (
                <Link to={at.path} className="hover:text-ui-fg-interactive-hover underline underline-offset-2">
                  {reason(text)}
                </Link>
              ) : (
                reason(text)
              )}
            </li>
          ))}
          {count > details.length && <li>{t("conformity.others", { count: count - details.length })}</li>}
        </ul>
      )}
      {fine && <p className="txt-compact-xsmall text-ui-fg-error">{reason(fine)}</p>}
      <p className="txt-compact-xsmall text-ui-fg-muted flex flex-wrap gap-x-4 gap-y-1 empty:hidden">
        {place && state !== "met" && <ConformityPlace place={place} title={reason(title)} />}
        {checkedAt && <span>{t("conformity.checkedAt", { at: instant(checkedAt) })}</span>}
      </p>
    </li>
  )
}
