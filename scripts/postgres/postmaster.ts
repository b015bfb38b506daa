/** The server process of a data directory: found by its own pid file, started apart from this process, and stopped. */
import { spawn } from "node:child_process"
import { closeSync, openSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import type { Cluster } from "./cluster"
import { codeOf } from "./files"
import { serverEnvironment } from "./platform-package"
import { dataOf, sleep } from "./processes"

export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** As the server writes it: `starting`, `ready`, `stopping`, or empty before that. */
  readonly status: string
}

const POLL_MS = 25
/** Recovery after a crash reads the whole log of the last minutes. */
const START_MS = 120_000
const FAST_STOP_MS = 30_000
const HARD_STOP_MS = 10_000

/** The living server of `data`, or null: a pid file of a dead process, or of a process that is no such server, is none. */
export function findPostmaster(data: string): Postmaster | null {
  const lines = readPidFile(data)
  const pid = Number(lines?.[0])
  if (!lines || !Number.isInteger(pid) || pid <= 0 || dataOf(pid) !== data) return null
  return { pid, port: Number(lines[3]), status: (lines[7] ?? "").trim() }
}

/** Like `findPostmaster`, after a server that is starting or stopping has done so. */
export async function settledPostmaster(data: string): Promise<Postmaster | null> {
  const deadline = Date.now() + START_MS
  for (;;) {
    const found = findPostmaster(data)
    if (!found || found.status === "ready" || Date.now() > deadline) return found
    await sleep(POLL_MS)
  }
}

/**
 * Starts the server of a cluster on 127.0.0.1:`port` and resolves when it accepts connections. It lives in a session
 * of its own: a Ctrl-C meant for this process does not take it away before the last statements.
 * @throws PortTaken when somebody else listens there
 * @throws Error with the server's own words and where its log is
 */
export async function startPostmaster(cluster: Cluster, port: number, durable: boolean): Promise<void> {
  const { postgres } = cluster.programs()
  dropForeignPidFile(cluster.data)
  // A file, not a pipe: the server may outlive this process, and would then have nobody to read its messages.
  rmSync(cluster.logFile, { force: true }) // Root may have written the last one, for an ordinary user.
  const log = openSync(cluster.logFile, "w", 0o600)
  const settings = ["unix_socket_directories=", ...(durable ? [] : FAST)]
  const child = spawn(
    postgres,
    ["-D", cluster.data, "-p", String(port), "-h", "127.0.0.1", ...settings.flatMap((setting) => ["-c", setting])],
    { ...cluster.user, cwd: "/", detached: true, env: serverEnvironment(), stdio: ["ignore", log, log] },
  )
  closeSync(log)
  let ended: string | null = null
  child.once("error", (error) => (ended = error.message))
  child.once("exit", (code, signal) => (ended = `it ended with ${signal ?? code}`))
  child.unref()

  const deadline = Date.now() + START_MS
  while (findPostmaster(cluster.data)?.status !== "ready") {
    if (ended !== null || Date.now() > deadline) {
      child.kill("SIGQUIT")
      throw failure(cluster.logFile, ended ?? `it was not ready after ${START_MS / 1000} s`)
    }
    await sleep(POLL_MS)
  }
}

/** For tests: a power cut loses the data, and everything else is quicker. */
const FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]

/** The port was free a moment ago and is taken now. */
export class PortTaken extends Error {}

/**
 * Stops the server of `data`, if there is one, and resolves when it is gone. Open connections are closed.
 * @throws Error when it belongs to another system user or does not end
 */
export async function stopPostmaster(data: string): Promise<void> {
  const found = findPostmaster(data)
  if (!found) return
  const gone = async (signal: NodeJS.Signals, patience: number): Promise<boolean> => {
    signalServer(found.pid, data, signal)
    const deadline = Date.now() + patience
    while (dataOf(found.pid) === data) {
      if (Date.now() > deadline) return false
      await sleep(POLL_MS)
    }
    return true
  }
  if (await gone("SIGINT", FAST_STOP_MS)) return
  if (await gone("SIGQUIT", HARD_STOP_MS)) return
  if (await gone("SIGKILL", HARD_STOP_MS)) return
  throw new Error(`The PostgreSQL server ${found.pid} of ${data} does not end: end it by hand and try again.`)
}

/**
 * Sends a signal to the server of `data`, after another look at who bears the pid.
 * @throws Error when it belongs to another system user
 */
export function signalServer(pid: number, data: string, signal: NodeJS.Signals): void {
  if (dataOf(pid) !== data) return
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (codeOf(error) === "ESRCH") return
    throw new Error(`The PostgreSQL server ${pid} of ${data} belongs to another system user: stop it as that user.`)
  }
}

function readPidFile(data: string): string[] | null {
  try {
    return readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n")
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(codeOf(error) ?? "")) return null
    throw error
  }
}

/**
 * The server would take any living process of its user with that pid for a rival, and refuse to start. But two servers
 * on the same data destroy it: a server that says it works elsewhere must be found there.
 */
function dropForeignPidFile(data: string): void {
  const pid = Number(readPidFile(data)?.[0])
  const elsewhere = Number.isInteger(pid) && pid > 0 ? dataOf(pid) : null
  if (elsewhere !== null && Number(readPidFile(elsewhere)?.[0]) !== pid) {
    throw new Error(
      `The PostgreSQL server ${pid} seems to use ${data} since before it was moved from ${elsewhere}: stop it (kill -INT ${pid}) and try again.`,
    )
  }
  rmSync(path.join(data, "postmaster.pid"), { force: true })
}

function failure(logFile: string, ended: string): Error {
  const said = readFileSync(logFile, "utf8").trim()
  const words = `PostgreSQL did not start (${ended}); its log ${logFile} ends with:\n${said.split("\n").slice(-8).join("\n")}`
  if (/could not (bind|create any TCP\/IP sockets)/.test(said)) return new PortTaken(words)
  return new Error(
    `${words}\nMend what it says, remove the directory of the database to start anew, or set DATABASE_URL.`,
  )
}
