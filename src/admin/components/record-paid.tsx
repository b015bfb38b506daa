import { XMark } from "@medusajs/icons"
import { Button, Drawer, Heading, IconButton } from "@medusajs/ui"
import { type RefObject, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormats } from "../lib/formats"
import { providerName } from "../lib/provider-name"
import type { Refund } from "../lib/types"
import { RecordPaidForm } from "./record-paid-form"

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
  const recorded = useRef(false)

  const leave = (event: Event) => {
    if (!recorded.current) return
    event.preventDefault()
    focusAfter.current?.focus()
  }
  const onRecorded = () => {
    recorded.current = true
    setOpen(false)
  }

  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("paid.button")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content onCloseAutoFocus={leave}>
        {/* Medusa's own header has a button without a name. */}
        <div className="border-ui-border-base flex flex-col gap-y-1 border-b px-6 py-4">
          <div className="flex items-center justify-between">
            <Drawer.Title asChild>
              <Heading>{t("paid.title")}</Heading>
            </Drawer.Title>
            <Drawer.Close asChild>
              <IconButton size="small" type="button" variant="transparent" aria-label={t("actions.close")}>
                <XMark />
              </IconButton>
            </Drawer.Close>
          </div>
          <Drawer.Description className="text-ui-fg-subtle txt-small text-pretty">
            {t("paid.intro", {
              amount: amount(refund.amount, refund.currency),
              provider: providerName(refund.payment_provider_id, t),
            })}{" "}
            {t("paid.legal")}
          </Drawer.Description>
        </div>
        {/* Made anew each time: what was typed and given up is not found again. */}
        {open && <RecordPaidForm refund={refund} onRecorded={onRecorded} />}
      </Drawer.Content>
    </Drawer>
  )
}
