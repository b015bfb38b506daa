import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormats } from "../lib/formats"
import type { Dispute } from "../lib/types"
import { DisputeBadge } from "./badges"
import { DisputeLink } from "./dispute-link"
import { DisputeWords } from "./dispute-words"

const column = createDataTableColumnHelper<Dispute>()

export function useDisputeColumns() {
  const { t } = useTranslation("hamon")
  const { instant, amount } = useFormats()
  return useMemo(
    () => [
      column.accessor("display_id", {
        header: t("list.order"),
        // The row answers to the mouse alone; the link is for the keyboard.
        cell: ({ row: { original } }) => (
          <Link
            to={`/orders/${original.order_id}`}
            onClick={(event) => event.stopPropagation()}
            className="text-ui-fg-base hover:text-ui-fg-interactive-hover txt-compact-small-plus"
          >
            #{original.display_id}
          </Link>
        ),
      }),
      column.accessor("status", {
        header: t("disputes.status"),
        cell: ({ getValue }) => <DisputeBadge status={getValue()} />,
      }),
      column.accessor("respond_by", {
        header: t("disputes.answerBy"),
        // Only what is open may still be answered.
        cell: ({ row: { original }, getValue }) => {
          const by = original.status === "open" ? getValue() : null
          return by ? instant(by) : t("disputes.noAnswer")
        },
      }),
      column.accessor("amount", {
        header: t("disputes.amount"),
        cell: ({ row: { original } }) => (
          <span className="whitespace-nowrap tabular-nums">{amount(original.amount, original.currency)}</span>
        ),
      }),
      column.accessor("reason", {
        header: t("disputes.file"),
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="py-1">
            <DisputeLink dispute={original} />
            <DisputeWords dispute={original} />
          </div>
        ),
      }),
      column.accessor("opened_at", { header: t("disputes.opened"), cell: ({ getValue }) => instant(getValue()) }),
    ],
    [t, instant, amount],
  )
}
