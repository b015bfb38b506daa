/**
 * Who uses the server of a cluster: one small file a user. The last one out stops the server, and a process that was
 * killed counts for nothing, so that nobody stops a server under the feet of somebody else.
 */
import { randomUUID } from "node:crypto"
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { startOf } from "./processes"

const PREFIX = "lease-"

export interface Lease {
  /** The pids of the other living users, this process included when it holds another lease. */
  others(): number[]
  /** May be called again. */
  release(): void
}

/** Says that this process uses the server of `cluster`, until it releases the lease or dies. */
export function takeLease(cluster: string): Lease {
  const name = `${PREFIX}${process.pid}-${randomUUID()}`
  const file = path.join(cluster, name)
  writeFileSync(file, String(startOf(process.pid)), { mode: 0o600 })
  return {
    others: () =>
      readdirSync(cluster)
        .filter((other) => other.startsWith(PREFIX) && other !== name)
        .map((other) => holderOf(path.join(cluster, other)))
        .filter((pid) => pid !== null),
    release: () => rmSync(file, { force: true }),
  }
}

function holderOf(file: string): number | null {
  const pid = Number(path.basename(file).slice(PREFIX.length).split("-")[0])
  try {
    const start = readFileSync(file, "utf8")
    // A file still empty was made a moment ago by a process that lives.
    if (startOf(pid) !== null && (start === "" || startOf(pid) === start)) return pid
    rmSync(file, { force: true })
  } catch {
    // Released meanwhile.
  }
  return null
}
