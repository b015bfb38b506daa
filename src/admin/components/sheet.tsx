import { clx, Table } from "@medusajs/ui"
import type { PropsWithChildren } from "react"

/** A table of facts inside a card; it scrolls by itself, by keyboard too, where the page is narrow. */
export const Sheet = ({
  label,
  head,
  children,
}: PropsWithChildren<{ label: string; head: readonly { readonly title: string; readonly right?: boolean }[] }>) => (
  <div className="overflow-x-auto" role="group" aria-label={label} tabIndex={0}>
    <Table aria-label={label}>
      <Table.Header>
        <Table.Row>
          {head.map(({ title, right }) => (
            <Table.HeaderCell key={title} scope="col" className={clx("whitespace-nowrap", { "text-right": right })}>
              {title}
            </Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Header>
      <Table.Body className="border-b-0">{children}</Table.Body>
    </Table>
  </div>
)

export const SheetRow = ({ children }: PropsWithChildren) => (
  <Table.Row className="last-of-type:border-b-0">{children}</Table.Row>
)

export const SheetCell = ({ right, children }: PropsWithChildren<{ right?: boolean }>) => (
  <Table.Cell className={clx("py-3 align-top", { "whitespace-nowrap text-right tabular-nums": right })}>
    {children}
  </Table.Cell>
)
