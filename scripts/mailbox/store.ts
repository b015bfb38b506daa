/** Where mails are kept: in a directory, an `.eml` each with its envelope beside it, or in memory. */
import { randomBytes } from "node:crypto"
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import path from "node:path"
import { readMail, type Envelope, type Mail } from "./mail"

export interface Store {
  /** Resolves when the mail is safe from a kill of this process. */
  add(envelope: Envelope, raw: Buffer): Promise<Mail>
  /** Oldest first. */
  ids(): string[]
  /** Null for an id that is not there. */
  get(id: string): Promise<Mail | null>
  clear(): Promise<void>
}

/** Mails that are read again and again, while a test waits or a page refreshes itself. */
const REMEMBERED = 500

/**
 * Opens the mails of a directory, which is made when missing; without one, mails live as long as this process.
 * @throws the error of the file system
 */
export async function openStore(directory?: string): Promise<Store> {
  const shelf = directory === undefined ? memory() : await folder(directory)
  const ids = await shelf.list()
  const remembered = new Map<string, Promise<Mail>>()
  let last = 0

  const newId = (receivedAt: Date): string => {
    // Two mails of the same millisecond, or a clock set back, keep their order.
    last = Math.max(last + 1, receivedAt.getTime())
    return `${new Date(last).toISOString().replace(/[-:.]/g, "")}-${randomBytes(3).toString("hex")}`
  }
  const remember = (id: string, mail: Promise<Mail>): Promise<Mail> => {
    remembered.set(id, mail)
    mail.catch(() => remembered.delete(id))
    const [oldest] = remembered.keys()
    if (remembered.size > REMEMBERED) remembered.delete(oldest)
    return mail
  }

  return {
    add: async (envelope, raw) => {
      const id = newId(envelope.receivedAt)
      await shelf.write(id, envelope, raw)
      ids.push(id)
      return remember(id, readMail(id, envelope, raw))
    },
    ids: () => [...ids],
    get: async (id) => {
      if (!ids.includes(id)) return null
      const known = remembered.get(id)
      if (known) return known
      const kept = await shelf.read(id)
      return kept && remember(id, readMail(id, kept.envelope, kept.raw))
    },
    clear: async () => {
      const gone = ids.splice(0)
      remembered.clear()
      for (const id of gone) await shelf.remove(id)
    },
  }
}

interface Shelf {
  /** The ids, oldest first. */
  list(): Promise<string[]>
  write(id: string, envelope: Envelope, raw: Buffer): Promise<void>
  /** Null when somebody has taken it away. */
  read(id: string): Promise<{ envelope: Envelope; raw: Buffer } | null>
  remove(id: string): Promise<void>
}

function memory(): Shelf {
  const mails = new Map<string, { envelope: Envelope; raw: Buffer }>()
  return {
    list: async () => [],
    write: async (id, envelope, raw) => void mails.set(id, { envelope, raw }),
    read: async (id) => mails.get(id) ?? null,
    remove: async (id) => void mails.delete(id),
  }
}

async function folder(directory: string): Promise<Shelf> {
  await mkdir(directory, { recursive: true })
  const file = (id: string, kind: "eml" | "json"): string => path.join(directory, `${id}.${kind}`)
  return {
    list: async () => {
      const names = new Set(await readdir(directory))
      for (const name of names) {
        // Left by a kill before the mail was acknowledged: its sender sends it again.
        const unfinished =
          name.endsWith(".eml.part") || (ENVELOPE.test(name) && !names.has(name.replace(/json$/, "eml")))
        if (unfinished) await rm(path.join(directory, name))
      }
      return [...names]
        .filter((name) => /^[\w-]+\.eml$/.test(name))
        .map((name) => name.slice(0, -".eml".length))
        .sort()
    },
    write: async (id, envelope, raw) => {
      // The mail is there when its .eml has its name, in one step; by then the envelope is complete.
      await writeFile(file(id, "json"), JSON.stringify(envelope))
      await writeFile(`${file(id, "eml")}.part`, raw)
      await rename(`${file(id, "eml")}.part`, file(id, "eml"))
    },
    read: async (id) => {
      const raw = await readFile(file(id, "eml")).catch(orNull)
      return raw && { envelope: await envelopeOf(file(id, "json"), raw), raw }
    },
    remove: async (id) => {
      await rm(file(id, "eml"), { force: true })
      await rm(file(id, "json"), { force: true })
    },
  }
}

/** Of our own names only: the directory may hold other files. */
const ENVELOPE = /^\d{8}T\d{9}Z-[0-9a-f]{6}\.json$/

function orNull(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null
  throw error
}

/** A message that somebody has put into the directory has no envelope. */
async function envelopeOf(file: string, raw: Buffer): Promise<Envelope> {
  try {
    const { receivedAt, from, to } = JSON.parse(await readFile(file, "utf8")) as Envelope & { receivedAt: string }
    return { receivedAt: new Date(receivedAt), from, to }
  } catch {
    const { headers, date } = await readMail("", { receivedAt: new Date(0), from: "", to: [] }, raw)
    const addresses = (value = ""): string[] => value.match(/[^\s<>,;"]+@[^\s<>,;"]+/g) ?? []
    return { receivedAt: date ?? new Date(0), from: addresses(headers.from)[0] ?? "", to: addresses(headers.to) }
  }
}
