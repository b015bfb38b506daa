import type { CivilDate } from "./types"

/** The civil date of a local midnight, as date fields give it. */
export function civilDate(date: Date): CivilDate {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0"))
  return `${date.getFullYear()}-${month}-${day}`
}

/** Local midnight of a civil date, as date fields take it. */
export function localMidnight(date: CivilDate): Date {
  const [year, month, day] = date.split("-").map(Number)
  return new Date(year, month - 1, day)
}
