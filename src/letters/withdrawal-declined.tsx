import { Text } from "@react-email/components"
import { fill } from "../kit/fill"
import type { LetterContext } from "./context"
import { Letter, styles } from "./layout"
import { Facts, Lines, Title } from "./parts"

export type WithdrawalDeclinedData = {
  readonly reference: string
  readonly displayId: number | null
  readonly basis: "late" | "no_order" | "withdrawn_before" | "no_right" | "exception"
  /** Of a whole declaration. */
  readonly ground: string | null
  /** Of units: none where the whole was declined. */
  readonly lines: readonly {
    readonly title: string
    readonly quantity: number
    readonly ground: string
    readonly exception: number | null
    /** Where it is no exception; undefined of letters that were written before this member. */
    readonly basis?: "withdrawn_before" | "no_right" | null
  }[]
}

export function withdrawalDeclinedSubject({ reference }: WithdrawalDeclinedData, { texts }: LetterContext): string {
  return fill(texts.withdrawal_declined.subject, { reference })
}

/** What was declined, on which ground and article, in the words of who decided; and what the customer can do about it. */
export function WithdrawalDeclined({ data, context }: { data: WithdrawalDeclinedData; context: LetterContext }) {
  const { texts, locale } = context
  const t = texts.withdrawal_declined
  const { reference, lines, ground, basis } = data
  const whole = ground !== null
  return (
    <Letter context={context} title={whole ? t.titleWhole : t.titlePart}>
      <Text style={styles.text}>{texts.greeting}</Text>
      <Text style={styles.text}>{fill(whole ? t.introWhole : t.introPart, { reference })}</Text>
      {whole && (
        <Facts
          locale={locale}
          facts={[
            [t.ground, <Lines key="ground" text={ground} />],
            [t.article, t.basis[basis]],
          ]}
        />
      )}
      {lines.map((line, index) => (
        <div key={index}>
          <Title>{`${line.quantity} × ${line.title}`}</Title>
          <Facts
            locale={locale}
            facts={[
              [t.ground, <Lines key="ground" text={line.ground} />],
              line.exception === null ? null : [t.article, fill(t.exception, { number: line.exception })],
              line.basis ? [t.article, t.basis[line.basis]] : null,
            ]}
          />
        </div>
      ))}
      <Text style={styles.text}>{t.disagree}</Text>
    </Letter>
  )
}
