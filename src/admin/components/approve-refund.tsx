import { Button, toast, usePrompt } from "@medusajs/ui"
import { useContext } from "react"
import { useTranslation } from "react-i18next"
import { AfterAct } from "../lib/after-act"
import { sentenceOf } from "../lib/errors"
import { useApproveRefund } from "../lib/mutations"
import { goodsAreOut } from "../lib/next-acts"
import type { Withdrawal } from "../lib/types"

/** Approves the refund, after a question: the money leaves at once. */
export const ApproveRefund = ({ withdrawal }: { withdrawal: Withdrawal }) => {
  const { t } = useTranslation("hamon")
  const prompt = usePrompt()
  const next = useContext(AfterAct)
  const { mutate, isPending } = useApproveRefund(withdrawal.id)

  const approve = async () => {
    const moves = t("approve.moves", { reference: withdrawal.reference, number: withdrawal.display_id })
    const agreed = await prompt({
      title: t("approve.question"),
      description: [moves, t("approve.legal"), goodsAreOut(withdrawal) && t("approve.goodsOut")]
        .filter(Boolean)
        .join(" "),
      confirmText: t("approve.confirm"),
      cancelText: t("actions.cancel"),
      variant: "confirmation",
    })
    if (!agreed) return
    mutate(undefined, {
      onSuccess: () => {
        toast.success(t("approve.done"))
        next?.current?.focus()
      },
      onError: (error) => toast.error(t("approve.refused"), { description: sentenceOf(error) ?? undefined }),
    })
  }

  return (
    <Button size="small" isLoading={isPending} onClick={approve}>
      {t("approve.button")}
    </Button>
  )
}
