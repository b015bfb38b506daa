import { Input, Textarea } from "@medusajs/ui"
import { useId } from "react"
import { Field } from "../field"

type Common = {
  label: string
  hint?: string
  error?: string | null
  value: string
  onChange: (value: string) => void
}

/** A text of several lines. */
export const TextField = ({ label, hint, error, value, onChange, longest = 2000 }: Common & { longest?: number }) => {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <Textarea
        id={id}
        rows={3}
        maxLength={longest}
        value={value}
        aria-invalid={Boolean(error)}
        aria-describedby={(error ?? hint) ? `${id}-hint` : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
    </Field>
  )
}

/** One line, a number or a day: the browser's own field, which every keyboard and reader knows. */
export const LineField = ({
  label,
  hint,
  error,
  value,
  onChange,
  ...input
}: Common & { type?: "text" | "email" | "number" | "date"; max?: string; min?: string; inputMode?: "decimal" }) => {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <Input
        id={id}
        size="small"
        value={value}
        aria-invalid={Boolean(error)}
        aria-describedby={(error ?? hint) ? `${id}-hint` : undefined}
        onChange={({ target }) => onChange(target.value)}
        {...input}
      />
    </Field>
  )
}

/** One of a few: the browser's own list. */
export const ChoiceField = ({
  label,
  hint,
  error,
  value,
  onChange,
  choices,
}: Common & { choices: readonly { readonly value: string; readonly label: string }[] }) => {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        value={value}
        aria-invalid={Boolean(error)}
        aria-describedby={(error ?? hint) ? `${id}-hint` : undefined}
        onChange={({ target }) => onChange(target.value)}
        className="bg-ui-bg-field shadow-borders-base focus-visible:shadow-borders-interactive-with-active txt-compact-small text-ui-fg-base h-8 w-full rounded-md px-2 outline-none"
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
