import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { now } from "../../kit/clock"
import { hamonService } from "../service"

export type SweepResult = {
  readonly handled: number
  readonly cursor?: Record<string, string>
  /** What could not be done, though the sweep went on. */
  readonly error?: string | null
}

/**
 * Runs a sweeper with its heartbeat: staff see when it last ran and what it could not do. A failure is written there and
 * in the log; the next run comes within a minute and finds the same work.
 */
export async function runSweep(
  container: MedusaContainer,
  id: string,
  work: (cursor: Record<string, string>) => Promise<SweepResult>,
): Promise<SweepResult> {
  const service = hamonService(container)
  const cursor = await service.sweepStarted(id, now())
  try {
    const result = await work(cursor)
    await service.sweepFinished(
      id,
      { handled: result.handled, error: result.error ?? null, cursor: result.cursor },
      now(),
    )
    return result
  } catch (error) {
    const sentence = sentenceOf(error)
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`hamon: the sweeper ${id} stopped: ${sentence}`)
    await service.sweepFinished(id, { handled: 0, error: sentence }, now())
    return { handled: 0 }
  }
}

/**
 * Takes work until nothing is due, or until one run has done enough for one process. One row at a time: a lease counts from
 * the claim, and must outlive what is done with the row.
 */
export async function drain<Row>(
  claim: (limit: number) => Promise<readonly Row[]>,
  handle: (row: Row) => Promise<void>,
  { batch = 1, most = 500 } = {},
): Promise<SweepResult> {
  let handled = 0
  while (handled < most) {
    const rows = await claim(Math.min(batch, most - handled))
    for (const row of rows) await handle(row)
    handled += rows.length
    if (rows.length < batch) break
  }
  return { handled }
}

/** What went wrong, in words that staff can read. Errors that crossed a workflow are plain objects. */
export function sentenceOf(error: unknown): string {
  const message = (error as { message?: unknown } | null | undefined)?.message
  return typeof message === "string" && message !== "" ? message : String(error)
}
