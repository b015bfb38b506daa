import { Hint } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { sentenceOf } from "../lib/errors"

/** What the server refused of a form, at the form. */
export const Refusal = ({ error }: { error: unknown }) => {
  const { t } = useTranslation("hamon")
  if (!error) return null
  return (
    <Hint variant="error" role="alert">
      {[t("failure.notDone"), sentenceOf(error)].filter(Boolean).join(" ")}
    </Hint>
  )
}
