import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormats } from "../lib/formats"
import { providerName } from "../lib/provider-name"
import type { Refund } from "../lib/types"
import { RecordPaidForm } from "./record-paid-form"

/** Opens the form by which staff say that a refund was paid, though not by the machine. */
export const RecordPaid = ({ refund }: { refund: Refund }) => {
  const { t } = useTranslation("hamon")
  const { amount } = useFormats()
  const [open, setOpen] = useState(false)
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("paid.button")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title asChild>
            <h2 className="h2-core">{t("paid.title")}</h2>
          </Drawer.Title>
          <Drawer.Description className="text-ui-fg-subtle txt-small text-pretty">
            {t("paid.intro", {
              amount: amount(refund.amount, refund.currency),
              provider: providerName(refund.payment_provider_id, t),
            })}
          </Drawer.Description>
        </Drawer.Header>
        {/* Made anew each time: what was typed and given up is not found again. */}
        {open && <RecordPaidForm refund={refund} onClose={() => setOpen(false)} />}
      </Drawer.Content>
    </Drawer>
  )
}
