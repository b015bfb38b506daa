import { Select, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useFormats } from "../lib/formats"
import { useExceptions } from "../lib/rules"
import { Field } from "./field"

/** Select takes no empty value. */
const NONE = "none"

/** One of the thirteen exceptions of L221-28, or none; below it the words of the law and what the merchant must be able to show. */
export const ExceptionField = ({
  value,
  onChange,
}: {
  value: number | null
  onChange: (value: number | null) => void
}) => {
  const { t } = useTranslation("hamon")
  const { reason } = useFormats()
  const { data: exceptions = [] } = useExceptions()
  const id = useId()
  const chosen = exceptions.find(({ number }) => number === value)
  return (
    <div className="flex flex-col gap-y-3">
      <Field id={id} label={t("information.exception")} hint={t("information.exceptionHint")}>
        <Select
          value={value === null ? NONE : String(value)}
          onValueChange={(next) => onChange(next === NONE ? null : Number(next))}
        >
          {/* The mention is longer than a line. */}
          <Select.Trigger
            id={id}
            aria-describedby={`${id}-hint`}
            className="h-auto min-h-8 gap-x-2 py-1.5 text-left [&>svg]:shrink-0"
          >
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value={NONE}>{t("information.noException")}</Select.Item>
            {exceptions.map(({ number, mention }) => (
              <Select.Item key={number} value={String(number)}>
                {reason(mention)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </Field>
      {chosen && (
        <div className="bg-ui-bg-subtle rounded-md p-3">
          <Text size="small" className="text-pretty" lang="fr">
            «&nbsp;{chosen.words}&nbsp;»
          </Text>
          <Text size="small" className="text-ui-fg-subtle mt-2 text-pretty">
            {t("information.evidence", { evidence: reason(chosen.evidence) })}
          </Text>
        </div>
      )}
    </div>
  )
}
