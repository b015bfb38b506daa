import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormats } from "../../lib/formats"
import { jumpTo, placeHere } from "../../lib/merchant/jump"
import { useSetUp } from "../../lib/merchant/requests"
import type { SetUpStep } from "../../lib/merchant/types"
import { Failure, Loading, Section, Sentence } from "../section"
import { DutyBadge } from "./duty-badge"

/** The way to "legal to open": what is to be done first, and how far the shop has come. */
export const SetUpCard = () => {
  const { t } = useTranslation("hamon")
  const { data, error, refetch } = useSetUp()
  const [all, setAll] = useState(false)
  if (!data) {
    return (
      <Section title={t("merchant.title")} level="h1">
        {error ? <Failure error={error} again={() => void refetch()} /> : <Loading />}
      </Section>
    )
  }
  const open = data.steps.filter(({ state }) => state !== "met").sort((a, b) => rank(a) - rank(b))
  const shown = all ? data.steps : open
  return (
    <Section title={t("merchant.title")} level="h1">
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <p className="txt-small text-ui-fg-subtle text-pretty">{t("merchant.intro")}</p>
        <p className="txt-compact-small-plus" id="set-up-progress">
          {t("merchant.progress", { done: data.done, of: data.of })}
        </p>
        <progress
          aria-labelledby="set-up-progress"
          className="h-2 w-full accent-[var(--tag-green-icon)]"
          value={data.done}
          max={data.of}
        />
      </div>
      {open.length === 0 && <Sentence>{t("merchant.legal")}</Sentence>}
      <ol className="divide-y">
        {shown.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
      <div className="px-6 py-3">
        <Button size="small" variant="transparent" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("merchant.showOpen") : t("merchant.showAll", { count: data.steps.length })}
        </Button>
      </div>
    </Section>
  )
}

/** What must be done comes before what may be. */
function rank({ state, weight }: SetUpStep): number {
  if (state === "wrong" || (state === "missing" && weight === "required")) return 0
  return state === "at_risk" ? 1 : 2
}

const Step = ({ step }: { step: SetUpStep }) => {
  const { t } = useTranslation("hamon")
  const { reason } = useFormats()
  const here = placeHere(step.place)
  return (
    <li className="flex flex-col gap-x-4 gap-y-2 px-6 py-3 sm:flex-row sm:items-start sm:justify-between">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="txt-compact-small-plus">{reason(step.title)}</span>
          <DutyBadge state={step.state} weight={step.weight} />
        </div>
        <p className="txt-compact-xsmall text-ui-fg-subtle mt-1">{step.articles.join(" · ")}</p>
        {step.sentence && (
          <p className="txt-small text-ui-fg-subtle mt-1 text-pretty [overflow-wrap:anywhere]">
            {reason(step.sentence)}
          </p>
        )}
      </div>
      {here && (
        <Button
          size="small"
          variant="secondary"
          className="shrink-0 self-start"
          aria-label={t("merchant.goTo", { step: reason(step.title) })}
          onClick={() => jumpTo(here)}
        >
          {t("merchant.go")}
        </Button>
      )}
      {step.place && !here && (
        <Button size="small" variant="secondary" className="shrink-0 self-start" asChild>
          <Link to={step.place} aria-label={t("merchant.goTo", { step: reason(step.title) })}>
            {t("merchant.go")}
          </Link>
        </Button>
      )}
    </li>
  )
}
