/** What a spreadsheet program would run as a formula, after blanks that it skips. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/

/** Without it a spreadsheet program reads accents as another alphabet. */
export const BYTE_ORDER_MARK = "\uFEFF"

/**
 * A row of a table for spreadsheet programs (RFC 4180). A cell that would be run as a formula is given an apostrophe: what
 * customers typed must not act on the computer of staff.
 * @param separator `;` where decimals have a comma, as in French
 */
export function csvRow(cells: readonly (string | number | null)[], separator: ";" | ","): string {
  return cells.map((cell) => csvCell(cell, separator)).join(separator) + "\r\n"
}

function csvCell(cell: string | number | null, separator: string): string {
  if (cell === null) return ""
  if (typeof cell === "number") return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text
}
