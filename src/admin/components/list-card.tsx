import { Container, DataTable, Heading } from "@medusajs/ui"
import type { ComponentProps, ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Failure } from "./section"

type Instance<Row> = ComponentProps<typeof DataTable<Row>>["instance"]
type Words = { readonly heading: string; readonly description: string }

/** A list of ours: title, filter and search above, pages below; or what kept it from being read. */
export const ListCard = <Row,>({
  instance,
  title,
  search,
  error,
  again,
  empty,
  filtered,
  aside,
}: {
  instance: Instance<Row>
  title: string
  /** What the search finds; without it there is none. */
  search?: string
  error: unknown
  again: () => void
  empty: Words
  filtered: Words
  /** Buttons beside the filter. */
  aside?: ReactNode
}) => {
  const { t } = useTranslation("hamon")
  return (
    <Container className="divide-y p-0">
      <DataTable instance={instance}>
        <DataTable.Toolbar
          className="flex flex-col items-start justify-between gap-2 md:flex-row md:items-center"
          translations={{ clearAll: t("table.clearAll") }}
        >
          <Heading>{title}</Heading>
          <div className="flex flex-wrap items-center gap-2">
            {aside}
            <DataTable.FilterMenu tooltip={t("table.filter")} />
            {search && <DataTable.Search placeholder={search} aria-label={search} />}
          </div>
        </DataTable.Toolbar>
        {error ? (
          <Failure error={error} again={again} />
        ) : (
          <DataTable.Table emptyState={{ empty: { ...empty }, filtered: { ...filtered } }} />
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
