import { Link, Text } from "@react-email/components"
import { fill } from "../kit/fill"
import type { DigestRow, StaffDigestData } from "../modules/hamon/operations/staff-digest"
import type { LetterContext } from "./context"
import { longDate, money } from "./format"
import { Letter, styles } from "./layout"
import { Title } from "./parts"

const PARTS = ["overdue", "due_soon", "unmatched", "unknown", "letters", "sweepers"] as const

export function staffDigestSubject({ day, parts }: StaffDigestData, { texts, locale }: LetterContext): string {
  const count = PARTS.reduce((sum, part) => sum + parts[part].count, 0)
  return fill(texts.staff_digest.subject, { day: longDate(day, locale), count })
}

/** What waits for a person this morning; names and addresses of customers stay in the admin. */
export function StaffDigest({ data, context }: { data: StaffDigestData; context: LetterContext }) {
  const { texts, locale } = context
  const t = texts.staff_digest
  return (
    <Letter context={context} title={t.title}>
      <Text style={styles.text}>{texts.greeting}</Text>
      <Text style={styles.text}>{fill(t.intro, { day: longDate(data.day, locale) })}</Text>
      {PARTS.filter((part) => data.parts[part].count > 0).map((part) => {
        const { count, first } = data.parts[part]
        return (
          <div key={part}>
            <Title>{`${t[part]} (${count})`}</Title>
            {part === "overdue" && <Text style={styles.text}>{t.overdueHelp}</Text>}
            {first.map((row, index) => (
              <Text key={index} style={styles.text}>
                {words(row, part === "overdue", context)}
              </Text>
            ))}
            {count > first.length && <Text style={styles.text}>{fill(t.more, { count: count - first.length })}</Text>}
          </div>
        )
      })}
      <Text style={styles.text}>
        <Link href={data.adminUrl}>{t.open}</Link>
      </Text>
    </Letter>
  )
}

function words(row: DigestRow, late: boolean, context: LetterContext): string {
  const { texts, locale } = context
  const t = texts.staff_digest
  const kinds: Readonly<Record<string, string>> = t.kind
  const order = row.number === null ? t.noOrder : fill(t.order, { number: row.number })
  return [
    row.kind === "letter" ? (kinds[row.name] ?? t.kind.other) : row.name,
    row.kind === "withdrawal" ? order : null,
    row.due_on && fill(t.due, { day: longDate(row.due_on, locale) }),
    row.since && fill(t.since, { day: longDate(row.since, locale) }),
    late && cost(row, context),
  ]
    .filter(Boolean)
    .join(" – ")
}

function cost({ surcharge }: DigestRow, { texts, locale }: LetterContext): string {
  const t = texts.staff_digest
  if (!surcharge) return t.sumUnknown
  if (!surcharge.owed) return t.rateMissing
  return fill(t.surcharge, { amount: money(surcharge.owed, surcharge.currency, locale) })
}
