import { Hint, Label } from "@medusajs/ui"
import type { ReactNode } from "react"

/** A labelled field with its error; the field itself carries `id` and `aria-describedby`. */
export const Field = ({
  id,
  label,
  hint,
  error,
  children,
}: {
  id: string
  label: string
  hint?: string
  error?: string | null
  children: ReactNode
}) => (
  <div className="flex min-w-0 flex-col gap-y-1">
    <Label size="small" weight="plus" htmlFor={id} id={`${id}-label`}>
      {label}
    </Label>
    {children}
    {(error ?? hint) && (
      <Hint id={`${id}-hint`} variant={error ? "error" : "info"} role={error ? "alert" : undefined}>
        {error ?? hint}
      </Hint>
    )}
  </div>
)
