import type { DataTableFilteringState, DataTablePaginationState } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"

const PAGE_SIZE = 20

/** Search, filter and page of a list, kept in the address: going back finds the list as it was left. */
export function useListState() {
  const [params, setParams] = useSearchParams()
  const q = params.get("q") ?? ""
  const status = params.getAll("status")
  const offset = Number(params.get("offset")) || 0
  // A filter that was just added has no value yet, and must stay to be given one.
  const filtering: DataTableFilteringState = params.has("status") ? { status: status.filter(Boolean) } : {}

  const change = (edit: (next: URLSearchParams) => void) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        // Another search or filter is another list: it begins at its first page.
        next.delete("offset")
        edit(next)
        return next
      },
      { replace: true },
    )

  return {
    query: {
      q: q || undefined,
      status: filtering.status as string[] | undefined,
      limit: PAGE_SIZE,
      offset,
    },
    search: {
      state: q,
      onSearchChange: (typed: string) => change((next) => (typed ? next.set("q", typed) : next.delete("q"))),
    },
    filtering: {
      state: filtering,
      onFilteringChange: ({ status: chosen }: DataTableFilteringState) =>
        change((next) => {
          next.delete("status")
          if (chosen === undefined) return
          const values = chosen as string[]
          for (const value of values.length > 0 ? values : [""]) next.append("status", value)
        }),
    },
    pagination: {
      state: { pageIndex: Math.floor(offset / PAGE_SIZE), pageSize: PAGE_SIZE },
      onPaginationChange: ({ pageIndex }: DataTablePaginationState) =>
        change((next) => pageIndex > 0 && next.set("offset", String(pageIndex * PAGE_SIZE))),
    },
  }
}
