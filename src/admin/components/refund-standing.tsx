import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { useFormats } from "../lib/formats"
import { isOwedByHand, mayRecordPaid, maySendAgain } from "../lib/next-acts"
import type { PaidOtherwise, Refund } from "../lib/types"
import { ArrivalBadge, RefundBadge } from "./badges"
import { RecordPaid } from "./record-paid"
import { RetryRefund } from "./retry-refund"
import { Trouble } from "./trouble"

/** Where one refund stands: in the ledger, at the provider, and what staff may do about it. */
export const RefundStanding = ({ refund }: { refund: Refund }) => {
  const { t } = useTranslation("hamon")
  const { instant } = useFormats()
  const { state, approved_at, booked_at, paid_otherwise: paid, last_error, trouble } = refund
  const standing = useRef<HTMLDivElement>(null)
  return (
    <div ref={standing} tabIndex={-1} className="flex flex-col items-start gap-y-2 outline-none">
      <RefundBadge state={state} />
      {/* Of what staff recorded the day is known, not the hour. */}
      {booked_at && !paid && <span className="txt-small">{t("refunds.bookedAt", { at: instant(booked_at) })}</span>}
      {!booked_at && approved_at && (
        <span className="txt-small">{t("refunds.approvedAt", { at: instant(approved_at) })}</span>
      )}
      <AtProvider refund={refund} />
      {paid && <Paid paid={paid} />}
      {last_error && <Trouble trouble={trouble} sentence={last_error} />}
      {isOwedByHand(refund) && <span className="txt-small">{t("refunds.owedByHand")}</span>}
      {mayRecordPaid(refund) && (
        <div className="flex flex-wrap gap-2">
          {maySendAgain(refund) && <RetryRefund refund={refund} />}
          <RecordPaid refund={refund} focusAfter={standing} />
        </div>
      )}
    </div>
  )
}

/** The provider's own word on the money, and the id by which its support finds it. */
const AtProvider = ({ refund: { provider_status, provider_refund_id } }: { refund: Refund }) => {
  const { t } = useTranslation("hamon")
  if (!provider_status && !provider_refund_id) return null
  return (
    <div className="txt-small flex flex-col items-start gap-y-1">
      <span className="txt-compact-xsmall-plus">{t("refunds.atProvider")}</span>
      {provider_status && <ArrivalBadge status={provider_status} />}
      {provider_refund_id && (
        <span className="[overflow-wrap:anywhere]">{t("refunds.providerId", { id: provider_refund_id })}</span>
      )}
    </div>
  )
}

/** How staff say that it was paid, and what shows it. */
const Paid = ({ paid: { means, on, proof, consent } }: { paid: PaidOtherwise }) => {
  const { t } = useTranslation("hamon")
  const { day } = useFormats()
  return (
    <div className="txt-small [overflow-wrap:anywhere]">
      <p className="txt-compact-xsmall-plus">{t("paid.recorded")}</p>
      <p>{t("paid.meansOn", { means: t(`paidMeans.${means}`), day: day(on) })}</p>
      <p>{t("paid.proofSaid", { proof })}</p>
      {consent && <p>{t("paid.consentSaid", { consent })}</p>}
    </div>
  )
}
