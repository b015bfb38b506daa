import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { sentenceOf } from "../../lib/errors"
import { type Exported, useWithdrawalsTable } from "../../lib/withdrawals-table"

/** The view that is shown, as a table for spreadsheet programs. */
export const ExportButton = ({ filter }: { filter: Exported }) => {
  const { t, i18n } = useTranslation("hamon")
  const { mutate, isPending } = useWithdrawalsTable()
  const locale = i18n.language.startsWith("fr") ? "fr" : "en"
  const failed = (error: unknown) =>
    toast.error(t("desk.exportFailed"), { description: sentenceOf(error) ?? undefined })
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={isPending}
      onClick={() => mutate({ ...filter, locale }, { onError: failed })}
    >
      {t("desk.export")}
    </Button>
  )
}
