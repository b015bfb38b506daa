import { Checkbox, Input, Label, Select, Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { HINTED_PARTS, type MerchantField as Described, partOf } from "../../lib/merchant/fields"
import type { MerchantValues } from "../../lib/merchant/types"
import { textAt, valueAt } from "../../lib/merchant/values"
import { Field } from "../field"

type Props = {
  field: Described
  values: MerchantValues
  change: (path: string, value: unknown) => void
  /** Id of the sentence on these fields, if there is one. */
  describedBy: string | undefined
  invalid: boolean
}

/** One member of the profile, typed in its own way. */
export const MerchantField = (props: Props) => {
  const { t } = useTranslation("hamon")
  const { field, values, change, describedBy, invalid } = props
  const { path, kind, type = "text" } = field
  const part = partOf(field)
  const label = t(`merchant.part.${part}`)
  const id = `field-${path}`
  const hint = HINTED_PARTS.includes(part) ? t(`merchant.hint.${part}`) : undefined
  const described = [hint && `${id}-hint`, describedBy].filter(Boolean).join(" ") || undefined
  if (kind === "pair" || kind === "longPair") return <Pair {...props} label={label} />
  if (kind === "yes") {
    return (
      <div className="flex items-center gap-x-2 self-end py-1.5">
        <Checkbox
          id={id}
          checked={valueAt(values, path) === true}
          onCheckedChange={(checked) => change(path, checked === true)}
        />
        <Label size="small" htmlFor={id}>
          {label}
        </Label>
      </div>
    )
  }
  return (
    <Field id={id} label={label} hint={hint}>
      {kind === "line" && (
        <Input
          id={id}
          type={type}
          maxLength={200}
          value={textAt(values, path)}
          aria-invalid={invalid}
          aria-describedby={described}
          onChange={({ target }) => change(path, target.value)}
        />
      )}
      {kind === "lines" && (
        <Textarea
          id={id}
          rows={2}
          value={((valueAt(values, path) as readonly string[] | undefined) ?? []).join("\n")}
          aria-invalid={invalid}
          aria-describedby={described}
          onChange={({ target }) => change(path, linesOf(target.value))}
        />
      )}
      {kind === "payer" && (
        <Select value={textAt(values, path)} onValueChange={(value) => change(path, value)}>
          <Select.Trigger id={id} aria-describedby={described}>
            <Select.Value placeholder={t("merchant.payer.unsaid")} />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value="merchant">{t("merchant.payer.merchant")}</Select.Item>
            <Select.Item value="customer">{t("merchant.payer.customer")}</Select.Item>
          </Select.Content>
        </Select>
      )}
    </Field>
  )
}

/** French and English beside each other: who reads one sees what the other says. */
const Pair = ({ field, values, change, describedBy, invalid, label }: Props & { label: string }) => {
  const { t } = useTranslation("hamon")
  const Typed = field.kind === "longPair" ? Textarea : Input
  return (
    <div className="grid grid-cols-1 gap-4 sm:col-span-2 sm:grid-cols-2">
      {(["fr", "en"] as const).map((language) => {
        const path = `${field.path}.${language}`
        return (
          <Field key={language} id={`field-${path}`} label={t(`merchant.language.${language}`, { part: label })}>
            <Typed
              id={`field-${path}`}
              lang={language}
              maxLength={field.kind === "longPair" ? 5000 : 200}
              value={textAt(values, path)}
              aria-invalid={invalid}
              aria-describedby={describedBy}
              onChange={({ target }) => change(path, target.value)}
            />
          </Field>
        )
      })}
    </div>
  )
}

/** Four lines at most, as they are printed; an empty one at the end is where the next is being typed. */
function linesOf(typed: string): string[] {
  return typed === "" ? [] : typed.split("\n").slice(0, 4)
}
