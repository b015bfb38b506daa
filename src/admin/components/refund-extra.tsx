import { Button, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { sentenceOf } from "../lib/errors"
import { useFormats } from "../lib/formats"
import { useRefundExtra } from "../lib/mutations"
import type { UnchosenExtra } from "../lib/types"

/** Gives an extra without choice back, after a question: the money leaves at once. */
export const RefundExtra = ({ extra }: { extra: UnchosenExtra }) => {
  const { t } = useTranslation("hamon")
  const { amount } = useFormats()
  const prompt = usePrompt()
  const { mutate, isPending } = useRefundExtra()

  const refund = async () => {
    const agreed = await prompt({
      title: t("extras.refundQuestion"),
      description: t("extras.refundMoves", { title: extra.title, amount: amount(extra.amount, extra.currency) }),
      confirmText: t("extras.refund"),
      cancelText: t("actions.cancel"),
      variant: "confirmation",
    })
    if (!agreed) return
    mutate(extra.id, {
      onSuccess: () => toast.success(t("extras.refunded")),
      onError: (error) => toast.error(t("extras.refused"), { description: sentenceOf(error) ?? undefined }),
    })
  }

  return (
    <Button size="small" isLoading={isPending} onClick={refund}>
      {t("extras.refund")}
    </Button>
  )
}
