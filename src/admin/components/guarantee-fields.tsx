import { Heading, Input } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { RuleForm } from "../lib/rule-form"
import { BilingualField } from "./bilingual-field"
import { Field } from "./field"

type Props = { form: RuleForm; set: (change: Partial<RuleForm>) => void; error: string | null }

/** The commercial guarantee: how long, who gives it, on what terms (L217-21). Left empty there is none. */
export const GuaranteeFields = ({ form, set, error }: Props) => {
  const { t } = useTranslation("hamon")
  const id = useId()
  return (
    <section className="flex flex-col gap-y-4" aria-labelledby={`${id}-title`}>
      <Heading level="h2" className="h3-core" id={`${id}-title`}>
        {t("information.guarantee")}
      </Heading>
      <Field id={`${id}-months`} label={t("information.guaranteeMonths")} hint={t("information.guaranteeHint")}>
        <Input
          id={`${id}-months`}
          inputMode="numeric"
          maxLength={3}
          value={form.months}
          aria-invalid={error !== null}
          aria-describedby={`${id}-months-hint`}
          onChange={({ target }) => set({ months: target.value })}
        />
      </Field>
      <Field id={`${id}-guarantor`} label={t("information.guarantor")}>
        <Input
          id={`${id}-guarantor`}
          maxLength={200}
          value={form.guarantor}
          onChange={({ target }) => set({ guarantor: target.value })}
        />
      </Field>
      <BilingualField
        label={t("information.guaranteeTerms")}
        error={error}
        maxLength={5000}
        value={form.terms}
        onChange={(terms) => set({ terms })}
      />
    </section>
  )
}
