import { DatePicker, RadioGroup, Textarea, toast } from "@medusajs/ui"
import { type FormEvent, useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { civilDate, localMidnight } from "../lib/civil-date"
import { useRecordPaid } from "../lib/mutations"
import { PAID_MEANS, type PaidMeans, type Refund } from "../lib/types"
import { Field } from "./field"
import { DrawerForm } from "./drawer-form"

type Props = { refund: Refund; onRecorded: () => void }

/** Means, day and proof of a payment; for another means than the customer's own, his express consent too (L221-24). */
export const RecordPaidForm = ({ refund, onRecorded }: Props) => {
  const { t } = useTranslation("hamon")
  const id = useId()
  const { mutate, isPending, error } = useRecordPaid(refund.id)
  const [means, setMeans] = useState<PaidMeans | null>(null)
  const [date, setDate] = useState<Date | null>(null)
  const [proof, setProof] = useState("")
  const [consent, setConsent] = useState("")
  const [tried, setTried] = useState(false)

  const today = civilDate(new Date())
  const on = date && civilDate(date)
  const otherMeans = means !== null && means !== "provider"
  const wrong = {
    means: means === null,
    on: on === null || on > today,
    proof: proof.trim() === "",
    consent: otherMeans && consent.trim() === "",
  }
  const errorOf = (field: keyof typeof wrong) => (tried && wrong[field] ? t(`paidError.${field}`) : null)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (means === null || on === null || Object.values(wrong).includes(true)) return
    mutate(
      { means, on, proof: proof.trim(), ...(otherMeans && { consent: consent.trim() }) },
      {
        onSuccess: () => {
          toast.success(t("paid.done"))
          onRecorded()
        },
      },
    )
  }

  return (
    <DrawerForm onSubmit={submit} error={error} save={t("paid.save")} isPending={isPending}>
      <Field id={`${id}-means`} label={t("paid.means")} error={errorOf("means")}>
        <RadioGroup
          aria-labelledby={`${id}-means-label`}
          aria-describedby={errorOf("means") ? `${id}-means-hint` : undefined}
          aria-required
          value={means ?? ""}
          onValueChange={(value) => setMeans(value as PaidMeans)}
        >
          {PAID_MEANS.map((one) => (
            <RadioGroup.ChoiceBox
              key={one}
              value={one}
              // A long description would squeeze the circle.
              className="[&>div:first-child]:shrink-0"
              label={t(`paidMeans.${one}`)}
              description={t(`paidMeansHelp.${one}`)}
            />
          ))}
        </RadioGroup>
      </Field>
      <Field id={`${id}-on`} label={t("paid.on")} error={errorOf("on")}>
        <DatePicker
          aria-labelledby={`${id}-on-label`}
          aria-describedby={errorOf("on") ? `${id}-on-hint` : undefined}
          isInvalid={errorOf("on") !== null}
          granularity="day"
          value={date}
          maxValue={localMidnight(today)}
          onChange={setDate}
        />
      </Field>
      <Field id={`${id}-proof`} label={t("paid.proof")} hint={t("paid.proofHint")} error={errorOf("proof")}>
        <Textarea
          id={`${id}-proof`}
          rows={2}
          aria-required
          maxLength={500}
          value={proof}
          aria-invalid={errorOf("proof") !== null}
          aria-describedby={`${id}-proof-hint`}
          onChange={({ target }) => setProof(target.value)}
        />
      </Field>
      {otherMeans && (
        <Field id={`${id}-consent`} label={t("paid.consent")} hint={t("paid.consentHint")} error={errorOf("consent")}>
          <Textarea
            id={`${id}-consent`}
            rows={2}
            aria-required
            maxLength={500}
            value={consent}
            aria-invalid={errorOf("consent") !== null}
            aria-describedby={`${id}-consent-hint`}
            onChange={({ target }) => setConsent(target.value)}
          />
        </Field>
      )}
    </DrawerForm>
  )
}
