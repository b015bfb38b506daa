import path from "node:path"
import { Worker } from "node:worker_threads"

/** How hard a password is to guess, of zxcvbn: 0 at once, 3 with ten thousand million tries at most, 4 with more. */
export type Score = 0 | 1 | 2 | 3 | 4

export type Question = { readonly id: number; readonly password: string; readonly words: readonly string[] }
type Reply = { readonly id: number; readonly score: Score }
type Waiting = { readonly resolve: (score: Score) => void; readonly reject: (error: Error) => void }

/** Judging 128 characters takes a second, and 40 that are hard to guess make a hard password whatever follows. */
const JUDGED = 40
/** More than wait at once in any shop; a flood must not pile up in memory. */
const LONGEST_QUEUE = 100

const EXTENSION = path.extname(__filename)
const FILE = path.join(__dirname, `worker${EXTENSION}`)
/** From TypeScript, in tests and development, the thread needs its own loader; in the package it is JavaScript. */
const LOADER = EXTENSION === ".ts" ? ["-r", "ts-node/register"] : []
/** The thread starts in a quarter of a second and judges in a tenth; with its loader, on a busy machine, much later. */
const PATIENCE = LOADER.length === 0 ? 10_000 : 50_000

let worker: Worker | null = null
let last = 0
const waiting = new Map<number, Waiting>()

/**
 * Judges a password in a thread of its own: the work would hold up every other request. The thread starts with the first
 * question, never keeps the process alive, and starts anew when it died.
 * @param words that an attacker tries first: name of the shop, parts of the address
 * @throws Error when the thread fails or takes longer than ten seconds; the caller has another rule to fall back on
 */
export function strength(password: string, words: readonly string[]): Promise<Score> {
  if (waiting.size >= LONGEST_QUEUE) return Promise.reject(new Error("too many passwords wait to be judged"))
  const id = ++last
  return new Promise<Score>((resolve, reject) => {
    // A worker that does not answer does not answer the next question either.
    const timer = setTimeout(() => end(new Error(`no verdict within ${PATIENCE} ms`)), PATIENCE)
    const done = () => {
      clearTimeout(timer)
      waiting.delete(id)
    }
    waiting.set(id, {
      resolve: (score) => (done(), resolve(score)),
      reject: (error) => (done(), reject(error)),
    })
    started().postMessage({ id, password: [...password].slice(0, JUDGED).join(""), words } satisfies Question)
  })
}

function started(): Worker {
  if (worker) return worker
  // It gets no environment: nothing of the store's secrets is there.
  const thread = new Worker(FILE, { execArgv: LOADER, env: {}, resourceLimits: { maxOldGenerationSizeMb: 128 } })
  thread.on("message", ({ id, score }: Reply) => waiting.get(id)?.resolve(score))
  thread.on("error", (error) => thread === worker && end(error))
  thread.on("exit", (code) => thread === worker && end(new Error(`the thread ended with ${code}`)))
  thread.unref()
  worker = thread
  return thread
}

/** Tells everybody who waits, and makes room for a new thread. */
function end(error: Error): void {
  void worker?.terminate()
  worker = null
  for (const one of [...waiting.values()]) one.reject(error)
}
