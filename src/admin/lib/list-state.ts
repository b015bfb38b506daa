import type { DataTableFilteringState, DataTablePaginationState } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"

const PAGE_SIZE = 20

/**
 * Search, filters and page of a list, kept in the address: going back finds the list as it was left.
 * @param names of the filters; each narrows a member of the list to some values
 */
export function useListState<Name extends string>(names: readonly Name[]) {
  const [params, setParams] = useSearchParams()
  const q = params.get("q") ?? ""
  const offset = Number(params.get("offset")) || 0
  const chosen = Object.fromEntries(
    names.filter((name) => params.has(name)).map((name) => [name, params.getAll(name)]),
  ) as Partial<Record<Name, string[]>>

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
    view: params.get("view"),
    onView: (view: string) => change((next) => next.set("view", view)),
    query: {
      q: q || undefined,
      ...chosen,
      limit: PAGE_SIZE,
      offset,
    },
    search: {
      state: q,
      onSearchChange: (typed: string) => change((next) => (typed ? next.set("q", typed) : next.delete("q"))),
    },
    filtering: {
      state: chosen as DataTableFilteringState,
      onFilteringChange: (filters: DataTableFilteringState) =>
        change((next) => {
          for (const name of names) {
            next.delete(name)
            for (const value of (filters[name] as string[] | undefined) ?? []) next.append(name, value)
          }
        }),
    },
    pagination: {
      state: { pageIndex: Math.floor(offset / PAGE_SIZE), pageSize: PAGE_SIZE },
      onPaginationChange: ({ pageIndex }: DataTablePaginationState) =>
        change((next) => pageIndex > 0 && next.set("offset", String(pageIndex * PAGE_SIZE))),
    },
  }
}
