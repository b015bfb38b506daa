import { Link, Text } from "@react-email/components"
import { completeNotice, latestDelivery, type Place, statutoryText } from "../law"
import { articleNumber } from "../modules/hamon/operations/articles"
import type { Address, OrderLine } from "../modules/hamon/types"
import type { LetterContext } from "./context"
import { countryName, dateAndHour, longDate, money } from "./format"
import { Letter, styles } from "./layout"
import { Facts, Table, Title } from "./parts"
import { fill, paymentName } from "./texts"

export type OrderConfirmationData = {
  readonly displayId: number
  readonly placedAt: string
  readonly concludedOn: string
  readonly place: Place
  readonly currency: string
  readonly lines: readonly OrderLine[]
  readonly delivery: readonly { readonly name: string; readonly paid: string }[]
  readonly total: string
  readonly address: Address | null
  readonly payments: readonly string[]
}

export function orderConfirmationSubject(data: OrderConfirmationData, { texts }: LetterContext): string {
  return fill(texts.order_confirmation.subject, { number: data.displayId })
}

/** Confirmation of the contract on a durable medium (L221-13): what L221-5 asks for, as it was at the order. */
export function OrderConfirmation({ data, context }: { data: OrderConfirmationData; context: LetterContext }) {
  const { texts, locale, publicUrl } = context
  const t = texts.order_confirmation
  const sum = (amount: string) => money(amount, data.currency, locale)
  const { address } = data
  return (
    <Letter context={context} title={fill(t.title, { number: data.displayId })}>
      <Text style={styles.text}>{texts.greeting}</Text>
      <Text style={styles.text}>{t.intro}</Text>
      <Table
        head={[t.lineNumber, texts.articles, texts.quantity, texts.total]}
        rows={[
          ...data.lines.map((line, index) => [
            articleNumber(index),
            <>
              {line.title}
              {line.variant && ` — ${line.variant}`}
              {line.sku && ` (${texts.reference} ${line.sku})`}
            </>,
            `${line.quantity} × ${sum(line.unitPrice)}`,
            sum(line.paid),
          ]),
          ...data.delivery.map(({ name, paid }) => ["", `${texts.delivery} : ${name}`, "", sum(paid)]),
          ["", <strong key="total">{texts.total}</strong>, "", <strong key="sum">{sum(data.total)}</strong>],
        ]}
      />
      <Facts
        facts={[
          [t.orderedAt, dateAndHour(data.placedAt, data.place, locale)],
          [t.concludedAt, t.site],
          [t.deliveryMode, data.delivery.map(({ name }) => name).join(", ") || t.noDelivery],
          address && [
            t.deliveryPlace,
            [
              address.name,
              ...address.lines,
              `${address.postalCode} ${address.city}`,
              countryName(address.country, locale),
            ].join(", "),
          ],
          data.delivery.length > 0 ? [t.deliveryDate, deliveryDate(data, context)] : null,
          [t.payment, data.payments.map((provider) => paymentName(provider, texts)).join(", ")],
        ]}
      />
      <Title>{t.withdrawalTitle}</Title>
      <Text style={styles.text}>
        {t.withdrawalLink}
        <br />
        <Link href={`${publicUrl}/retractation`}>{`${publicUrl}/retractation`}</Link>
      </Text>
      {notice(data, context).map((paragraph) => (
        <Text key={paragraph} style={styles.small}>
          {paragraph}
        </Text>
      ))}
      <Title>{t.modelFormTitle}</Title>
      {(statutoryText("modelForm", locale, data.concludedOn).paragraphs ?? []).map((paragraph) => (
        <Text key={paragraph} style={styles.small}>
          {paragraph}
        </Text>
      ))}
    </Letter>
  )
}

function deliveryDate({ concludedOn, place }: OrderConfirmationData, { law, locale, texts }: LetterContext): string {
  const { latest } = latestDelivery({ concludedOn, ...place }, law)
  return fill(texts.order_confirmation.statutory, { date: longDate(latest, locale) })
}

/** The model notice filled in (R221-3), with the day of the last good and the address of the online function. */
function notice(
  { concludedOn, delivery }: OrderConfirmationData,
  { locale, publicUrl, merchant }: LetterContext,
): readonly string[] {
  if (!merchant) return []
  const { name, address, email, telephone } = merchant
  const trader = [name, ...address.lines, `${address.postalCode} ${address.city}`, telephone, email].join(", ")
  const goods = delivery.length > 0
  return completeNotice({
    locale,
    concludedOn,
    start: goods ? "lastGood" : "contract",
    trader,
    onlineFunction: `${publicUrl}/retractation`,
    ...(goods && { goods: { collectedByTrader: false, cost: "consumer" as const } }),
  }).paragraphs
}
