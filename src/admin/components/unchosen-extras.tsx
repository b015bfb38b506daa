import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormats } from "../lib/formats"
import type { UnchosenExtra } from "../lib/types"
import { RefundExtra } from "./refund-extra"
import { RefundStanding } from "./refund-standing"
import { Section, Sentence } from "./section"
import { Sheet, SheetCell, SheetRow } from "./sheet"
import { ShowConsent } from "./show-consent"

/** Paid extras of an order without the customer's choice: why, how much, and the two ways to end it (L121-17). */
export const UnchosenExtras = ({ extras }: { extras: readonly UnchosenExtra[] }) => {
  const { t } = useTranslation("hamon")
  const { amount } = useFormats()
  return (
    <Section title={t("extras.title")}>
      {extras.some(({ state }) => state === "open") && <Sentence>{t("extras.intro")}</Sentence>}
      <Sheet
        label={t("extras.title")}
        head={[
          { title: t("extras.extra") },
          { title: t("extras.standing") },
          { title: t("extras.amount"), right: true },
        ]}
      >
        {extras.map((extra) => (
          <SheetRow key={extra.id}>
            <SheetCell>
              <Text size="small" weight="plus">
                {extra.title}
              </Text>
              <Reason extra={extra} />
            </SheetCell>
            <SheetCell>
              <Standing extra={extra} />
            </SheetCell>
            <SheetCell right>{amount(extra.amount, extra.currency)}</SheetCell>
          </SheetRow>
        ))}
      </Sheet>
    </Section>
  )
}

const Reason = ({ extra: { reason } }: { extra: UnchosenExtra }) => {
  const { i18n } = useTranslation("hamon")
  return <Text size="small">{i18n.language.startsWith("fr") ? reason.fr : reason.en}</Text>
}

const Standing = ({ extra }: { extra: UnchosenExtra }) => {
  const { t } = useTranslation("hamon")
  if (extra.state === "open") {
    return (
      <div className="flex flex-wrap gap-2">
        <RefundExtra extra={extra} />
        <ShowConsent extra={extra} />
      </div>
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
