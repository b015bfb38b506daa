import { readFileSync } from "node:fs"

/** Milliseconds between two looks. */
const LOOK = 40
/** Looks in a row without work done are rest; longer together than the pause after which an order's case is opened. */
const LOOKS = 12
const PATIENCE = 10_000

/**
 * Waits until processes do nothing, so that what one does after an order does not fall into the other's time. Read from
 * `/proc`, which counts in hundredths of a second; where there is none, a pause.
 */
export async function atRest(pids: readonly number[]): Promise<void> {
  const end = Date.now() + PATIENCE
  let quiet = 0
  for (let before = work(pids); quiet < LOOKS && Date.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK))
    const now = work(pids)
    quiet = now === before ? quiet + 1 : 0
    before = now
  }
}

/** Hundredths of a second for which the processes have worked, in their own code and the system's. */
function work(pids: readonly number[]): number {
  try {
    return pids.reduce((sum, pid) => {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ")
      return sum + Number(fields[11]) + Number(fields[12])
    }, 0)
  } catch {
    return 0
  }
}
