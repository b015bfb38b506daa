import type { Count, RateLimits } from "../kit/rate-limits"
import type { HamonOptions } from "../modules/hamon/options"
import { attemptRules, pauseAfter } from "./rules"

/** Who tries, from where: the account as typed, in one spelling, and its network. */
export type Attempt = { readonly account: string; readonly network: string }

export type Admission =
  | { readonly admitted: true; readonly last: boolean; readonly row: string; readonly day: string }
  | { readonly admitted: false; readonly because: "wait" | "locked"; readonly retryAfter: number }

/**
 * Who may try a password now. Each attempt is counted before the password is looked at, so that a thousand at once are no
 * more than one after the other; success gives back what it took. Nothing here knows whether an account exists.
 *
 * - **Account and network**: the first three failures in a row cost nothing, then each waits longer than the one before;
 *   after ten (U15) the account is locked from that network for `accounts.lockHours`.
 * - **Account and day**: 25 failures (U15) from all networks together. A network from which the holder logged in lately
 *   is not held by it, since anybody could lock him out; `accounts.lockAcrossNetworks` holds it as well.
 * - **Network**: `accounts.networkFailuresPerHour`, whatever the accounts. Logging in to one's own gives none back.
 */
export class LogInAttempts {
  private readonly rules: ReturnType<typeof attemptRules>

  constructor(
    private readonly limits: RateLimits,
    private readonly options: HamonOptions,
  ) {
    this.rules = attemptRules(options)
  }

  /** Counts an attempt, and says whether it may be made. */
  async begin({ account, network }: Attempt): Promise<Admission> {
    const { inARow, ofDay, ofNetwork, known } = this.rules
    const { row, day } = await this.keys({ account, network })
    const before = await this.limits.count(inARow, row)
    if (before.used >= inARow.points) return this.lockedHere(before)

    const paused = await this.pause(row, before.used)
    if (paused && !paused.allowed) return wait(paused)
    const fromNetwork = await this.limits.take(ofNetwork, network)
    if (!fromNetwork.allowed) return wait(fromNetwork)

    const inRow = await this.limits.take(inARow, row)
    if (!inRow.allowed) return this.lockedHere(inRow)
    // Others came in between: the pause that they brought about holds for this one too.
    const late = paused ? null : await this.pause(row, inRow.used - 1)
    if (late && !late.allowed) return wait(late)
    const last = inRow.used === inARow.points
    if (last) await this.limits.useUp(inARow, row, this.options.accounts.lockHours * 3600)

    const today = await this.limits.take(ofDay, day)
    const spared = await this.limits.count(known, pair(account, network))
    const held = !today.allowed && (this.options.accounts.lockAcrossNetworks || spared.used === 0)
    return held
      ? { admitted: false, because: "locked", retryAfter: today.retryAfter }
      : { admitted: true, last, row, day }
  }

  /** The password was right: the failures of this account from this network are forgotten, the point of others given back. */
  async succeeded({ row, day }: { readonly row: string; readonly day: string }, attempt: Attempt): Promise<void> {
    const { inARow, pause, ofDay, ofNetwork } = this.rules
    await this.limits.forget(inARow, row)
    await this.limits.forget(pause, row)
    await this.limits.giveBack(ofDay, day)
    await this.limits.giveBack(ofNetwork, attempt.network)
    await this.know(attempt)
  }

  /** The holder proved his address: every count of his account is void, from every network, and his network is known. */
  async unlock(attempt: Attempt): Promise<void> {
    await this.limits.take(this.rules.unlocked, attempt.account)
    await this.know(attempt)
  }

  /** Among parallel attempts the lock is a moment younger than the count that refuses. */
  private lockedHere({ retryAfter }: Count): Admission {
    const longest = this.options.accounts.lockHours * 3600
    return { admitted: false, because: "locked", retryAfter: Math.min(retryAfter, longest) }
  }

  private async know({ account, network }: Attempt): Promise<void> {
    await this.limits.useUp(this.rules.known, pair(account, network), this.rules.known.seconds)
  }

  /** Null where no pause is due. */
  private async pause(row: string, failures: number): Promise<Count | null> {
    const seconds = pauseAfter(failures, this.options.law)
    return seconds === 0 ? null : this.limits.take(this.rules.pause, row, seconds)
  }

  private async keys({ account, network }: Attempt) {
    const { used } = await this.limits.count(this.rules.unlocked, account)
    return { row: pair(account, network, used), day: pair(account, used) }
  }
}

function pair(...parts: readonly (string | number)[]): string {
  return JSON.stringify(parts)
}

function wait({ retryAfter }: Count): Admission {
  return { admitted: false, because: "wait", retryAfter }
}
