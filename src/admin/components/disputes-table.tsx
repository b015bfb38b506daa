import { createDataTableFilterHelper, type DataTableFilter, useDataTable } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useListState } from "../lib/list-state"
import { useDisputes } from "../lib/queries"
import { type Dispute, DISPUTE_STATUSES } from "../lib/types"
import { useDisputeColumns } from "./dispute-columns"
import { ListCard } from "./list-card"

const FILTERS = ["status"] as const
const filter = createDataTableFilterHelper<Dispute>()

/** All disputes: filtered by status, a page at a time, those first that must be answered soonest. */
export const DisputesTable = () => {
  const { t } = useTranslation("hamon")
  const navigate = useNavigate()
  const {
    query: { status, limit, offset },
    filtering,
    pagination,
  } = useListState(FILTERS)
  const { data, error, isPending, refetch } = useDisputes({ status, limit, offset })
  const columns = useDisputeColumns()
  const filters: DataTableFilter[] = useMemo(
    () => [
      filter.accessor("status", {
        type: "multiselect",
        label: t("disputes.status"),
        searchable: false,
        options: DISPUTE_STATUSES.map((one) => ({ value: one, label: t(`disputeStatus.${one}`) })),
      }),
    ],
    [t],
  )
  const instance = useDataTable({
    data: data?.disputes ?? [],
    rowCount: data?.count ?? 0,
    columns,
    filters,
    getRowId: ({ id }) => id,
    isLoading: isPending,
    filtering,
    pagination,
    autoResetPageIndex: false,
    onRowClick: (_, { order_id }) => navigate(`/orders/${order_id}`),
  })

  return (
    <ListCard
      instance={instance}
      title={t("menu.disputes")}
      error={data ? null : error}
      again={() => void refetch()}
      empty={{ heading: t("disputes.empty"), description: t("disputes.emptyHelp") }}
      filtered={{ heading: t("list.nothing"), description: t("disputes.nothingHelp") }}
    />
  )
}
