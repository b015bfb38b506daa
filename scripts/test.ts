/**
 * `npm test`: types, lint, format, unused code, tests, and the check that docs/conformity.md tells the truth about this
 * very run. Ends with `N passed, N failed`; each step that is not a test counts as one.
 *
 * Arguments go to the tests: `npm test -- src/law` runs what is there, and leaves the check of the conformity out.
 */
import { spawn } from "node:child_process"
import { mkdirSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { checkConformity, type JestResults } from "./conformity"
import { startPostgres } from "./postgres"

const ROOT = path.join(__dirname, "..")
const REPORTS = path.join(ROOT, "reports")
const chosen = process.argv.slice(2)

const outcome = { passed: 0, failed: 0 }

function count(name: string, ok: boolean): void {
  outcome[ok ? "passed" : "failed"]++
  console.log(`${ok ? "ok" : "FAILED"}  ${name}`)
}

// Quoted: the folder of a clone may hold a space.
const QUIET = `--require=${JSON.stringify(path.join(__dirname, "no-telemetry.cjs"))}`

type Ran = { readonly ok: boolean; readonly said: string }

/** Runs a command of the project's own; what it says is kept, to be shown whole where two run side by side. */
function run(
  command: readonly string[],
  { NODE_OPTIONS = "", ...env }: NodeJS.ProcessEnv = {},
  show = false,
): Promise<Ran> {
  const [binary, ...args] = command
  const file = path.join(ROOT, "node_modules/.bin", binary)
  const quiet = { ...process.env, ...env, NODE_OPTIONS: `${QUIET} ${NODE_OPTIONS}` }
  const child = spawn(file, args, { cwd: ROOT, stdio: show ? "inherit" : "pipe", env: quiet })
  const said: Buffer[] = []
  child.stdout?.on("data", (chunk: Buffer) => said.push(chunk))
  child.stderr?.on("data", (chunk: Buffer) => said.push(chunk))
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("close", (code) => resolve({ ok: code === 0, said: Buffer.concat(said).toString("utf8") }))
  })
}

/** Types, lint, format, unused code: each counts as one. */
async function staticChecks(): Promise<void> {
  const checks: readonly (readonly [string, readonly (readonly string[])[]])[] = [
    [
      "types",
      [
        ["tsc", "-p", "tsconfig.check.json"],
        ["tsc", "-p", "src/admin/tsconfig.json"],
      ],
    ],
    ["lint", [["medusa", "lint"]]],
    ["format", [["prettier", "--check", "--log-level", "warn", "."]]],
    ["nothing unused", [["knip"]]],
  ]
  const outcomes = await Promise.all(
    checks.map(async ([name, commands]) => ({ name, ran: await Promise.all(commands.map((command) => run(command))) })),
  )
  for (const { name, ran } of outcomes) {
    ran.filter(({ ok }) => !ok).forEach(({ said }) => console.error(said))
    count(
      name,
      ran.every(({ ok }) => ok),
    )
  }
}

/** Runs the tests of a kind. --ci: a snapshot that is missing fails, and is not written. */
async function tests(kind: "unit" | "integration", env: NodeJS.ProcessEnv = {}): Promise<JestResults | null> {
  const file = path.join(REPORTS, `${kind}.json`)
  rmSync(file, { force: true })
  // Two stores at a time, each with a process and databases of its own; what core leaves open is closed with the process.
  const stores = kind === "integration" ? ["--maxWorkers=2", "--forceExit"] : []
  const command = ["jest", "--ci", "--json", `--outputFile=${file}`, "--passWithNoTests", ...stores, ...chosen]
  const variables = {
    // Medusa loads itself with import(), which jest allows under this flag alone.
    ...(kind === "integration" && { NODE_OPTIONS: "--experimental-vm-modules --no-warnings" }),
    TEST_TYPE: kind,
    ...env,
  }
  const { ok, said } = await run(command, variables, kind === "integration")
  if (!ok) console.error(said)
  const results = read(file)
  count(`${kind} tests ran to the end`, ok && results !== null)
  if (!results) return null
  outcome.passed += results.numPassedTests
  // Skipped for want of a Debian service: said by the suite, and not allowed where everything is installed.
  const skipped = results.numPendingTests + results.numTodoTests
  if (skipped > 0) console.log(`${skipped} tests were skipped: see above what they need`)
  outcome.failed += results.numFailedTests + (process.env.CI ? skipped : 0)
  return results
}

function read(file: string): JestResults | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as JestResults
  } catch (error) {
    console.error(`the tests left no result: ${String(error)}`)
    return null
  }
}

/** A database server for the tests: the one that `DB_HOST` names, or an embedded one. */
async function database(): Promise<{ env: NodeJS.ProcessEnv; stop: () => Promise<void> }> {
  if (process.env.DB_HOST) return { env: {}, stop: async () => undefined }
  const server = await startPostgres({ directory: path.join(REPORTS, "postgres"), durable: false })
  const env = {
    DB_HOST: server.host,
    DB_PORT: String(server.port),
    DB_USERNAME: server.user,
    DB_PASSWORD: server.password,
  }
  return { env, stop: () => server.stop() }
}

async function main(): Promise<void> {
  mkdirSync(REPORTS, { recursive: true })
  await staticChecks()
  const { env, stop } = await database()
  // The store's tests wait for their store more than they work: those that need none run beside them.
  const beside = tests("unit")
  const integration = await tests("integration", { ...env, LOG_LEVEL: "error", MEDUSA_DISABLE_TELEMETRY: "true" })
  await stop()
  const unit = await beside

  if (unit && integration && chosen.length === 0) {
    const results = { ...unit, testResults: [...unit.testResults, ...integration.testResults] }
    const wrong = checkConformity(readFileSync(path.join(ROOT, "docs/conformity.md"), "utf8"), results, ROOT)
    wrong.forEach((sentence) => console.error(`docs/conformity.md: ${sentence}`))
    count("docs/conformity.md against this run", wrong.length === 0)
  }

  console.log(`${outcome.passed} passed, ${outcome.failed} failed`)
  process.exitCode = outcome.failed === 0 ? 0 : 1
}

main().catch((error: unknown) => {
  console.error(error)
  console.log(`${outcome.passed} passed, ${outcome.failed + 1} failed`)
  process.exitCode = 1
})
