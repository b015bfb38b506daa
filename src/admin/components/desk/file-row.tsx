import { Button, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { sentenceOf } from "../../lib/errors"
import { useFormats } from "../../lib/formats"
import type { Upload } from "../../lib/types"
import { isPhoto, useDownload, usePhoto } from "../../lib/uploads"
import { SheetCell } from "../sheet"

/** A private file: what it shows, who gave it; a photo is looked at here, everything is downloaded. */
export const FileRow = ({ file }: { file: Upload }) => {
  const { t } = useTranslation("hamon")
  const { instant } = useFormats()
  const { mutate, isPending } = useDownload()
  const [open, setOpen] = useState(false)
  const failed = (error: unknown) => toast.error(t("files.notRead"), { description: sentenceOf(error) ?? undefined })
  const who = file.uploaded_by === "customer" ? t("files.customer") : (file.by_name ?? t("files.staff"))
  return (
    <>
      <SheetCell>
        <div className="[overflow-wrap:anywhere]">{file.name}</div>
        <div className="txt-small">{t(`files.purpose.${file.purpose}`)}</div>
        {open && <Photo file={file} />}
      </SheetCell>
      <SheetCell>
        <div className="[overflow-wrap:anywhere]">{who}</div>
        <div className="txt-small">{instant(file.created_at)}</div>
      </SheetCell>
      <SheetCell>
        <div className="flex flex-wrap gap-2">
          {isPhoto(file) && (
            <Button
              size="small"
              variant="secondary"
              aria-expanded={open}
              aria-label={t("files.showNamed", { name: file.name })}
              onClick={() => setOpen(!open)}
            >
              {open ? t("files.hide") : t("files.show")}
            </Button>
          )}
          <Button
            size="small"
            variant="secondary"
            isLoading={isPending}
            aria-label={t("files.downloadNamed", { name: file.name })}
            onClick={() => mutate(file, { onError: failed })}
          >
            {t("files.download")}
          </Button>
        </div>
      </SheetCell>
    </>
  )
}

const Photo = ({ file }: { file: Upload }) => {
  const { t } = useTranslation("hamon")
  const { data, error } = usePhoto(file)
  if (error) return <p role="alert">{[t("files.notRead"), sentenceOf(error)].filter(Boolean).join(" ")}</p>
  if (!data) return null
  return <img src={data} alt={file.name} className="mt-2 max-h-96 max-w-full rounded-md" />
}
