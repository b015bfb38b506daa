import type { Sweep } from "./types"

/** Sweepers begin every minute, those that ask payment providers every ten: a few are missed before anybody is alarmed. */
const PATIENCE_MS = 5 * 60_000
const LONG_PATIENCE_MS = 25 * 60_000
const RARE = ["ask-providers", "canceled-payments", "describe-payments"]

type SweeperTrouble = { readonly id: string; readonly since: string; readonly error: string | null }

/** Sweepers that need a person: they have not begun for too long, or their last run stopped. */
export function troubledSweepers(sweeps: readonly Sweep[], now: Date): SweeperTrouble[] {
  return sweeps
    .filter(
      ({ id, started_at, last_error }) => last_error !== null || now.getTime() - Date.parse(started_at) > patience(id),
    )
    .map(({ id, started_at, last_error }) => ({ id, since: started_at, error: last_error }))
}

function patience(id: string): number {
  return RARE.includes(id) ? LONG_PATIENCE_MS : PATIENCE_MS
}
