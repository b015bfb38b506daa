import { Link, Text } from "@react-email/components"
import type { LetterContext } from "./context"
import { dateAndHour } from "./format"
import { Letter, styles } from "./layout"
import { Title } from "./parts"
import { fill } from "../kit/fill"

export type OrdersLinkData = {
  readonly code: string
  /** ISO instant. */
  readonly until: string
}

export function ordersLinkSubject(_: OrdersLinkData, { texts }: LetterContext): string {
  return texts.orders_link.subject
}

/**
 * To who lost the number of an order. The secret is the part of the address after `#`, which no server, proxy or log ever
 * sees, and a program that opens every link of a message opens nothing with it.
 */
export function OrdersLink({ data, context }: { data: OrdersLinkData; context: LetterContext }) {
  const { texts, locale, publicUrl } = context
  const t = texts.orders_link
  const page = `${publicUrl}/retractation/commandes?lang=${locale}`
  return (
    <Letter context={context} title={t.title}>
      <Text style={styles.text}>{texts.greeting}</Text>
      <Text style={styles.text}>{t.why}</Text>
      <Title>{t.linkTitle}</Title>
      <Text style={styles.text}>
        {fill(t.link, { until: dateAndHour(data.until, null, locale) })}
        <br />
        <Link href={`${page}#${data.code}`}>{page}</Link>
      </Text>
      <Text style={styles.text}>{t.code}</Text>
      <Text style={styles.code}>{data.code}</Text>
      <Text style={styles.text}>{t.notYou}</Text>
    </Letter>
  )
}
