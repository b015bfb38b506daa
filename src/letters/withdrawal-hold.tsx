import { Link, Text } from "@react-email/components"
import { fill } from "../kit/fill"
import type { Place } from "../law"
import type { LetterContext } from "./context"
import { sentInWords } from "./format"
import { Letter, styles } from "./layout"
import { Facts, Table, Title } from "./parts"

export type WithdrawalHoldData = {
  readonly displayId: number
  readonly reference: string
  readonly place: Place
  /** ISO instant. */
  readonly sentAt: string
  readonly sentOn?: string | null
  /** Proves nothing but that this letter was read: it objects, and opens nothing. */
  readonly code: string
  readonly lines: readonly { readonly title: string; readonly quantity: number }[]
}

export function withdrawalHoldSubject({ displayId }: WithdrawalHoldData, { texts }: LetterContext): string {
  return fill(texts.withdrawal_hold.subject, { number: displayId })
}

/**
 * To the order's own customer, where somebody declared a withdrawal with no more than a typed address: what is held, and how to
 * say that it was somebody else. The code stands behind the #, which browsers send to nobody, and objecting takes a click.
 */
export function WithdrawalHold({ data, context }: { data: WithdrawalHoldData; context: LetterContext }) {
  const { texts, locale, publicUrl } = context
  const t = texts.withdrawal_hold
  const page = `${publicUrl}/retractation/opposition`
  return (
    <Letter context={context} title={t.title}>
      <Text style={styles.text}>{texts.greeting}</Text>
      <Text style={styles.text}>{t.intro}</Text>
      <Table
        head={[texts.articles, texts.quantity]}
        rows={data.lines.map(({ title, quantity }) => [title, String(quantity)])}
      />
      <Facts
        locale={locale}
        facts={[
          [t.order, String(data.displayId)],
          [texts.reference, data.reference],
          [t.sentAt, sentInWords(data, data.place, locale)],
        ]}
      />
      <Text style={styles.text}>{t.yours}</Text>
      <Title>{t.objectTitle}</Title>
      <Text style={styles.text}>
        {t.object}
        <br />
        <Link href={`${page}#${data.reference}.${data.code}`}>{page}</Link>
      </Text>
      <Text style={styles.code}>{data.code}</Text>
    </Letter>
  )
}
