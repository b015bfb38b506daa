import { type RefObject, useState } from "react"
import { useTranslation } from "react-i18next"
import { useAfterAct } from "../lib/after-act"
import { useFormats } from "../lib/formats"
import { providerName } from "../lib/provider-name"
import type { Refund } from "../lib/types"
import { RecordPaidForm } from "./record-paid-form"
import { SideDrawer } from "./side-drawer"

type Props = {
  refund: Refund
  /** Where the keyboard goes on once the refund is recorded: the button that opened the form is gone then. */
  focusAfter: RefObject<HTMLElement>
}

/** Opens the form by which staff say that a refund was paid, though not by the machine. */
export const RecordPaid = ({ refund, focusAfter }: Props) => {
  const { t } = useTranslation("hamon")
  const { amount } = useFormats()
  const [open, setOpen] = useState(false)
  const { onDone, onCloseAutoFocus } = useAfterAct(focusAfter)

  const onRecorded = () => {
    onDone()
    setOpen(false)
  }
  const intro = t("paid.intro", {
    amount: amount(refund.amount, refund.currency),
    provider: providerName(refund.payment_provider_id, t),
  })
  return (
    <SideDrawer
      button={t("paid.button")}
      title={t("paid.title")}
      intro={`${intro} ${t("paid.legal")}`}
      open={open}
      onOpenChange={setOpen}
      onCloseAutoFocus={onCloseAutoFocus}
    >
      <RecordPaidForm refund={refund} onRecorded={onRecorded} />
    </SideDrawer>
  )
}
