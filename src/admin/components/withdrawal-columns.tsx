import { createDataTableColumnHelper, Tooltip } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormats } from "../lib/formats"
import type { Deadline, ListedWithdrawal } from "../lib/types"
import { DeadlineBadge, FlagBadge, WithdrawalStatusBadge } from "./badges"

const column = createDataTableColumnHelper<ListedWithdrawal>()

/** Where a declaration is looked at: on a page of its own, from which its order is one step away. */
export function placeOf({ id }: Pick<ListedWithdrawal, "id">): string {
  return `/withdrawals/${id}`
}

export function useWithdrawalColumns() {
  const { t } = useTranslation("hamon")
  const { day, instant } = useFormats()
  return useMemo(
    () => [
      column.accessor("reference", {
        header: t("list.reference"),
        // The row answers to the mouse alone; the link is for the keyboard.
        cell: ({ row: { original } }) => (
          <Link
            to={placeOf(original)}
            onClick={(event) => event.stopPropagation()}
            className="text-ui-fg-base hover:text-ui-fg-interactive-hover txt-compact-small-plus"
          >
            {original.reference}
          </Link>
        ),
      }),
      column.accessor("sent_at", {
        header: t("list.sentAt"),
        // Of a letter or a call the day is known, not the hour.
        cell: ({ getValue, row: { original } }) => (original.sent_on ? day(original.sent_on) : instant(getValue())),
      }),
      column.accessor("declared.name", { header: t("list.customer") }),
      column.accessor("display_id", { header: t("list.order"), cell: ({ row }) => <OrderCell {...row.original} /> }),
      column.accessor("status", {
        header: t("list.status"),
        cell: ({ getValue }) => <WithdrawalStatusBadge status={getValue()} />,
      }),
      column.accessor("flags", {
        header: t("list.flags"),
        cell: ({ getValue }) => (
          <div className="flex gap-1">
            {getValue().map((flag) => (
              <FlagBadge key={flag} flag={flag} />
            ))}
          </div>
        ),
      }),
      column.accessor("refund_deadline", {
        header: t("list.refundDue"),
        truncateTooltip: false,
        cell: ({ getValue }) => <DueCell clock={getValue()} />,
      }),
    ],
    [t, day, instant],
  )
}

const OrderCell = ({ order_id, display_id, declared }: ListedWithdrawal) => {
  const { t } = useTranslation("hamon")
  if (!order_id && !declared.orderNumber) return <span>{t("list.noNumber")}</span>
  if (!order_id) return <span>{t("list.typed", { typed: declared.orderNumber })}</span>
  return (
    <Link
      to={`/orders/${order_id}`}
      onClick={(event) => event.stopPropagation()}
      className="text-ui-fg-base hover:text-ui-fg-interactive-hover underline underline-offset-2"
    >
      #{display_id}
    </Link>
  )
}

const DueCell = ({ clock }: { clock: Deadline | null }) => {
  const { t } = useTranslation("hamon")
  const { day, reason } = useFormats()
  if (!clock) return <span>{t("list.noClock")}</span>
  const why = reason(clock.reason)
  const on = clock.due_on ?? clock.met_on
  return (
    <div className="flex flex-col py-1">
      <div className="flex items-center gap-2">
        {on ? day(on) : t("list.noDate")}
        <DeadlineBadge kind={clock.kind} state={clock.state} />
      </div>
      <Tooltip content={why} maxWidth={360}>
        <span className="txt-compact-xsmall max-w-[280px] truncate">{why}</span>
      </Tooltip>
    </div>
  )
}
