/**
 * `npm run law:vectors -- FILE…`: runs every worked example of the files (without argument the project's own), prints each
 * failure and, last, `N passed, N failed`. Exit code 1 on any failure.
 */
import { readdirSync } from "node:fs"
import path from "node:path"
import { readVectors } from "./read"
import { type Outcome, runVectors } from "./run"

const OWN = path.join(__dirname, "../../src/law/cases")

/** The files of worked examples kept in the project. */
export function ownVectorFiles(): string[] {
  return readdirSync(OWN)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => path.join(OWN, name))
}

function main(files: readonly string[]): number {
  let passed = 0
  let failed = 0
  for (const file of files) {
    const report = (failure: string): void => console.log(`${path.basename(file)}: ${failure}`)
    const outcome = runFile(file, report)
    const empty = outcome.passed + outcome.failed === 0
    if (empty) report("has no case")
    passed += outcome.passed
    failed += empty ? 1 : outcome.failed
  }
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

/** Runs a file; one that cannot be read to its end is one failure more. */
function runFile(file: string, report: (failure: string) => void): Outcome {
  let passed = 0
  let failed = 0
  try {
    for (const set of readVectors(file)) {
      const outcome = runVectors([set], report)
      passed += outcome.passed
      failed += outcome.failed
    }
  } catch (error) {
    report(error instanceof Error ? error.message : String(error))
    failed++
  }
  return { passed, failed }
}

if (require.main === module) {
  const files = process.argv.slice(2)
  process.exitCode = main(files.length > 0 ? files : ownVectorFiles())
}
