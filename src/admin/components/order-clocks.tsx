import { useTranslation } from "react-i18next"
import { useFormats } from "../lib/formats"
import type { HamonOrder } from "../lib/types"
import { Clock } from "./clock"
import { Fact, Facts, Section } from "./section"

/** The clocks of an order: until when the customer may withdraw, by when it must be delivered. */
export const OrderClocks = ({ order }: { order: HamonOrder }) => {
  const { t } = useTranslation("hamon")
  const { day } = useFormats()
  const clocks = (["withdrawal_period", "delivery"] as const).flatMap((wanted) =>
    order.deadlines.filter(({ subject_type, kind }) => subject_type === "order" && kind === wanted),
  )
  return (
    <Section title={t("order.title")}>
      <Facts>
        <Fact label={t("order.concludedOn")}>{day(order.concluded_on)}</Fact>
        {clocks.map((clock) => (
          <Clock key={clock.id} clock={clock} />
        ))}
      </Facts>
    </Section>
  )
}
