import { Heading, Text } from "@react-email/components"
import { Fragment, type ReactNode } from "react"
import type { LetterLocale } from "../modules/hamon/types"
import { colon } from "./format"
import { styles } from "./layout"

/** A heading inside a letter. */
export function Title({ children }: { children: ReactNode }) {
  return (
    <Heading as="h2" style={styles.heading}>
      {children}
    </Heading>
  )
}

/** Names and values, one under the other: a screen reader reads them in pairs. */
export function Facts({
  facts,
  locale,
}: {
  facts: readonly (readonly [string, ReactNode] | null)[]
  locale: LetterLocale
}) {
  return (
    <>
      {facts
        .filter((fact) => fact !== null)
        .map(([name, value]) => (
          <Text key={name} style={styles.text}>
            <strong>
              {name}
              {colon(locale)}
            </strong>{" "}
            {value}
          </Text>
        ))}
    </>
  )
}

/** A table of data (not of layout): header cells have a scope, so that it can be read aloud. */
export function Table({ head, rows }: { head: readonly string[]; rows: readonly (readonly ReactNode[])[] }) {
  return (
    <table className="data" style={{ borderCollapse: "collapse", width: "100%" }}>
      <thead>
        <tr>
          {head.map((title, column) => (
            <th key={title} scope="col" style={column === head.length - 1 ? styles.amount : styles.cell}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row} style={{ borderTop: "1px solid #c9ced8" }}>
            {cells.map((cell, column) => (
              <td key={column} style={column === cells.length - 1 ? styles.amount : styles.cell}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Text with the line breaks that were typed. */
export function Lines({ text }: { text: string }) {
  return (
    <>
      {text.split(/\r?\n/).map((line, row) => (
        <Fragment key={row}>
          {row > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </>
  )
}
