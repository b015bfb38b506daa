import { type Case, EXPECTED, KINDS } from "./kinds"

export type Outcome = { readonly passed: number; readonly failed: number }

/**
 * Runs every case of a set of vectors (`{ kind: [case, …] }`) through the law.
 * @param report is called with a sentence for each failure
 */
export function runVectors(vectors: unknown, report: (failure: string) => void): Outcome {
  let passed = 0
  let failed = 0
  if (typeof vectors !== "object" || vectors === null || Array.isArray(vectors)) {
    report("the file is not an object of kinds, each with a list of cases")
    return { passed, failed: 1 }
  }
  for (const [kind, cases] of Object.entries(vectors)) {
    if (!Object.hasOwn(KINDS, kind) || !Array.isArray(cases)) {
      report(`${kind}: not a kind of case with a list; known kinds are ${Object.keys(KINDS).join(", ")}`)
      failed++
      continue
    }
    cases.forEach((one: Case, index) => {
      const failure = failureOf(kind, one)
      if (failure === null) passed++
      else {
        failed++
        report(`${kind} ${String(one?.id ?? `#${index}`)}: ${failure}`)
      }
    })
  }
  return { passed, failed }
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
