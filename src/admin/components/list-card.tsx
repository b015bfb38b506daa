import { Container, DataTable, Heading, Input, type UseDataTableReturn } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { ListFilters } from "./list-filters"
import { Failure } from "./section"

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
  instance: UseDataTableReturn<Row>
  title: string
  /** What the search finds; without it there is none. */
  search?: string
  error: unknown
  again: () => void
  empty: Words
  filtered: Words
  /** Buttons beside the title. */
  aside?: ReactNode
}) => {
  const { t } = useTranslation("hamon")
  return (
    <Container className="divide-y p-0">
      <DataTable instance={instance}>
        <div className="flex flex-col items-start justify-between gap-2 px-6 py-4 md:flex-row md:items-center">
          <Heading>{title}</Heading>
          {aside && <div className="flex flex-wrap items-center gap-2">{aside}</div>}
        </div>
        <div className="flex flex-wrap items-center gap-2 px-6 py-4">
          <ListFilters instance={instance} />
          {search && (
            // Of Medusa's own search field the picture has no name.
            <Input
              size="small"
              role="searchbox"
              aria-label={search}
              placeholder={search}
              value={instance.getSearch()}
              onChange={({ target }) => instance.onSearchChange(target.value)}
            />
          )}
        </div>
        {error ? (
          <Failure error={error} again={again} />
        ) : (
          <DataTable.Table emptyState={{ empty: { ...empty }, filtered: { ...filtered } }} />
        )}
        {/* Medusa's own row of pages is wider than a telephone. */}
        <div className="[&>div>div]:flex-wrap [&>div]:flex-wrap">
          <DataTable.Pagination
            translations={{
              of: t("table.of"),
              results: t("table.results"),
              pages: t("table.pages"),
              prev: t("table.prev"),
              next: t("table.next"),
            }}
          />
        </div>
      </DataTable>
    </Container>
  )
}
