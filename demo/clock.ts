import { renameSync, writeFileSync } from "node:fs"
import path from "node:path"
import { HOME } from "./folder"

const FILE = path.join(HOME, "clock")
/** The store reads the file every 20 ms. */
const SEEN = 100

/** Environment that puts a process of the store on the story's clock. */
export const CLOCK_ENV = { DEMO_CLOCK: FILE }

/** Sets the store's clock to an instant of the past; null: back to now. */
export async function moveClock(to: Date | null): Promise<void> {
  const behind = to === null ? 0 : Date.now() - to.getTime()
  writeFileSync(`${FILE}.new`, String(behind))
  renameSync(`${FILE}.new`, FILE)
  await new Promise((resolve) => setTimeout(resolve, SEEN))
}
