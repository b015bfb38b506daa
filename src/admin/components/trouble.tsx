import { useTranslation } from "react-i18next"
import { sentenceOf } from "../lib/errors"

/** What the machine wrote down of a failure: in English whatever the reader's language, and said so to screen readers. */
export const Trouble = ({ sentence }: { sentence: string }) => {
  const { t } = useTranslation("hamon")
  return (
    <div className="txt-small">
      <p className="txt-compact-xsmall-plus">{t("trouble.title")}</p>
      <p lang="en" className="[overflow-wrap:anywhere]">
        {sentenceOf(new Error(sentence))}
      </p>
    </div>
  )
}
