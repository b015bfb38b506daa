import path from "node:path"

/** What is needed of jest's own result (`--json`). */
export type JestResults = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[]
  }[]
}

/** A row of docs/conformity.md: clause, feature, and the tests that prove it, `path › test name`. */
export type ConformityRow = { readonly clause: string; readonly feature: string; readonly tests: readonly string[] }

/** Reads the rows `| clause | feature | path › test name |`; several tests are separated by `<br>`. */
export function readRows(markdown: string): ConformityRow[] {
  return markdown
    .split("\n")
    .filter((line) => line.startsWith("|") && line.includes("›"))
    .map((line) => {
      const [clause, feature, tests] = line
        .split(/(?<!\\)\|/)
        .slice(1, 4)
        .map((cell) => cell.trim())
      return { clause, feature, tests: tests.split("<br>").map((test) => test.trim()) }
    })
}

/**
 * Compares the conformity table with what a run of the tests really did.
 * @returns a sentence for each row that is not true
 */
export function checkConformity(markdown: string, results: JestResults, root: string): string[] {
  const ran = new Map<string, string>()
  for (const { name, assertionResults } of results.testResults) {
    const file = path.relative(root, name)
    for (const { title, status } of assertionResults) ran.set(`${file} › ${title}`, status)
  }
  const rows = readRows(markdown)
  if (rows.length === 0) return ["there is no row; each clause has one"]
  return rows.flatMap(({ clause, tests }) =>
    tests
      .filter((test) => ran.get(test) !== "passed")
      .map((test) => `${clause}: « ${test} » ${ran.has(test) ? `was ${ran.get(test)}` : "did not run"}`),
  )
}
