import { Button, Hint, toast, usePrompt } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { sentenceOf } from "../lib/errors"
import { useMatchWithdrawal } from "../lib/mutations"
import { useHamonOrder } from "../lib/queries"
import type { HamonOrder, Withdrawal } from "../lib/types"
import { type LineWithUnits, unitsLeft } from "../lib/units-left"
import { Actions, Failure, Loading, Sentence } from "./section"
import { UnitsFields } from "./units-fields"

/** The units of an order that a declaration means. Nothing is filled in: what goes back is said by a person. */
export const UnitsForm = ({ withdrawal, orderId }: { withdrawal: Withdrawal; orderId: string }) => {
  const { t } = useTranslation("hamon")
  const { data: order, error, refetch } = useHamonOrder(orderId)
  if (order) return <OfOrder withdrawal={withdrawal} order={order} />
  if (order === null) return <Sentence>{t("order.noCase")}</Sentence>
  if (!error) return <Loading />
  return <Failure error={error} again={() => void refetch()} />
}

const OfOrder = ({ withdrawal, order }: { withdrawal: Withdrawal; order: HamonOrder }) => {
  const { t } = useTranslation("hamon")
  const navigate = useNavigate()
  const prompt = usePrompt()
  const { mutate, isPending, error: refusal } = useMatchWithdrawal(withdrawal.id)
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [tried, setTried] = useState(false)
  const bound = withdrawal.order_id !== null

  const lines = unitsLeft(order, withdrawal.id)
  const wrong = lines.filter((line) => !isQuantity(typed[line.id], line))
  const chosen = lines
    .map(({ id }) => ({ order_line_id: id, quantity: Number(typed[id] || 0) }))
    .filter(({ quantity }) => quantity > 0)
  const problem = wrong.length > 0 ? t("match.quantityError") : chosen.length === 0 ? t("match.nothingChosen") : null

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (problem) return
    const agreed = await prompt({
      title: bound ? t("match.unitsQuestion") : t("match.question", { number: order.display_id }),
      description: `${bound ? t("match.unitsFinal") : t("match.final")} ${t("match.legal")}`,
      confirmText: bound ? t("match.unitsButton") : t("match.confirm"),
      cancelText: t("actions.cancel"),
      variant: "confirmation",
    })
    if (!agreed) return
    mutate(
      { order_id: order.order_id, lines: chosen },
      {
        onSuccess: () => {
          toast.success(bound ? t("match.unitsDone") : t("match.done", { number: order.display_id }))
          navigate(`/orders/${order.order_id}`)
        },
      },
    )
  }

  return (
    <form noValidate onSubmit={submit}>
      <UnitsFields
        lines={lines}
        typed={typed}
        wrong={tried ? wrong : []}
        onType={(id, value) => setTyped((before) => ({ ...before, [id]: value }))}
      />
      {tried && (problem || refusal) && (
        <div className="border-t px-6 py-4">
          <Hint variant="error" role="alert">
            {problem ?? [t("failure.notDone"), sentenceOf(refusal)].filter(Boolean).join(" ")}
          </Hint>
        </div>
      )}
      <Actions>
        <Button size="small" type="submit" isLoading={isPending}>
          {bound ? t("match.unitsButton") : t("match.button", { number: order.display_id })}
        </Button>
      </Actions>
    </form>
  )
}

function isQuantity(typed: string | undefined, { left }: LineWithUnits): boolean {
  if (!typed) return true
  const quantity = Number(typed)
  return Number.isInteger(quantity) && quantity >= 0 && quantity <= left
}
