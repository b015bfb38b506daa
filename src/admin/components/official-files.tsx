import { Button, StatusBadge, Text, toast } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { sentenceOf } from "../lib/errors"
import { useFormats } from "../lib/formats"
import type { OfficialFile } from "../lib/rule-types"
import { useOfficialFiles, useUploadNotice } from "../lib/rules"
import { Failure, Loading, Section, Sentence } from "./section"

const LANGUAGES = ["fr", "en"] as const
/** What the server takes; it looks for itself. */
const TYPES = "image/png,image/jpeg,image/webp,image/svg+xml,application/pdf"

/** The harmonised notice on the legal guarantee: one official file a language, shown unchanged (Reg. (EU) 2025/1960). */
export const OfficialFiles = () => {
  const { t } = useTranslation("hamon")
  const { data: files, error, refetch } = useOfficialFiles()
  return (
    <Section title={t("information.notice")}>
      <Sentence>{t("information.noticeIntro")}</Sentence>
      {error && <Failure error={error} again={() => void refetch()} />}
      {!files && !error && <Loading />}
      {files &&
        LANGUAGES.map((language) => (
          <Notice key={language} language={language} file={files.find(({ locale }) => locale === language)} />
        ))}
    </Section>
  )
}

const Notice = ({ language, file }: { language: "fr" | "en"; file: OfficialFile | undefined }) => {
  const { t } = useTranslation("hamon")
  const { instant } = useFormats()
  const input = useRef<HTMLInputElement>(null)
  const { mutate, isPending } = useUploadNotice(language)
  const name = t(`information.language.${language}`)

  const upload = (chosen: File | undefined) => {
    if (!chosen) return
    mutate(chosen, {
      onSuccess: () => toast.success(t("information.uploaded")),
      onError: (refused) => toast.error(t("failure.notDone"), { description: sentenceOf(refused) ?? undefined }),
    })
    // The same file may be chosen again after a refusal.
    if (input.current) input.current.value = ""
  }

  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-6 py-4">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-2">
          <Text size="small" weight="plus" className="first-letter:uppercase">
            {name}
          </Text>
          <StatusBadge color={file ? "green" : "red"}>
            {file ? t("information.present") : t("information.absent")}
          </StatusBadge>
        </div>
        {file && (
          <Text size="xsmall" className="text-ui-fg-subtle mt-1 break-all">
            {t("information.hash", { type: file.content_type, at: instant(file.uploaded_at), hash: file.hash })}
          </Text>
        )}
      </div>
      <input
        ref={input}
        type="file"
        accept={TYPES}
        hidden
        aria-label={t("information.fileOf", { language: name })}
        onChange={({ target }) => upload(target.files?.[0])}
      />
      <Button
        size="small"
        variant="secondary"
        isLoading={isPending}
        aria-label={t("information.uploadOf", { language: name })}
        onClick={() => input.current?.click()}
      >
        {t("information.upload")}
      </Button>
    </div>
  )
}
