/**
 * What the law answers to input it cannot read: the field, what was given and the accepted form.
 * Nothing is guessed in its place. The doors above turn it into a 4xx with this sentence.
 */
export class LawError extends Error {
  override readonly name = "LawError"

  /**
   * @param field path of the offending field, as the caller wrote it (`withdrawn[0].quantity`)
   * @param accepted the accepted form, to follow the word "give"
   * @param given the value received; shortened in the message
   */
  constructor(
    readonly field: string,
    readonly accepted: string,
    given: unknown,
  ) {
    super(`${field}: ${show(given)} is not accepted; give ${accepted}.`)
  }
}

const LONGEST_SHOWN = 60

/** What was given, short enough for a sentence: of an object its fields, of a list its first entries, never deeper. */
function show(given: unknown, inList = false): string {
  const text = describe(given, inList)
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}

function describe(given: unknown, inList: boolean): string {
  if (given === undefined) return "nothing"
  if (typeof given === "string") return JSON.stringify(given)
  if (Array.isArray(given)) {
    if (given.length === 0) return "an empty list"
    return inList
      ? "a list"
      : `[${given
          .slice(0, 3)
          .map((one) => show(one, true))
          .join(", ")}]`
  }
  if (typeof given === "object" && given !== null && !(given instanceof Date)) {
    return `{${Object.keys(given).slice(0, 5).join(", ")}}`
  }
  return String(given)
}

/** Refuses a value that is not one of the accepted words. */
export function oneOf<T extends string | number | boolean>(given: unknown, accepted: readonly T[], field: string): T {
  if (accepted.includes(given as T)) return given as T
  throw new LawError(field, accepted.map((word) => JSON.stringify(word)).join(" or "), given)
}

/** Refuses a value that is not true or false: a missing fact is not a "no". */
export function trueOrFalse(given: unknown, field: string): boolean {
  return oneOf(given, [true, false], field)
}

/** Refuses what is not a whole number of at least `least`. */
export function wholeNumber(given: unknown, least: number, field: string): number {
  if (Number.isSafeInteger(given) && (given as number) >= least) return given as number
  throw new LawError(field, `a whole number, at least ${least}`, given)
}
