import { Text } from "@react-email/components"
import { fill } from "../kit/fill"
import type { LetterContext } from "./context"
import { FollowLink } from "./follow-link"
import { money } from "./format"
import { Letter, styles } from "./layout"
import { Facts, Lines } from "./parts"

export type DeductionProposedData = {
  readonly reference: string
  readonly title: string
  readonly amount: string
  readonly currency: string
  readonly ground: string
  readonly link: string
}

export function deductionProposedSubject(data: DeductionProposedData, { texts }: LetterContext): string {
  return fill(texts.deduction_proposed.subject, { reference: data.reference })
}

/** L221-23: what staff found, the amount that they propose, and that the customer may contest it. */
export function DeductionProposed({ data, context }: { data: DeductionProposedData; context: LetterContext }) {
  const { texts, locale, law } = context
  const t = texts.deduction_proposed
  return (
    <Letter context={context} title={t.title}>
      <Text style={styles.text}>{texts.greeting}</Text>
      <Text style={styles.text}>{fill(t.intro, { reference: data.reference })}</Text>
      <Facts
        locale={locale}
        facts={[
          [t.article, data.title],
          [t.amount, money(data.amount, data.currency, locale)],
          [t.ground, <Lines key="ground" text={data.ground} />],
        ]}
      />
      <Text style={styles.text}>{t.law}</Text>
      <Text style={styles.text}>{t[law.u8DiminishedValue]}</Text>
      <FollowLink context={context} intro={texts.follow.answerIntro} link={data.link} />
      <Text style={styles.small}>{texts.follow.code}</Text>
    </Letter>
  )
}
