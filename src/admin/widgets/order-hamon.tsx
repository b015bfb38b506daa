import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { BeforeOrder } from "../components/before-order"
import { Declaration } from "../components/declaration"
import { Disputes } from "../components/disputes"
import { Letters } from "../components/letters"
import { OrderClocks } from "../components/order-clocks"
import { Parcels } from "../components/parcels"
import { Failure, Loading, Section, Sentence } from "../components/section"
import { UnchosenExtras } from "../components/unchosen-extras"
import { useHamonOrder } from "../lib/queries"
import { useCoreFollows } from "../lib/core-follows"
import type { HamonOrder } from "../lib/types"

/** Medusa's event of a button reaches our case within this time. */
const EVENT_MS = 2_000

/** Everything the law keeps of an order, below what Medusa shows of it. */
const OrderHamonWidget = ({ data }: DetailWidgetProps<AdminOrder>) => {
  const { t } = useTranslation("hamon")
  const { data: order, error, isPending, refetch } = useHamonOrder(data.id)
  useCoreFollows(order)

  // Medusa reads its order again when staff used one of its buttons: ours has changed with it, a moment later.
  const read = useRef(data)
  useEffect(() => {
    if (read.current === data) return
    read.current = data
    const timer = setTimeout(() => void refetch(), EVENT_MS)
    return () => clearTimeout(timer)
  }, [data, refetch])

  if (order) return <OrderPicture order={order} />
  return (
    <Section title={t("order.title")}>
      {isPending && <Loading />}
      {order === null && <Sentence>{t("order.noCase")}</Sentence>}
      {error && <Failure error={error} again={() => void refetch()} />}
    </Section>
  )
}

const OrderPicture = ({ order }: { order: HamonOrder }) => (
  <div className="flex flex-col gap-y-3">
    <OrderClocks order={order} />
    {order.unchosen_extras.length > 0 && <UnchosenExtras extras={order.unchosen_extras} />}
    {order.disputes.length > 0 && <Disputes disputes={order.disputes} />}
    {order.lines.some(({ shipped }) => shipped) && <Parcels order={order} />}
    {order.withdrawals.map((withdrawal) => (
      <Declaration
        key={withdrawal.id}
        withdrawal={withdrawal}
        clocks={order.deadlines.filter(({ subject_id }) => subject_id === withdrawal.id)}
        unitsElsewhere
      />
    ))}
    <BeforeOrder order={order} />
    <Letters letters={order.letters} />
  </div>
)

export const config = defineWidgetConfig({ zone: "order.details.after", id: "hamon:order" })

export default OrderHamonWidget
