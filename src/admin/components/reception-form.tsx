import { Button, DatePicker, Input, Select, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { civilDate, localMidnight } from "../lib/civil-date"
import { useFormats } from "../lib/formats"
import { useRecordReception } from "../lib/mutations"
import { PROOF_KINDS, type ProofKind } from "../lib/proof-kinds"
import type { HamonOrder, Parcel } from "../lib/types"
import { Field } from "./field"
import { Refusal } from "./refusal"

type Props = { id: string; order: HamonOrder; parcel: Parcel; number: number; onClose: () => void }

/** Records the day on which a parcel was received, with what shows it. */
export const ReceptionForm = ({ id, order, parcel, number, onClose }: Props) => {
  const { t } = useTranslation("hamon")
  const { day } = useFormats()
  const { mutate, isPending, error } = useRecordReception(order.order_id)
  const [date, setDate] = useState<Date | null>(parcel.received_on ? localMidnight(parcel.received_on) : null)
  const [kind, setKind] = useState<ProofKind>("tracking")
  const [text, setText] = useState(parcel.tracking.join(", "))
  const [tried, setTried] = useState(false)

  const today = civilDate(new Date())
  const receivedOn = date && civilDate(date)
  const inRange = receivedOn !== null && receivedOn >= order.concluded_on && receivedOn <= today
  const dateError =
    tried && !inRange ? t("reception.dateError", { from: day(order.concluded_on), to: day(today) }) : null
  const textError = tried && text.trim() === "" ? t("reception.textError") : null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!inRange || text.trim() === "") return
    mutate(
      { fulfillment_id: parcel.id, received_on: receivedOn, proof: { kind, text: text.trim() } },
      {
        onSuccess: () => {
          toast.success(t("reception.recorded"))
          onClose()
        },
      },
    )
  }

  return (
    <form
      id={id}
      noValidate
      onSubmit={submit}
      aria-label={t("reception.form", { number })}
      className="bg-ui-bg-subtle flex flex-col gap-y-4 border-t px-6 py-4"
    >
      <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-3">
        <Field id={`${id}-date`} label={t("reception.date")} error={dateError}>
          <DatePicker
            aria-labelledby={`${id}-date-label`}
            aria-describedby={dateError ? `${id}-date-hint` : undefined}
            isInvalid={dateError !== null}
            granularity="day"
            value={date}
            minValue={localMidnight(order.concluded_on)}
            maxValue={localMidnight(today)}
            onChange={setDate}
          />
        </Field>
        <Field id={`${id}-kind`} label={t("reception.kind")}>
          <Select value={kind} onValueChange={(value) => setKind(value as ProofKind)}>
            <Select.Trigger id={`${id}-kind`}>
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {PROOF_KINDS.map((one) => (
                <Select.Item key={one} value={one}>
                  {t(`proofKind.${one}`)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </Field>
        <Field id={`${id}-text`} label={t("reception.text")} error={textError}>
          <Input
            id={`${id}-text`}
            value={text}
            maxLength={500}
            aria-invalid={textError !== null}
            aria-describedby={textError ? `${id}-text-hint` : undefined}
            onChange={({ target }) => setText(target.value)}
          />
        </Field>
      </div>
      <Refusal error={error} />
      <div className="flex justify-end gap-2">
        <Button size="small" variant="secondary" type="button" onClick={onClose}>
          {t("actions.cancel")}
        </Button>
        <Button size="small" type="submit" isLoading={isPending}>
          {t("reception.save")}
        </Button>
      </div>
    </form>
  )
}
