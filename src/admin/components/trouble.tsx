import { useTranslation } from "react-i18next"
import { sentenceOf } from "../lib/errors"
import { useFormats } from "../lib/formats"
import type { Trouble as Told } from "../lib/types"

/** Why the machine is stuck and what to do, in the reader's language; below, what the provider or Medusa said itself. */
export const Trouble = ({ trouble, sentence }: { trouble: Told | null; sentence: string }) => {
  const { t, i18n } = useTranslation("hamon")
  const { amount } = useFormats()
  if (!trouble || !i18n.exists(`trouble.${trouble.code}`, { ns: "hamon" })) return <Technical sentence={sentence} />
  const facts: Record<string, string> = Object.fromEntries(
    Object.entries(trouble.facts).map(([slot, fact]) => [
      slot,
      typeof fact === "string" ? fact : amount(fact.amount, fact.currency),
    ]),
  )
  return (
    <div className="txt-small flex flex-col gap-y-1 [overflow-wrap:anywhere]">
      <p className="text-pretty">{t(`trouble.${trouble.code}`, facts)}</p>
      {trouble.words && (
        <div className="txt-compact-xsmall">
          <p className="txt-compact-xsmall-plus">{t("failure.words")}</p>
          <p lang="en">{trouble.words}</p>
        </div>
      )}
    </div>
  )
}

/** What the machine wrote down of a failure: in English whatever the reader's language, and said so to screen readers. */
export const Technical = ({ sentence }: { sentence: string }) => {
  const { t } = useTranslation("hamon")
  return (
    <div className="txt-small">
      <p className="txt-compact-xsmall-plus">{t("failure.technical")}</p>
      <p lang="en" className="[overflow-wrap:anywhere]">
        {sentenceOf(new Error(sentence))}
      </p>
    </div>
  )
}
