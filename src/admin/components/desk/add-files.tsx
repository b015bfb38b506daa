import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { UPLOAD_PURPOSES } from "../../lib/types"
import { Field } from "../field"
import { ActDrawer } from "./act-drawer"
import { ChoiceField } from "./fields"

/** Adds private files: photos of the goods, a letter that came by post, what shows a payment. */
export const AddFiles = ({ id: withdrawalId }: { id: string }) => {
  const { t } = useTranslation("hamon")
  const id = useId()
  const [purpose, setPurpose] = useState("condition_photo")
  const [files, setFiles] = useState<readonly File[]>([])
  const request = () => {
    if (files.length === 0) return null
    const body = new FormData()
    // Before the files: the server looks at it first.
    body.append("purpose", purpose)
    for (const file of files) body.append("files", file)
    return { path: "files", body }
  }
  return (
    <ActDrawer act="files" withdrawalId={withdrawalId} request={request}>
      {(tried) => {
        const error = tried && files.length === 0 ? t("files.missing") : null
        return (
          <>
            <ChoiceField
              label={t("files.purposeLabel")}
              hint={purpose === "condition_photo" ? t("files.photoSeen") : undefined}
              value={purpose}
              onChange={setPurpose}
              choices={UPLOAD_PURPOSES.map((value) => ({ value, label: t(`files.purpose.${value}`) }))}
            />
            <Field id={id} label={t("files.choose")} hint={t("files.chooseHint")} error={error}>
              <input
                id={id}
                type="file"
                multiple
                accept="image/jpeg,image/png,image/webp,application/pdf"
                aria-invalid={error !== null}
                aria-describedby={`${id}-hint`}
                className="txt-compact-small text-ui-fg-base w-full"
                onChange={({ target }) => setFiles([...(target.files ?? [])])}
              />
            </Field>
          </>
        )
      }}
    </ActDrawer>
  )
}
