import { useTranslation } from "react-i18next"
import { timelineCode } from "../../lib/desk"
import { useFormats } from "../../lib/formats"
import type { TimelineEntry } from "../../lib/types"
import { Section } from "../section"

/** Everything that happened, oldest first: what, when, and who of the staff did it. */
export const Timeline = ({ entries }: { entries: readonly TimelineEntry[] }) => {
  const { t } = useTranslation("hamon")
  return (
    <Section title={t("desk.timelineTitle")}>
      <ol className="flex flex-col px-6 py-4">
        {entries.map((entry) => (
          <Entry key={`${entry.id}:${entry.code}`} entry={entry} />
        ))}
      </ol>
    </Section>
  )
}

const Entry = ({ entry: { at, code, facts, by_name } }: { entry: TimelineEntry }) => {
  const { t } = useTranslation("hamon")
  const { instant } = useFormats()
  const known = timelineCode(code)
  const ground = typeof facts.ground === "string" ? facts.ground : null
  return (
    <li className="border-ui-border-base relative flex flex-col gap-y-1 border-l pb-4 pl-4 last:pb-0">
      <span aria-hidden className="bg-ui-fg-muted absolute -left-1 top-1.5 size-2 rounded-full" />
      <span className="txt-compact-small text-ui-fg-base text-pretty">
        {known ? t(`desk.timeline.${known}`) : t("desk.timelineOther", { code })}
        {known?.startsWith("letter_") && <Kind kind={facts.kind} />}
      </span>
      {ground && <span className="txt-small text-ui-fg-subtle text-pretty">{t("desk.said", { ground })}</span>}
      <span className="txt-compact-xsmall text-ui-fg-subtle">
        <time dateTime={at}>{instant(at)}</time>
        {by_name && <span className="break-all"> – {by_name}</span>}
      </span>
    </li>
  )
}

const Kind = ({ kind }: { kind: unknown }) => {
  const { t } = useTranslation("hamon")
  return <> – {t(`letterKind.${String(kind)}`)}</>
}
