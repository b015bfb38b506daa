import { Input, Select, toast } from "@medusajs/ui"
import { type FormEvent, useId, useState } from "react"
import { useTranslation } from "react-i18next"
import {
  changesOf,
  formOf,
  NATURES,
  type Nature,
  type RuleField,
  type RuleForm as Form,
  wrongFields,
} from "../lib/rule-form"
import type { Rule, RuleTarget } from "../lib/rule-types"
import { useSaveRules } from "../lib/rules"
import { BilingualField } from "./bilingual-field"
import { ExceptionField } from "./exception-field"
import { ExtraFields } from "./extra-fields"
import { Field } from "./field"
import { GuaranteeFields } from "./guarantee-fields"
import { DrawerForm } from "./drawer-form"

type Props = { target: RuleTarget; id: string; rules: readonly Rule[]; onSaved: () => void }

/** What is said of a product, or of the products of a category, before the order (L111-1, L221-5, L221-28, L121-17). */
export const RuleForm = ({ target, id: targetId, rules, onSaved }: Props) => {
  const { t } = useTranslation("hamon")
  const id = useId()
  const { mutate, isPending, error } = useSaveRules(target, targetId)
  const [form, setForm] = useState<Form>(() => formOf(rules))
  const [tried, setTried] = useState(false)

  const wrong = wrongFields(form)
  const errorOf = (field: RuleField) => (tried && wrong.has(field) ? t(`information.error.${field}`) : null)
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (wrong.size > 0) return
    mutate(changesOf(form, rules), {
      onSuccess: () => {
        toast.success(t("information.saved"))
        onSaved()
      },
    })
  }

  return (
    <DrawerForm onSubmit={submit} error={error} save={t("information.save")} isPending={isPending}>
      <Field id={`${id}-nature`} label={t("information.nature")} hint={t("information.natureHint")}>
        <Select value={form.nature} onValueChange={(nature) => set({ nature: nature as Nature })}>
          <Select.Trigger id={`${id}-nature`} aria-describedby={`${id}-nature-hint`}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {NATURES.map((nature) => (
              <Select.Item key={nature} value={nature}>
                {t(`information.natures.${nature}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </Field>
      <ExceptionField value={form.exception} onChange={(exception) => set({ exception })} />
      <BilingualField
        label={t("information.characteristics")}
        hint={t("information.characteristicsHint")}
        error={errorOf("characteristics")}
        maxLength={5000}
        value={form.characteristics}
        onChange={(characteristics) => set({ characteristics })}
      />
      <BilingualField
        label={t("information.functionality")}
        hint={t("information.functionalityHint")}
        error={errorOf("functionality")}
        maxLength={5000}
        value={form.functionality}
        onChange={(functionality) => set({ functionality })}
      />
      <Field
        id={`${id}-spare`}
        label={t("information.spareParts")}
        hint={t("information.sparePartsHint")}
        error={errorOf("spareParts")}
      >
        <Input
          id={`${id}-spare`}
          inputMode="numeric"
          maxLength={2}
          value={form.spareYears}
          aria-invalid={errorOf("spareParts") !== null}
          aria-describedby={`${id}-spare-hint`}
          onChange={({ target: typed }) => set({ spareYears: typed.value })}
        />
      </Field>
      <GuaranteeFields form={form} set={set} error={errorOf("guarantee")} />
      <ExtraFields form={form} set={set} error={errorOf("extra")} />
    </DrawerForm>
  )
}
