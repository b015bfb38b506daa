/**
 * `npm test`: type check, format, tests, and the check that docs/conformity.md tells the truth about this very run.
 * Ends with `N passed, N failed`; each step that is not a test counts as one.
 */
import { spawnSync } from "node:child_process"
import { mkdirSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { checkConformity, type JestResults } from "./conformity"

const ROOT = path.join(__dirname, "..")
const RESULTS = path.join(ROOT, "reports/jest.json")

const outcome = { passed: 0, failed: 0 }

function count(name: string, ok: boolean): void {
  outcome[ok ? "passed" : "failed"]++
  console.log(`${ok ? "ok" : "FAILED"}  ${name}`)
}

function run(...command: string[]): boolean {
  const [binary, ...args] = command
  const file = path.join(ROOT, "node_modules/.bin", binary)
  return spawnSync(file, args, { cwd: ROOT, stdio: "inherit" }).status === 0
}

mkdirSync(path.dirname(RESULTS), { recursive: true })
rmSync(RESULTS, { force: true })

count("types", run("tsc", "--noEmit", "-p", "."))
count("format", run("prettier", "--check", "--log-level", "warn", "."))

// --ci: a snapshot that is missing fails, and is not written.
const ran = run("jest", "--ci", "--json", `--outputFile=${RESULTS}`, "--silent=false", ...process.argv.slice(2))
let results: JestResults | null = null
try {
  results = JSON.parse(readFileSync(RESULTS, "utf8")) as JestResults
} catch (error) {
  console.error(`the tests left no result: ${String(error)}`)
}
count("tests ran to the end", ran && results !== null)
if (results) {
  outcome.passed += results.numPassedTests
  outcome.failed += results.numFailedTests + results.numPendingTests + results.numTodoTests
  const wrong = checkConformity(readFileSync(path.join(ROOT, "docs/conformity.md"), "utf8"), results, ROOT)
  wrong.forEach((sentence) => console.error(`docs/conformity.md: ${sentence}`))
  count("docs/conformity.md against this run", wrong.length === 0)
}

console.log(`${outcome.passed} passed, ${outcome.failed} failed`)
process.exitCode = outcome.failed === 0 ? 0 : 1
