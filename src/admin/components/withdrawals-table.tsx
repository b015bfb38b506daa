import { type DataTableFilter, useDataTable } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useListState } from "../lib/list-state"
import { useWithdrawals } from "../lib/queries"
import { CHANNELS, FLAGS, PHASES, WITHDRAWAL_STATUSES, WITHDRAWAL_VIEWS } from "../lib/types"
import { ExportButton } from "./desk/export-button"
import { RecordReceived } from "./desk/record-received"
import { ViewTabs } from "./desk/view-tabs"
import { ListCard } from "./list-card"
import { placeOf, useWithdrawalColumns } from "./withdrawal-columns"

/** What narrows the list. */
const FILTERS = ["status", "flag", "phase", "channel"] as const

/** All declarations: searched, filtered, a page at a time. */
export const WithdrawalsTable = () => {
  const { t } = useTranslation("hamon")
  const navigate = useNavigate()
  const { view: wanted, onView, query, search, filtering, pagination } = useListState(FILTERS)
  const view = WITHDRAWAL_VIEWS.find((one) => one === wanted) ?? "all"
  const { limit: _, offset: __, ...narrowed } = query
  const { data, error, isPending, refetch } = useWithdrawals({ ...query, view })
  const columns = useWithdrawalColumns()
  const filters: DataTableFilter[] = useMemo(
    () => [
      choice("status", t("list.filter.status"), WITHDRAWAL_STATUSES, (one) => t(`status.${one}`)),
      choice("flag", t("list.filter.flag"), FLAGS, (one) => t(`flag.${one}`)),
      choice("phase", t("list.filter.phase"), PHASES, (one) => t(`phase.${one}`)),
      choice("channel", t("list.filter.channel"), CHANNELS, (one) => t(`channel.${one}`)),
    ],
    [t],
  )
  const instance = useDataTable({
    data: data?.withdrawals ?? [],
    rowCount: data?.count ?? 0,
    columns,
    filters,
    getRowId: ({ id }) => id,
    isLoading: isPending,
    search,
    filtering,
    pagination,
    autoResetPageIndex: false,
    onRowClick: (_, row) => navigate(placeOf(row)),
  })

  return (
    <>
      <ViewTabs view={view} counts={data?.counts} onView={onView} />
      <ListCard
        aside={
          <>
            <RecordReceived />
            <ExportButton filter={{ ...narrowed, view }} />
          </>
        }
        instance={instance}
        title={t("menu.withdrawals")}
        search={t("list.search")}
        error={data ? null : error}
        again={() => void refetch()}
        empty={{ heading: t("list.empty"), description: t("list.emptyHelp") }}
        filtered={{ heading: t("list.nothing"), description: t("list.nothingHelp") }}
      />
    </>
  )
}

/** A filter by some of the values that a member of the list may have. */
function choice<Value extends string>(
  id: (typeof FILTERS)[number],
  label: string,
  values: readonly Value[],
  named: (value: Value) => string,
): DataTableFilter {
  const options = values.map((value) => ({ value, label: named(value) }))
  return { id, type: "multiselect", label, searchable: false, options }
}
