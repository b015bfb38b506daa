import { closeSync, openSync, readSync, statSync, readFileSync } from "node:fs"

/** A set of worked examples: cases by kind, in the order of the file. */
export type Vectors = Iterable<readonly [kind: string, cases: Iterable<unknown>]>

/** Files up to this size are parsed at once; JavaScript has no string much longer. */
const AT_ONCE = 256 * 1024 * 1024

/**
 * Reads a file `{ kind: [case, …] }`, of whatever size: a long one case by case, without keeping it in memory.
 * @throws Error when it is not JSON of that layout
 */
export function readVectors(file: string, atOnce: number = AT_ONCE): Vectors {
  if (statSync(file).size > atOnce) return stream(file)
  const parsed = JSON.parse(readFileSync(file, "utf8")) as unknown
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw new Error(LAYOUT)
  return Object.entries(parsed).map(([kind, cases]) => {
    if (!Array.isArray(cases)) throw new Error(`${kind}: ${LAYOUT}`)
    return [kind, cases as unknown[]] as const
  })
}

const LAYOUT = "the file is not an object of kinds, each with a list of cases"
const CHUNK = 1024 * 1024
const [QUOTE, BACKSLASH, OPEN, CLOSE, BEGIN, END, COMMA] = [...'"\\{}[],'].map((sign) => sign.charCodeAt(0))

/**
 * Walks through the bytes of a long file and parses each case by itself: depth 1 holds the kinds, depth 2 the cases.
 */
function* stream(file: string): Generator<readonly [string, Iterable<unknown>]> {
  const descriptor = openSync(file, "r")
  const chunk = Buffer.alloc(CHUNK)
  let pending: Buffer[] = []
  let depth = 0
  let inString = false
  let escaped = false
  let kind = ""
  try {
    for (let length = readSync(descriptor, chunk); length > 0; length = readSync(descriptor, chunk)) {
      let start = 0
      for (let i = 0; i < length; i++) {
        const byte = chunk[i]
        if (inString) {
          if (escaped) escaped = false
          else if (byte === BACKSLASH) escaped = true
          else if (byte === QUOTE) inString = false
          continue
        }
        if (byte === QUOTE) inString = true
        else if (byte === OPEN || byte === BEGIN) {
          depth++
          if (depth === 1 || depth === 2) {
            if (depth === 2) kind = nameOf(text(pending, chunk, start, i))
            pending = []
            start = i + 1
          }
        } else if (byte === CLOSE || byte === END || byte === COMMA) {
          if (byte !== COMMA) depth--
          const caseEnds = byte === COMMA ? depth === 2 : depth === 1
          if (caseEnds) {
            const one = text(pending, chunk, start, i).trim()
            if (one !== "") yield [kind, [JSON.parse(one) as unknown]]
            pending = []
            start = i + 1
          }
        }
      }
      pending.push(Buffer.from(chunk.subarray(start, length)))
    }
    if (depth !== 0 || inString) throw new Error("the file ends in the middle of a case")
  } finally {
    closeSync(descriptor)
  }
}

function text(pending: readonly Buffer[], chunk: Buffer, start: number, end: number): string {
  return Buffer.concat([...pending, chunk.subarray(start, end)]).toString("utf8")
}

/** The name before a list: `"withdrawal":`, after a comma where it is not the first. */
function nameOf(before: string): string {
  const match = /^\s*,?\s*("(?:[^"\\]|\\.)*")\s*:\s*$/.exec(before)
  if (!match) throw new Error(LAYOUT)
  return JSON.parse(match[1]) as string
}
