import { Button, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { sentenceOf } from "../lib/errors"
import { useFormats } from "../lib/formats"
import { useRetryRefund } from "../lib/mutations"
import { providerName } from "../lib/provider-name"
import type { Refund } from "../lib/types"

/** Sends a refund again, once staff have seen at the provider that it was not paid. */
export const RetryRefund = ({ refund }: { refund: Refund }) => {
  const { t } = useTranslation("hamon")
  const { amount } = useFormats()
  const prompt = usePrompt()
  const { mutate, isPending } = useRetryRefund()

  const retry = async () => {
    const agreed = await prompt({
      title: t("retry.question"),
      description: t("retry.look", {
        provider: providerName(refund.payment_provider_id, t),
        amount: amount(refund.amount, refund.currency),
      }),
      confirmText: t("retry.confirm"),
      cancelText: t("actions.cancel"),
    })
    if (!agreed) return
    mutate(refund.id, {
      onSuccess: () => toast.success(t("retry.done")),
      onError: (error) => toast.error(t("retry.refused"), { description: sentenceOf(error) ?? undefined }),
    })
  }

  return (
    <Button size="small" variant="secondary" isLoading={isPending} onClick={retry}>
      {t("retry.button")}
    </Button>
  )
}
