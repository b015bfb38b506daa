/** Which system user runs the server, and which directories that user can reach. PostgreSQL refuses to run as root. */
import { spawnSync } from "node:child_process"
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  statSync,
} from "node:fs"
import os from "node:os"
import path from "node:path"

const NAME = "postgres"

/** Empty for an ordinary user, who runs the server as himself. */
export interface ServerUser {
  readonly uid?: number
  readonly gid?: number
}

/** True when this process is root, which must run the server as somebody else. */
function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * The user who owns the data of a new cluster. Root gets the system user `postgres`, which is made when there is none.
 * @throws Error when it cannot be made
 */
export function serverUser(): ServerUser {
  if (!isRoot()) return {}
  const known = identify()
  if (known) return known
  spawnSync("groupadd", ["--force", "--system", NAME])
  spawnSync("useradd", ["--system", "--gid", NAME, "--no-create-home", "--shell", "/usr/sbin/nologin", NAME])
  const made = identify()
  if (made) return made
  throw new Error(
    `PostgreSQL does not run as root, and the system user "${NAME}" could not be made: make it (useradd --system ${NAME}), run this as an ordinary user, or set DATABASE_URL.`,
  )
}

/**
 * The user who runs the server of existing data: its owner. Data that root copied becomes the server user's again.
 * @throws Error when the data belongs to somebody else
 */
export function ownerOf(data: string): ServerUser {
  const { uid, gid } = statSync(data)
  if (!isRoot()) {
    if (uid === process.getuid?.()) return {}
    throw new Error(
      `${data} belongs to another system user (uid ${uid}): run this as that user, or use another directory.`,
    )
  }
  if (uid !== 0) return { uid, gid }
  const user = serverUser()
  giveTree(data, user)
  return user
}

/** True when the user can enter the directory or run the file, asked of the system itself: modes do not tell all. */
export function canReach(user: ServerUser, target: string): boolean {
  if (user.uid === undefined) {
    try {
      accessSync(target, constants.X_OK)
      return true
    } catch {
      return false
    }
  }
  // The working directory would be inherited, and may itself be closed to that user.
  return spawnSync("test", ["-x", target], { ...user, cwd: "/" }).status === 0
}

/**
 * Lets the server user, and nobody else, pass through a directory closed to everybody but root. Does not touch its
 * parents, nor a directory that is shared with a group.
 * @returns whether the user can enter it now
 */
export function letThrough(user: ServerUser, directory: string): boolean {
  if (canReach(user, directory)) return true
  const { mode, uid } = statSync(directory)
  if (user.gid === undefined || (mode & 0o070) !== 0 || !canReach(user, path.dirname(directory))) return false
  chownSync(directory, uid, user.gid)
  chmodSync(directory, (mode & 0o7777) | 0o010)
  return canReach(user, directory)
}

/**
 * A directory of root that everybody can enter and only root can change, for what the server user cannot reach under
 * a private directory such as /root. Not /tmp first: old files are swept from there one by one, also a database's.
 * @throws Error when there is none
 */
export function publicPlace(user: ServerUser): string {
  const candidates = [path.join("/var/lib", "medusa-plugin-hamon"), path.join(os.tmpdir(), "medusa-plugin-hamon-root")]
  for (const place of candidates) {
    try {
      mkdirSync(place, { recursive: true })
      const { uid, mode } = lstatSync(place)
      // Anybody can make a name in /tmp beforehand, and would then choose which programs are run.
      if (uid !== 0 || !lstatSync(place).isDirectory()) continue
      if ((mode & 0o777) !== 0o755) chmodSync(place, 0o755)
      if (canReach(user, place)) return place
    } catch {
      // A read-only system: the next one.
    }
  }
  throw new Error(
    `The system user "${NAME}" can enter neither the project's directory nor ${candidates.join(" nor ")}: put the project where everybody can pass (chmod o+x its parents), run this as an ordinary user, or set DATABASE_URL.`,
  )
}

function identify(): { uid: number; gid: number } | null {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const { status, stdout } = spawnSync("id", [flag, NAME], { encoding: "utf8" })
    return status === 0 ? Number(stdout.trim()) : NaN
  })
  return uid > 0 && Number.isInteger(gid) ? { uid, gid } : null
}

/** Links are given, not followed. */
function giveTree(target: string, { uid, gid }: ServerUser): void {
  if (uid === undefined || gid === undefined) return
  lchownSync(target, uid, gid)
  if (!lstatSync(target).isDirectory()) return
  for (const name of readdirSync(target)) giveTree(path.join(target, name), { uid, gid })
}
