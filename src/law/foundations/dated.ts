import { type CivilDate, type Day, toCivilDate, toDay } from "./civil-date"
import { LawError } from "./law-error"

/** One value of a number of the law, from the day it applies, with the text that set it. */
export type Version<T> = { readonly from: CivilDate; readonly value: T; readonly source: string }

/**
 * A number of the law as dated data: the date of the case selects the value in force.
 * A change of law is one more line; the old line stays, so that old cases still compute.
 */
export class Dated<T> {
  private readonly days: readonly Day[]

  /** @param versions oldest first */
  constructor(
    private readonly name: string,
    readonly versions: readonly Version<T>[],
  ) {
    this.days = versions.map((version) => toDay(version.from, `${name}.from`))
  }

  /**
   * The version in force on a day.
   * @throws LawError naming `field` when the case is older than the oldest version kept here
   */
  on(day: Day, field: string): Version<T> {
    for (let i = this.days.length - 1; i >= 0; i--) if (this.days[i] <= day) return this.versions[i]
    throw new LawError(
      field,
      `a date from ${this.versions[0].from} on (${this.name}: older law is not kept here)`,
      toCivilDate(day),
    )
  }
}
