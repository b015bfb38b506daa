import type { Sweep } from "./types"

const PATIENCE_MS = 5 * 60_000

type SweeperTrouble = { readonly id: string; readonly since: string; readonly error: string | null }

/** Sweepers that need a person: they have not begun for five minutes, or their last run stopped. */
export function troubledSweepers(sweeps: readonly Sweep[], now: Date): SweeperTrouble[] {
  return sweeps
    .filter(({ started_at, last_error }) => last_error !== null || now.getTime() - Date.parse(started_at) > PATIENCE_MS)
    .map(({ id, started_at, last_error }) => ({ id, since: started_at, error: last_error }))
}
