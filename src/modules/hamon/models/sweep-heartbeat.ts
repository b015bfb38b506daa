import { model } from "@medusajs/framework/utils"

/** When each sweeper last ran, what it found, and where it goes on. Staff see a sweeper that stopped. */
export const SweepHeartbeat = model.define("hamon_sweep_heartbeat", {
  /** Name of the sweeper. */
  id: model.text().primaryKey(),
  started_at: model.dateTime(),
  finished_at: model.dateTime().nullable(),
  handled: model.number().default(0),
  last_error: model.text().nullable(),
  /** Where a walk goes on. */
  cursor: model.json().nullable(),
})
