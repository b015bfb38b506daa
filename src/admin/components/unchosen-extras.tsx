import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormats } from "../lib/formats"
import type { UnchosenExtra } from "../lib/types"
import { RefundExtra } from "./refund-extra"
import { RefundStanding } from "./refund-standing"
import { Section, Sentence } from "./section"
import { ShowConsent } from "./show-consent"

/** Paid extras of an order without the customer's choice: why, how much, and the two ways to end it (L121-17). */
export const UnchosenExtras = ({ extras }: { extras: readonly UnchosenExtra[] }) => {
  const { t } = useTranslation("hamon")
  const { amount, reason } = useFormats()
  return (
    <Section title={t("extras.title")}>
      {extras.some(({ state }) => state === "open") && <Sentence>{t("extras.intro")}</Sentence>}
      <ul className="divide-y">
        {extras.map((extra) => (
          <li key={extra.id} className="text-ui-fg-subtle flex flex-col gap-y-3 px-6 py-4">
            <div>
              <div className="flex justify-between gap-x-4">
                <Text size="small" weight="plus" className="min-w-0 break-words">
                  {extra.title}
                </Text>
                <Text size="small" className="whitespace-nowrap tabular-nums">
                  {amount(extra.amount, extra.currency)}
                </Text>
              </div>
              <Text size="small" className="text-pretty">
                {reason(extra.reason)}
              </Text>
            </div>
            <Standing extra={extra} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Standing = ({ extra }: { extra: UnchosenExtra }) => {
  const { t } = useTranslation("hamon")
  if (extra.state === "open") {
    return (
      <>
        {!extra.refundable && <Text size="small">{t("extras.nothingTaken")}</Text>}
        <div className="flex flex-wrap gap-2">
          {extra.refundable && <RefundExtra extra={extra} />}
          <ShowConsent extra={extra} />
        </div>
      </>
    )
  }
  return (
    <div className="flex flex-col items-start gap-y-2">
      <Badge size="2xsmall">{t(`extras.state.${extra.state}`)}</Badge>
      {extra.ground && <span className="txt-small [overflow-wrap:anywhere]">{extra.ground}</span>}
      {extra.refunds.map((refund) => (
        <RefundStanding key={refund.id} refund={refund} />
      ))}
    </div>
  )
}
