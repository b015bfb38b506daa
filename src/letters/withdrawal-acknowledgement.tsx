import { Link, Text } from "@react-email/components"
import { civilDateIn, refundDeadline, zoneOf } from "../law"
import type { Declaration } from "../modules/hamon/types"
import type { LetterContext } from "./context"
import { dateAndHour, longDate } from "./format"
import { Letter, styles } from "./layout"
import { Facts, Title } from "./parts"
import { fill } from "./texts"

export type WithdrawalAcknowledgementData = {
  readonly reference: string
  readonly declared: Declaration
  readonly sentAt: string
  readonly code: string
}

export function withdrawalAcknowledgementSubject(
  data: WithdrawalAcknowledgementData,
  { texts }: LetterContext,
): string {
  return fill(texts.withdrawal_acknowledgement.subject, { reference: data.reference })
}

/**
 * L221-21, D221-5: acknowledgement with content, date and hour of the declaration. It says "received": whether a right
 * existed is nobody's to say yet.
 */
export function WithdrawalAcknowledgement({
  data,
  context,
}: {
  data: WithdrawalAcknowledgementData
  context: LetterContext
}) {
  const { texts, locale, publicUrl, law } = context
  const t = texts.withdrawal_acknowledgement
  const { declared } = data
  const { base } = refundDeadline({ informedOn: civilDateIn(data.sentAt, zoneOf({})) }, law)
  return (
    <Letter context={context} title={t.title}>
      <Text style={styles.text}>{texts.greeting}</Text>
      <Text style={styles.text}>{t.intro}</Text>
      <Facts
        facts={[
          [t.referenceLabel, data.reference],
          [t.sentAt, dateAndHour(data.sentAt, null, locale)],
          [t.name, declared.name],
          [t.orderNumber, declared.orderNumber],
          [t.scope, declared.scope === "whole" ? t.whole : t.part],
          declared.articles.length > 0
            ? [texts.articles, declared.articles.map(({ article, quantity }) => `${quantity} × ${article}`).join(" ; ")]
            : null,
          declared.comment ? [t.comment, declared.comment] : null,
        ]}
      />
      <Title>{t.codeTitle}</Title>
      <Text style={styles.text}>
        {t.codeIntro}
        <br />
        <Link href={`${publicUrl}/retractation/suivi`}>{`${publicUrl}/retractation/suivi`}</Link>
      </Text>
      <Text style={styles.code}>{data.code}</Text>
      <Title>{t.refundTitle}</Title>
      <Text style={styles.text}>
        {t.refund} {fill(t.refundDate, { date: longDate(base, locale) })}
      </Text>
    </Letter>
  )
}
