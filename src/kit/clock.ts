let read: () => Date = () => new Date()

/** The instant at which a door was entered. Everything below takes it as an argument. */
export function now(): Date {
  return read()
}

/** Sets the clock of this process, or sets it free again (null). For tests that wait for a deadline. */
export function setClock(source: (() => Date) | null): void {
  read = source ?? (() => new Date())
}
