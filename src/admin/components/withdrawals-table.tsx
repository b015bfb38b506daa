import {
  Container,
  createDataTableFilterHelper,
  DataTable,
  type DataTableFilter,
  Heading,
  useDataTable,
} from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useListState } from "../lib/list-state"
import { useWithdrawals } from "../lib/queries"
import { type ListedWithdrawal, WITHDRAWAL_STATUSES } from "../lib/types"
import { Failure } from "./section"
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
    <Container className="divide-y p-0">
      <DataTable instance={instance}>
        <DataTable.Toolbar
          className="flex flex-col items-start justify-between gap-2 md:flex-row md:items-center"
          translations={{ clearAll: t("table.clearAll") }}
        >
          <Heading>{t("menu.withdrawals")}</Heading>
          <div className="flex items-center gap-2">
            <DataTable.FilterMenu tooltip={t("table.filter")} />
            <DataTable.Search placeholder={t("list.search")} aria-label={t("list.search")} />
          </div>
        </DataTable.Toolbar>
        {error && !data ? (
          <Failure error={error} again={() => void refetch()} />
        ) : (
          <DataTable.Table
            emptyState={{
              empty: { heading: t("list.empty"), description: t("list.emptyHelp") },
              filtered: { heading: t("list.nothing"), description: t("list.nothingHelp") },
            }}
          />
        )}
        <DataTable.Pagination
          translations={{
            of: t("table.of"),
            results: t("table.results"),
            pages: t("table.pages"),
            prev: t("table.prev"),
            next: t("table.next"),
          }}
        />
      </DataTable>
    </Container>
  )
}
