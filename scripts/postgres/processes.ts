/**
 * Who a process is. A pid alone proves nothing: the system gives it to somebody else later, and a dead process that
 * nobody has waited for (a zombie, usual in containers without an init) still answers to a signal.
 */
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import path from "node:path"

const PROC = process.platform === "linux"

/** What distinguishes a process from a later one of the same pid, or null when it is dead or a zombie. */
export function startOf(pid: number): string | null {
  if (!PROC) {
    const [state, ...start] = ps(pid, "state=,lstart=").split(/\s+/)
    return !state || state.startsWith("Z") ? null : start.join(" ")
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1")
    // The name, second field, may hold spaces and brackets: count from the last bracket. 0 is the state, 19 the start.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    return fields[0] === "Z" || fields[0] === "X" ? null : fields[19]
  } catch {
    return null
  }
}

/** The data directory, as it was given, of the PostgreSQL server with that pid; null when it is no such server. */
export function dataOf(pid: number): string | null {
  if (startOf(pid) === null) return null
  // The arguments as the launcher writes them: paths may hold spaces.
  if (!PROC) return /\/postgres -D (.*) -p \d+ -h /.exec(ps(pid, "command="))?.[1] ?? null
  try {
    const [program, ...args] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")
    const at = args.indexOf("-D")
    return path.basename(program) === "postgres" && at >= 0 ? args[at + 1] : null
  } catch {
    return null
  }
}

/** Resolves after `milliseconds`. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function ps(pid: number, columns: string): string {
  const { stdout } = spawnSync("ps", ["-ww", "-o", columns, "-p", String(pid)], { encoding: "utf8" })
  return (stdout ?? "").trim()
}
