import type { Vectors } from "./read"
import { type Case, EXPECTED, KINDS } from "./kinds"

export type Outcome = { readonly passed: number; readonly failed: number }

/**
 * Runs every case of a set of vectors through the law.
 * @param report is called with a sentence for each failure
 */
export function runVectors(vectors: Vectors, report: (failure: string) => void): Outcome {
  let passed = 0
  let failed = 0
  for (const [kind, cases] of vectors) {
    for (const one of cases) {
      const failure = Object.hasOwn(KINDS, kind)
        ? failureOf(kind, one as Case)
        : `not a kind of case; known kinds are ${Object.keys(KINDS).join(", ")}`
      if (failure === null) passed++
      else {
        failed++
        report(`${kind} ${nameOf(one)}: ${failure}`)
      }
    }
  }
  return { passed, failed }
}

/** The id of a case on one line, so that nothing in a file can write lines of its own. */
function nameOf(one: unknown): string {
  const id = typeof one === "object" && one !== null ? (one as Case).id : undefined
  return id === undefined ? "without id" : String(id).replace(/\s+/g, " ")
}

/** What is wrong with a case, or null. */
function failureOf(kind: string, one: Case): string | null {
  if (typeof one !== "object" || one === null) return "not a case"
  const expected = EXPECTED[kind].filter((field) => Object.hasOwn(one, field))
  if (expected.length === 0) return `expects nothing; give ${EXPECTED[kind].join(", ")}`
  try {
    const answer = KINDS[kind](one)
    const wrong = expected.filter((field) => answer[field] !== one[field])
    return wrong.length === 0
      ? null
      : wrong.map((field) => `${field} is ${show(answer[field])}, expected ${show(one[field])}`).join("; ")
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? "nothing"
}
