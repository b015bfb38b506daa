import type { Rule } from "../kit/rate-limits"
import type { HamonOptions } from "../modules/hamon/options"

const HOUR = 3600
const DAY = 24 * HOUR

/** Failures in a row are counted for so long; a lock ends by itself well before. */
const CONSECUTIVE = 30 * DAY
/** A network from which somebody logged in stays known for so long. */
const KNOWN = 90 * DAY

/** How many attempts an account and a network have (CNIL 2022-100; numbers of the account: U15 of the law's options). */
export function attemptRules({ accounts, law }: HamonOptions) {
  const { lockAfterFailures, attemptsPerDay } = law.u15Attempts
  return {
    /** Failures in a row of an account from a network; used up, it is locked there. */
    inARow: { name: "login_row", points: lockAfterFailures, seconds: CONSECUTIVE },
    /** One attempt at a time, with a growing pause between two. */
    pause: { name: "login_pause", points: 1, seconds: HOUR },
    /** Failures of an account a day, from wherever. */
    ofDay: { name: "login_day", points: attemptsPerDay, seconds: DAY },
    /** Failures of a network, whatever the accounts: passwords stolen elsewhere are tried on many accounts, once each. */
    ofNetwork: { name: "login_network", points: accounts.networkFailuresPerHour, seconds: HOUR },
    /** Networks from which the account's holder logged in. */
    known: { name: "login_known", points: 1, seconds: KNOWN },
    /** Times the account was unlocked: a part of the keys above, so that one step voids all of them. */
    unlocked: { name: "unlocked", points: Number.MAX_SAFE_INTEGER, seconds: 2 * KNOWN },
  } satisfies Record<string, Rule>
}

/** What else of accounts is limited, by typed address and by network. */
export const ACCOUNT_RULES = {
  registerByAddress: { name: "register", points: 10, seconds: DAY },
  registerByNetwork: { name: "register_network", points: 30, seconds: HOUR },
  resetByAddress: { name: "reset", points: 5, seconds: HOUR },
  resetByNetwork: { name: "reset_network", points: 30, seconds: HOUR },
  updateByNetwork: { name: "update_network", points: 30, seconds: HOUR },
  /** Codes of the second factor: a thief of a password guesses six digits. */
  factorByNetwork: { name: "factor_network", points: 60, seconds: HOUR },
  unlockLetterByAddress: { name: "unlock_letter", points: 3, seconds: DAY },
  unlockLetterByNetwork: { name: "unlock_letter_network", points: 20, seconds: HOUR },
  unlockCodeByAddress: { name: "unlock_code", points: 10, seconds: DAY },
  unlockCodeByNetwork: { name: "unlock_code_network", points: 30, seconds: HOUR },
} satisfies Record<string, Rule>

/** From so many failures on, the next attempt waits. */
const FREE = 3
const STEP_SECONDS = 5
const LONGEST_SECONDS = 15 * 60

/**
 * Seconds between an attempt and the next after so many failures in a row: nothing for a slip of the finger, then a few
 * seconds, and from the CNIL's number on (U15: five) more than a minute, twice as long each time.
 */
export function pauseAfter(failures: number, { u15Attempts }: HamonOptions["law"]): number {
  const { delayAfterFailures, delaySeconds } = u15Attempts
  if (failures >= delayAfterFailures) {
    const grown = (delaySeconds + 1) * 2 ** (failures - delayAfterFailures)
    return Math.max(delaySeconds + 1, Math.min(LONGEST_SECONDS, grown))
  }
  return failures < FREE ? 0 : STEP_SECONDS * (failures - FREE + 1)
}
