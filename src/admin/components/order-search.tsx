import { Button, Input, RadioGroup, Text } from "@medusajs/ui"
import { type FormEvent, useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormats } from "../lib/formats"
import { type FoundOrder, useOrderSearch } from "../lib/order-search"
import { Field } from "./field"
import { Failure } from "./section"

type Props = { chosen: string | null; onChoose: (orderId: string | null) => void }

/** Finds an order by its number, an address, a name or its identifier; a person chooses, even among one. */
export const OrderSearch = ({ chosen, onChoose }: Props) => {
  const { t } = useTranslation("hamon")
  const id = useId()
  const [typed, setTyped] = useState("")
  const [asked, setAsked] = useState("")
  const { data: orders, error, isFetching, refetch } = useOrderSearch(asked)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    onChoose(null)
    setAsked(typed.trim())
  }

  return (
    <div className="flex flex-col gap-y-4 px-6 py-4">
      <form onSubmit={submit} role="search" className="flex flex-col gap-2 sm:max-w-md">
        <Field id={id} label={t("match.order")} hint={t("match.orderHint")}>
          <div className="flex gap-2">
            <div className="grow">
              <Input
                id={id}
                value={typed}
                aria-describedby={`${id}-hint`}
                onChange={({ target }) => setTyped(target.value)}
              />
            </div>
            <Button type="submit" variant="secondary" isLoading={isFetching}>
              {t("match.find")}
            </Button>
          </div>
        </Field>
      </form>
      {error && <Failure error={error} again={() => void refetch()} />}
      <div aria-live="polite">
        {orders?.length === 0 && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("match.noOrder", { typed: asked })}
          </Text>
        )}
      </div>
      {orders && orders.length > 0 && (
        <RadioGroup value={chosen ?? ""} onValueChange={onChoose} aria-label={t("match.orders")}>
          {orders.map((order) => (
            <Found key={order.id} order={order} />
          ))}
        </RadioGroup>
      )}
    </div>
  )
}

const Found = ({ order }: { order: FoundOrder }) => {
  const { t } = useTranslation("hamon")
  const { instant, amount } = useFormats()
  const { first_name, last_name } = order.shipping_address ?? {}
  const who = [[first_name, last_name].filter(Boolean).join(" "), order.email].filter(Boolean).join(", ")
  return (
    <RadioGroup.ChoiceBox
      value={order.id}
      label={t("match.found", { number: order.display_id, who })}
      description={t("match.foundOn", {
        at: instant(order.created_at),
        amount: amount(order.total, order.currency_code),
      })}
    />
  )
}
