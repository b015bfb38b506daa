import { Heading, Select } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { EXTRA_KINDS, type ExtraKind, type RuleForm } from "../lib/rule-form"
import { BilingualField } from "./bilingual-field"
import { Field } from "./field"

type Props = { form: RuleForm; set: (change: Partial<RuleForm>) => void; error: string | null }

/** Select takes no empty value. */
const NONE = "none"

/** Whether it is a paid extra, which only the customer's own choice puts into a cart (L121-17). */
export const ExtraFields = ({ form, set, error }: Props) => {
  const { t } = useTranslation("hamon")
  const id = useId()
  return (
    <section className="flex flex-col gap-y-4" aria-labelledby={`${id}-title`}>
      <Heading level="h2" className="h3-core" id={`${id}-title`}>
        {t("information.extra")}
      </Heading>
      <Field id={`${id}-kind`} label={t("information.extraKind")} hint={t("information.extraHint")}>
        <Select
          value={form.extra ?? NONE}
          onValueChange={(kind) => set({ extra: kind === NONE ? null : (kind as ExtraKind) })}
        >
          <Select.Trigger id={`${id}-kind`} aria-describedby={`${id}-kind-hint`}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value={NONE}>{t("information.noExtra")}</Select.Item>
            {EXTRA_KINDS.map((kind) => (
              <Select.Item key={kind} value={kind}>
                {t(`information.extraKinds.${kind}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </Field>
      {form.extra && (
        <>
          <BilingualField
            short
            label={t("information.extraName")}
            error={error}
            maxLength={200}
            value={form.extraName}
            onChange={(extraName) => set({ extraName })}
          />
          <BilingualField
            short
            label={t("information.extraText")}
            hint={t("information.extraTextHint")}
            maxLength={200}
            value={form.extraText}
            onChange={(extraText) => set({ extraText })}
          />
        </>
      )}
    </section>
  )
}
