import { Link, Text } from "@react-email/components"
import { civilDateIn, refundDeadline, returnDeadline, zoneOf } from "../law"
import type { Declaration } from "../modules/hamon/types"
import { returnCostOf } from "../information/return-cost"
import type { LetterContext } from "./context"
import { longDate, sentInWords } from "./format"
import { Letter, styles } from "./layout"
import { FollowLink } from "./follow-link"
import { Facts, Lines, Title } from "./parts"
import { fill } from "../kit/fill"

export type WithdrawalAcknowledgementData = {
  readonly reference: string
  readonly declared: Declaration
  readonly sentAt: string
  /** Where only the day is known, as of a posted letter. */
  readonly sentOn?: string | null
  /** Civil date on which the trader was informed, where it is another than that of sending (L221-24). */
  readonly informedOn?: string | null
  readonly code: string
  /** Secret of the link to the status page; letters written before it existed have none. */
  readonly link?: string
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
  const sentOn = data.sentOn ?? civilDateIn(data.sentAt, zoneOf({}))
  const { base } = refundDeadline({ informedOn: data.informedOn ?? sentOn }, law)
  const back = returnDeadline({ communicatedOn: sentOn }, law)
  const address = context.merchant?.returnAddress ?? context.merchant?.address
  // Who says today that the return is the customer's cost may not have said so before this order: hence the reservation.
  const returnText = returnCostOf(context.merchant).paid_by === "merchant" ? t.returnTextFree : t.returnText
  return (
    <Letter context={context} title={t.title}>
      <Text style={styles.text}>{texts.greeting}</Text>
      <Text style={styles.text}>{t.intro}</Text>
      <Facts
        locale={locale}
        facts={[
          [t.referenceLabel, data.reference],
          [t.sentAt, sentInWords(data, null, locale)],
          [t.name, declared.name],
          [t.email, declared.email],
          [t.orderNumber, declared.orderNumber],
          [t.scope, t[declared.scope]],
          declared.articles.length > 0
            ? [texts.articles, declared.articles.map(({ article, quantity }) => `${quantity} × ${article}`).join(", ")]
            : null,
          declared.comment ? [t.comment, <Lines key="comment" text={declared.comment} />] : null,
        ]}
      />
      <Title>{t.codeTitle}</Title>
      <Text style={styles.text}>
        {t.codeIntro}
        <br />
        <Link href={`${publicUrl}/retractation/suivi`}>{`${publicUrl}/retractation/suivi`}</Link>
      </Text>
      <Text style={styles.code}>{data.code}</Text>
      {data.link && <FollowLink context={context} intro={texts.follow.linkIntro} link={data.link} />}
      {address && (
        <>
          <Title>{t.returnTitle}</Title>
          <Text style={styles.text}>{fill(returnText, { date: longDate(back.due as string, locale) })}</Text>
          <Text style={styles.text}>
            <Lines
              text={[context.merchant?.name, ...address.lines, `${address.postalCode} ${address.city}`].join("\n")}
            />
          </Text>
        </>
      )}
      <Title>{t.refundTitle}</Title>
      <Text style={styles.text}>{fill(t.refund, { date: longDate(base, locale) })}</Text>
    </Letter>
  )
}
