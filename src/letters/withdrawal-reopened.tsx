import { Text } from "@react-email/components"
import { fill } from "../kit/fill"
import type { LetterContext } from "./context"
import { Letter, styles } from "./layout"
import { Facts, Lines } from "./parts"

export type WithdrawalReopenedData = { readonly reference: string; readonly ground: string }

export function withdrawalReopenedSubject({ reference }: WithdrawalReopenedData, { texts }: LetterContext): string {
  return fill(texts.withdrawal_reopened.subject, { reference })
}

/** A declaration that was declined is examined again. */
export function WithdrawalReopened({ data, context }: { data: WithdrawalReopenedData; context: LetterContext }) {
  const { texts, locale } = context
  const t = texts.withdrawal_reopened
  return (
    <Letter context={context} title={t.title}>
      <Text style={styles.text}>{texts.greeting}</Text>
      <Text style={styles.text}>{fill(t.intro, { reference: data.reference })}</Text>
      <Facts locale={locale} facts={[[t.ground, <Lines key="ground" text={data.ground} />]]} />
    </Letter>
  )
}
