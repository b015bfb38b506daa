const FIRST_MINUTES = 1
const LONGEST_MINUTES = 60

/**
 * When to try again after so many failed attempts: one minute, two, four … an hour at most. A day of outage costs a
 * day of letters late by an hour, not a flood.
 * @param attempts how many attempts have been made, 1 or more
 */
export function nextAttempt(attempts: number, now: Date): Date {
  const minutes = Math.min(LONGEST_MINUTES, FIRST_MINUTES * 2 ** Math.max(0, attempts - 1))
  return new Date(now.getTime() + minutes * 60_000)
}
