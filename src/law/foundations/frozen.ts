/**
 * A value with everything in it frozen: tables and constants of the law are shared by all results, and nobody who holds a
 * result may change the law for the next one.
 */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}

/** A frozen copy of lists and plain objects: whoever gave the original may go on changing it. */
export function frozenCopy<T>(value: T): T {
  return frozen(copy(value))
}

function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copy(one)])) as T
}
