import { useTranslation } from "react-i18next"
import { useFormats } from "../lib/formats"
import type { Bilingual, Deadline } from "../lib/types"
import { DeadlineBadge } from "./badges"
import { Fact } from "./section"

/** One clock: its last day, where it stands, why, and the articles it rests on. */
export const Clock = ({ clock }: { clock: Deadline }) => {
  const { t } = useTranslation("hamon")
  const { day } = useFormats()
  const { kind, state, due_on, met_on } = clock
  const done = met_on && t(`clock.${kind}.met`, { day: day(met_on) })
  return (
    <Fact label={t(`clock.${kind}.label`)}>
      <div className="flex flex-col gap-y-2">
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-ui-fg-base">
            {due_on ? t(`clock.${kind}.due`, { day: day(due_on) }) : (done ?? t(`clock.${kind}.none`))}
          </span>
          <DeadlineBadge kind={kind} state={state} />
        </div>
        {due_on && done && <span>{done}</span>}
        <Because reason={clock.reason} articles={clock.articles} />
      </div>
    </Fact>
  )
}

/** Why a date or an amount is what it is. */
export const Because = ({ reason, articles }: { reason: Bilingual; articles: readonly string[] }) => {
  const { t } = useTranslation("hamon")
  const formats = useFormats()
  return (
    <>
      <p className="txt-small text-pretty">{formats.reason(reason)}</p>
      {articles.length > 0 && (
        <p className="txt-compact-xsmall">{t("clock.articles", { articles: articles.join(", ") })}</p>
      )}
    </>
  )
}
