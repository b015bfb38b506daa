import { Button } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormats } from "../lib/formats"
import { isProofKind } from "../lib/proof-kinds"
import type { HamonOrder, Parcel, Reception } from "../lib/types"
import { ReceptionForm } from "./reception-form"
import { Fact, Facts, Part, Section, Sentence } from "./section"

/** What left, what arrived and when: the days from which the right of withdrawal runs. */
export const Parcels = ({ order }: { order: HamonOrder }) => {
  const { t } = useTranslation("hamon")
  return (
    <Section title={t("parcels.title")}>
      {order.parcels.length === 0 && <Sentence>{t("parcels.none")}</Sentence>}
      {order.parcels.map((parcel, index) => (
        <OneParcel key={parcel.id} order={order} parcel={parcel} number={index + 1} />
      ))}
    </Section>
  )
}

const OneParcel = ({ order, parcel, number }: { order: HamonOrder; parcel: Parcel; number: number }) => {
  const { t } = useTranslation("hamon")
  const { instant, day } = useFormats()
  const [open, setOpen] = useState(false)
  const form = useId()
  const reception = order.receptions.find(({ fulfillment_id }) => fulfillment_id === parcel.id)
  const contents = parcel.lines.map(({ line, quantity }) => {
    const title = order.lines.find(({ id }) => id === line)?.title ?? line
    return t("units", { quantity, title })
  })
  return (
    <Part
      title={t("parcels.parcel", { number })}
      aside={
        !open && (
          <Button size="small" variant="secondary" aria-expanded={open} onClick={() => setOpen(true)}>
            {reception ? t("reception.correct") : t("reception.record")}
          </Button>
        )
      }
    >
      <Facts>
        <Fact label={t("parcels.contents")}>
          <ul>
            {contents.map((content) => (
              <li key={content}>{content}</li>
            ))}
          </ul>
        </Fact>
        <Fact label={t("parcels.shipped")}>
          {parcel.shippedAt ? instant(parcel.shippedAt) : t("parcels.notShipped")}
          {parcel.tracking.length > 0 && <div>{t("parcels.tracking", { numbers: parcel.tracking.join(", ") })}</div>}
        </Fact>
        <Fact label={t("parcels.received")}>
          {reception ? <Received reception={reception} on={day(reception.received_on)} /> : t("parcels.notReceived")}
        </Fact>
      </Facts>
      {open && <ReceptionForm id={form} order={order} parcel={parcel} number={number} onClose={() => setOpen(false)} />}
    </Part>
  )
}

const Received = ({ reception, on }: { reception: Reception; on: string }) => {
  const { t } = useTranslation("hamon")
  const { source, proof } = reception
  return (
    <div className="flex flex-col gap-y-1">
      <span className="text-ui-fg-base">{on}</span>
      <span>{t(`receptionSource.${source}`)}</span>
      {proof && (
        <span>
          {t("reception.proof", {
            kind: isProofKind(proof.kind) ? t(`proofKind.${proof.kind}`) : proof.kind,
            text: proof.text,
          })}
        </span>
      )}
    </div>
  )
}
