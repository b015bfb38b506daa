import { useTranslation } from "react-i18next"
import { useFormats } from "../lib/formats"
import { handWay } from "../lib/next-acts"
import { providerName } from "../lib/provider-name"
import type { Refund } from "../lib/types"
import { RefundBreakdown } from "./refund-breakdown"
import { RefundStanding } from "./refund-standing"
import { Part } from "./section"
import { Sheet, SheetCell, SheetRow } from "./sheet"

/** The ledger of one declaration: a line for each payment that the money goes back to. */
export const Refunds = ({ refunds }: { refunds: readonly Refund[] }) => {
  const { t } = useTranslation("hamon")
  const { amount } = useFormats()
  return (
    <>
      <Part title={t("refunds.title")}>
        <Sheet
          label={t("refunds.title")}
          head={[
            { title: t("refunds.to") },
            { title: t("refunds.state") },
            { title: t("refunds.amount"), right: true },
          ]}
        >
          {refunds.map((refund) => (
            <SheetRow key={refund.id}>
              <SheetCell>
                <Goal refund={refund} />
                <div className="txt-small">{t(`refundKind.${refund.kind}`)}</div>
              </SheetCell>
              <SheetCell>
                <RefundStanding refund={refund} />
              </SheetCell>
              <SheetCell right>{amount(refund.amount, refund.currency)}</SheetCell>
            </SheetRow>
          ))}
        </Sheet>
      </Part>
      <RefundBreakdown breakdown={refunds[0].breakdown} currency={refunds[0].currency} />
    </>
  )
}

/** Where the money goes: back to a payment, or by the hand of staff. */
const Goal = ({ refund }: { refund: Refund }) => {
  const { t } = useTranslation("hamon")
  const way = handWay(refund)
  return (
    <div className="text-pretty">{way ? t(`refunds.byHand.${way}`) : providerName(refund.payment_provider_id, t)}</div>
  )
}
