import { createDataTableFilterHelper, type DataTableFilter, useDataTable } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useListState } from "../lib/list-state"
import { useWithdrawals } from "../lib/queries"
import { type ListedWithdrawal, WITHDRAWAL_STATUSES } from "../lib/types"
import { ListCard } from "./list-card"
import { placeOf, useWithdrawalColumns } from "./withdrawal-columns"

const filter = createDataTableFilterHelper<ListedWithdrawal>()

/** All declarations: searched, filtered by status, a page at a time. */
export const WithdrawalsTable = () => {
  const { t } = useTranslation("hamon")
  const navigate = useNavigate()
  const { query, search, filtering, pagination } = useListState()
  const { data, error, isPending, refetch } = useWithdrawals(query)
  const columns = useWithdrawalColumns()
  const filters: DataTableFilter[] = useMemo(
    () => [
      filter.accessor("status", {
        type: "multiselect",
        label: t("list.status"),
        searchable: false,
        options: WITHDRAWAL_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) })),
      }),
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
    <ListCard
      instance={instance}
      title={t("menu.withdrawals")}
      search={t("list.search")}
      error={data ? null : error}
      again={() => void refetch()}
      empty={{ heading: t("list.empty"), description: t("list.emptyHelp") }}
      filtered={{ heading: t("list.nothing"), description: t("list.nothingHelp") }}
    />
  )
}
