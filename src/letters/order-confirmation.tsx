import { Link, Text } from "@react-email/components"
import {
  completeNotice,
  functionLabels,
  latestDelivery,
  type Place,
  statutoryText,
  WITHDRAWAL_EXCEPTIONS,
} from "../law"
import { modelForm } from "../information/model-form"
import { returnCostOfNotice } from "../information/return-cost"
import { inOneLine } from "../information/seller"
import type { MerchantContent } from "../modules/hamon/merchant"
import { articleNumber } from "../modules/hamon/operations/articles"
import type { Address, OrderLine } from "../modules/hamon/types"
import type { LetterContext } from "./context"
import { colon, countryName, dateAndHour, longDate, money } from "./format"
import { Letter, styles } from "./layout"
import { Facts, Table, Title } from "./parts"
import { fill } from "../kit/fill"
import { paymentName } from "./texts"

export type OrderConfirmationData = {
  readonly displayId: number
  readonly placedAt: string
  readonly concludedOn: string
  readonly place: Place
  readonly currency: string
  readonly lines: readonly (OrderLine & { readonly exception: number | null })[]
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
  const excepted = exceptions(data, context)
  return (
    <Letter context={context} title={fill(t.title, { number: data.displayId })}>
      <Text style={styles.text}>{texts.greeting}</Text>
      <Text style={styles.text}>{t.intro}</Text>
      <Table
        head={[t.lineNumber, texts.articles, texts.quantity, texts.total]}
        rows={[
          ...data.lines.map((line) => [
            articleNumber(line),
            <>
              {line.title}
              {line.variant && ` — ${line.variant}`}
              {line.sku && ` (${texts.reference} ${line.sku})`}
            </>,
            `${line.quantity} × ${sum(line.unitPrice)}`,
            sum(line.paid),
          ]),
          ...data.delivery.map(({ name, paid }) => ["", `${texts.delivery}${colon(locale)} ${name}`, "", sum(paid)]),
          ["", <strong key="total">{texts.total}</strong>, "", <strong key="sum">{sum(data.total)}</strong>],
        ]}
      />
      <Facts
        locale={locale}
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
        <Link href={`${publicUrl}/retractation`}>{functionLabels(locale, context.law).withdraw}</Link>
      </Text>
      {notice(data, context).map((paragraph) => (
        <Text key={paragraph} style={styles.small}>
          {paragraph}
        </Text>
      ))}
      {excepted.length > 0 && <Title>{t.exceptionTitle}</Title>}
      {excepted.map((sentence) => (
        <Text key={sentence} style={styles.text}>
          {sentence}
        </Text>
      ))}
      <Title>{t.modelFormTitle}</Title>
      {modelFormOf(data, context).map((paragraph) => (
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

/** What was announced before the order of articles without the right, or with one that ends early (L221-5, 5°, L221-28). */
function exceptions({ lines }: OrderConfirmationData, { texts }: LetterContext): string[] {
  return lines.flatMap(({ title, exception }) => {
    const effect = WITHDRAWAL_EXCEPTIONS.find(({ number }) => number === exception)?.effect
    return effect ? [fill(texts.order_confirmation.exceptions[effect], { title, number: exception as number })] : []
  })
}

/** The model form with the seller filled in (R221-1); as the law words it while nobody has said who sells. */
function modelFormOf({ concludedOn }: OrderConfirmationData, { locale, merchant }: LetterContext): readonly string[] {
  const form = merchant
    ? modelForm(merchant, locale, concludedOn)
    : statutoryText("modelForm", locale, concludedOn).paragraphs
  return form ?? []
}

function trader({ name, address, email, telephone }: MerchantContent): string {
  return [name, inOneLine(address), telephone, email].join(", ")
}

/** The model notice filled in (R221-3), with the day of the last good and the address of the online function. */
function notice(
  { concludedOn, lines }: OrderConfirmationData,
  { locale, publicUrl, merchant }: LetterContext,
): readonly string[] {
  if (!merchant) return []
  const goods = lines.some(({ shipped }) => shipped)
  return completeNotice({
    locale,
    concludedOn,
    start: goods ? "lastGood" : "contract",
    trader: trader(merchant),
    onlineFunction: `${publicUrl}/retractation`,
    ...(goods && { goods: { collectedByTrader: false, cost: returnCostOfNotice(merchant) } }),
  }).paragraphs
}
