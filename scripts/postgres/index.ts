/**
 * A PostgreSQL of our own for the demo and the tests: nothing to install, data that stays, several users at once.
 * Not for production. See `startPostgres`.
 */
import { accessSync, constants, mkdirSync, realpathSync } from "node:fs"
import { createCluster, hasCluster, openCluster, type Cluster } from "./cluster"
import { ask, createDatabase, urlOf } from "./databases"
import { reasonOf } from "./files"
import { takeLease, type Lease } from "./leases"
import { exclusively } from "./lock"
import { freePort } from "./port"
import {
  findPostmaster,
  PortTaken,
  settledPostmaster,
  signalServer,
  startPostmaster,
  stopPostmaster,
} from "./postmaster"

export interface PostgresOptions {
  /** Where the data lives. Made when missing. A private directory of root gets a link to data kept elsewhere. */
  readonly directory: string
  /** Told what happens, a line at a time. Never the password. */
  readonly log?: (line: string) => void
  /** False: a power cut may lose everything, and tests are quicker. True unless said. */
  readonly durable?: boolean
}

export interface Postgres {
  readonly host: "localhost"
  readonly port: number
  readonly user: string
  readonly password: string
  /** True when a server was already running: another process's, or one whose process was killed. */
  readonly reused: boolean
  /** The connection string of a database, which need not exist. */
  url(database: string): string
  /** Makes a database, unless it is there. */
  createDatabase(name: string): Promise<void>
  /** Stops using the server; the last of its users stops it. May be called again. */
  stop(): Promise<void>
}

const PORT_ATTEMPTS = 5

/**
 * Starts the PostgreSQL of a directory, or joins the one that runs there. Data and password stay between starts. The
 * exit of this process stops it too, unless another process uses it; signals and exit codes are left to the caller.
 * @throws Error whose sentence says what to do
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  if (process.platform === "win32") {
    throw new Error(
      "The embedded PostgreSQL is not run on Windows: set DATABASE_URL to a PostgreSQL server of your own.",
    )
  }
  const { log = () => undefined, durable = true } = options
  const directory = openDirectory(options.directory)

  return exclusively(directory, async () => {
    if (!hasCluster(directory)) await createCluster(directory, { durable, log })
    const cluster = openCluster(directory)
    // Before looking for a server: whoever leaves from now on sees that it is used.
    const lease = takeLease(cluster.path)
    try {
      const running = await join(cluster, lease, { durable, log })
      const port = running ?? (await start(cluster, durable))
      log(`PostgreSQL ${running ? "was running" : "runs"} on localhost:${port}, its data is in ${cluster.data}`)
      return handle(directory, cluster, lease, port, running !== null)
    } catch (error) {
      lease.release()
      throw error
    }
  })
}

function openDirectory(given: string): string {
  try {
    mkdirSync(given, { recursive: true })
    accessSync(given, constants.W_OK | constants.X_OK)
    return realpathSync(given)
  } catch (error) {
    throw new Error(
      `The directory of the database cannot be written (${reasonOf(error)}): choose another, run this as the system user it belongs to, or set DATABASE_URL.`,
    )
  }
}

/** The port of the server that runs there already and is good for us, or null: then none runs any more. */
async function join(
  cluster: Cluster,
  lease: Lease,
  { durable, log }: { durable: boolean; log: (line: string) => void },
): Promise<number | null> {
  const running = await settledPostmaster(cluster.data)
  if (!running) return null
  const answer = await ask(urlOf({ ...cluster.credentials, port: running.port }, "postgres"))
  const others = lease.others()
  const trouble =
    "refusal" in answer
      ? answer.refusal
      : answer.data !== cluster.data
        ? `another server answers on port ${running.port}`
        : null
  if (trouble === null && "durable" in answer && (answer.durable || !durable || others.length > 0)) {
    if (durable && !answer.durable) log(`the server is not durable: process ${others.join(", ")} started it so`)
    return running.port
  }
  if (others.length > 0) {
    throw new Error(
      `The PostgreSQL server ${running.pid} of ${cluster.data} does not answer (${trouble}) and process ${others.join(", ")} uses it: end that process and try again.`,
    )
  }
  log(`stopping the server ${running.pid}: ${trouble ?? "it is not durable"}`)
  await stopPostmaster(cluster.data)
  return null
}

async function start(cluster: Cluster, durable: boolean): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(attempt === 1 ? cluster.credentials.port : undefined)
    try {
      await startPostmaster(cluster, port, durable)
      await expectEntry(cluster, port)
      cluster.rememberPort(port)
      return port
    } catch (error) {
      if (!(error instanceof PortTaken) || attempt === PORT_ATTEMPTS) throw error
    }
  }
}

/** Somebody may have changed the password inside the server: better said here than by the first query. */
async function expectEntry(cluster: Cluster, port: number): Promise<void> {
  const answer = await ask(urlOf({ ...cluster.credentials, port }, "postgres"))
  if (!("refusal" in answer)) return
  await stopPostmaster(cluster.data)
  throw new Error(
    `PostgreSQL runs but does not let us in with the password kept in ${cluster.path} (${answer.refusal}): restore that password, or remove the directory of the database to start anew without its data.`,
  )
}

function handle(directory: string, cluster: Cluster, lease: Lease, port: number, reused: boolean): Postgres {
  const { user, password } = cluster.credentials
  const url = (database: string): string => urlOf({ user, password, port }, database)

  // An exit without stop(): there is no time to wait, but the server needs nothing more than the signal.
  const leave = (): void => {
    try {
      lease.release()
      const running = lease.others().length === 0 ? findPostmaster(cluster.data) : null
      if (running) signalServer(running.pid, cluster.data, "SIGINT")
    } catch {
      // The directory is gone, or the server is somebody else's: nothing of that may change the exit code.
    }
  }
  process.once("exit", leave)

  let stopped: Promise<void> | undefined
  return {
    host: "localhost",
    port,
    user,
    password,
    reused,
    url,
    createDatabase: async (name) => {
      url(name) // Refuses a name that no address can carry.
      await createDatabase(url("postgres"), name)
    },
    stop: () =>
      (stopped ??= exclusively(directory, async () => {
        process.removeListener("exit", leave)
        lease.release()
        if (lease.others().length === 0) await stopPostmaster(cluster.data)
      })),
  }
}
