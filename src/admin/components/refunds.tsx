import { useTranslation } from "react-i18next"
import { sentenceOf } from "../lib/errors"
import { useFormats } from "../lib/formats"
import { providerName } from "../lib/provider-name"
import type { Refund } from "../lib/types"
import { RefundBadge } from "./badges"
import { RefundBreakdown } from "./refund-breakdown"
import { RetryRefund } from "./retry-refund"
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
                <div className="whitespace-nowrap">{providerName(refund.payment_provider_id)}</div>
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

const RefundStanding = ({ refund }: { refund: Refund }) => {
  const { t } = useTranslation("hamon")
  const { instant } = useFormats()
  const { state, approved_at, booked_at, last_error } = refund
  return (
    <div className="flex flex-col items-start gap-y-2">
      <RefundBadge state={state} />
      {booked_at && <span className="txt-small">{t("refunds.bookedAt", { at: instant(booked_at) })}</span>}
      {!booked_at && approved_at && (
        <span className="txt-small">{t("refunds.approvedAt", { at: instant(approved_at) })}</span>
      )}
      {last_error && <span className="txt-small [overflow-wrap:anywhere]">{sentenceOf(new Error(last_error))}</span>}
      {(state === "failed" || state === "unknown") && <RetryRefund refund={refund} />}
    </div>
  )
}
