/** A mail server of our own for the demo and the tests: everything sent to it can be read back, and seen on a page. */
import type { Mail } from "./mail"
import { startSmtp, type SmtpReply } from "./smtp"
import { openStore } from "./store"
import { startWeb } from "./web"

export type { Mail } from "./mail"
export type { SmtpReply } from "./smtp"

export interface MailboxOptions {
  /** Where mails are kept as `.eml` files, and found again after a restart. In memory only when absent. */
  readonly directory?: string
  /** 0, as when absent: a free one. */
  readonly smtpPort?: number
  /** 0, as when absent: a free one. Null: no page. */
  readonly httpPort?: number | null
}

export interface Mailbox {
  readonly smtpPort: number
  readonly httpPort: number | null
  /** Of the page. */
  readonly url: string | null
  /** Oldest first. */
  messages(): Promise<Mail[]>
  /**
   * The first mail that suits, of those there and those to come within `timeoutMs` (10 s unless said).
   * @throws Error that lists what arrived instead
   */
  waitFor(predicate: (mail: Mail) => boolean, timeoutMs?: number): Promise<Mail>
  clear(): Promise<void>
  /** The next `count` messages are refused, to all their recipients, with 451 unless said. */
  failNext(count: number, reply?: SmtpReply): void
  /** The next `count` messages are kept, but the connection ends before the sender is told: it cannot know. */
  dropNext(count: number): void
  /** May be called again. */
  stop(): Promise<void>
}

const PATIENCE_MS = 10_000
/** In the sentence of a wait that was in vain. */
const LISTED = 20

/**
 * Starts the mail server, and its page, on 127.0.0.1. A mail whose sender was told 250 is kept, even if this process is
 * killed the moment after.
 * @throws Error when a port is taken or the directory cannot be used
 */
export async function startMailbox(options: MailboxOptions = {}): Promise<Mailbox> {
  const store = await openStore(options.directory)
  const arrivals = new Set<(mail: Mail) => void>()
  const waiting = new Set<(error: Error) => void>()
  const smtp = await startSmtp(options.smtpPort ?? 0, async (envelope, raw) => {
    const mail = await store.add(envelope, raw)
    for (const arrived of [...arrivals]) arrived(mail)
  })
  const { httpPort = 0 } = options
  const web =
    httpPort === null
      ? null
      : await startWeb(httpPort, store, smtp.port).catch(async (error: unknown) => {
          await smtp.stop()
          throw error
        })

  const messages = async (): Promise<Mail[]> => {
    const mails = await Promise.all(store.ids().map((id) => store.get(id)))
    return mails.filter((mail) => mail !== null)
  }

  const waitFor = (predicate: (mail: Mail) => boolean, timeoutMs = PATIENCE_MS): Promise<Mail> =>
    new Promise((resolve, reject) => {
      const settle = (end: () => void): void => {
        clearTimeout(timer)
        arrivals.delete(look)
        waiting.delete(fail)
        end()
      }
      const fail = (error: unknown): void => settle(() => reject(error))
      const look = (mail: Mail): void => {
        try {
          if (predicate(mail)) settle(() => resolve(mail))
        } catch (error) {
          fail(error)
        }
      }
      const timer = setTimeout(() => {
        messages().then((mails) => fail(new Error(inVain(mails, timeoutMs))), fail)
      }, timeoutMs)
      // Those to come first: one that arrives while the others are read must not be missed.
      arrivals.add(look)
      waiting.add(fail)
      messages().then((mails) => mails.forEach((mail) => arrivals.has(look) && look(mail)), fail)
    })

  let stopped: Promise<unknown> | undefined
  return {
    smtpPort: smtp.port,
    httpPort: web?.port ?? null,
    url: web && `http://127.0.0.1:${web.port}/`,
    messages,
    waitFor,
    clear: store.clear,
    failNext: smtp.failNext,
    dropNext: smtp.dropNext,
    stop: async () => {
      for (const fail of [...waiting]) fail(new Error("The mailbox was stopped while a mail was awaited."))
      await (stopped ??= Promise.all([smtp.stop(), web?.stop()]))
    },
  }
}

function inVain(mails: Mail[], timeoutMs: number): string {
  const shown = mails.slice(-LISTED).map(({ subject, to }) => `"${subject}" to ${to.join(", ")}`)
  const arrived =
    mails.length === 0
      ? "no mail arrived at all"
      : `${mails.length} other${mails.length === 1 ? "" : "s"} arrived${mails.length > LISTED ? `, the last ${LISTED} being` : ""}: ${shown.join("; ")}`
  return `The awaited mail did not arrive within ${timeoutMs} ms; ${arrived}.`
}
