import { Input, Textarea } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { Bilingual } from "../lib/types"
import { Field } from "./field"

type Props = {
  label: string
  hint?: string
  error?: string | null
  value: Bilingual
  onChange: (value: Bilingual) => void
  /** One line each. */
  short?: boolean
  maxLength: number
}

/** A text that customers read, in both languages: the two fields stand below each other, each under its own label. */
export const BilingualField = ({ label, hint, error, value, onChange, short = false, maxLength }: Props) => {
  const { t } = useTranslation("hamon")
  const id = useId()
  return (
    <fieldset className="flex min-w-0 flex-col gap-y-2">
      {(["fr", "en"] as const).map((language, index) => {
        const Typed = short ? Input : Textarea
        const field = `${id}-${language}`
        const below = index === 1
        return (
          <Field
            key={language}
            id={field}
            label={t("information.inLanguage", { label, language: t(`information.language.${language}`) })}
            hint={below ? hint : undefined}
            error={below ? error : undefined}
          >
            <Typed
              id={field}
              lang={language}
              maxLength={maxLength}
              value={value[language]}
              aria-invalid={Boolean(error)}
              aria-describedby={hint || error ? `${id}-en-hint` : undefined}
              onChange={({ target }: { target: { value: string } }) => onChange({ ...value, [language]: target.value })}
            />
          </Field>
        )
      })}
    </fieldset>
  )
}
