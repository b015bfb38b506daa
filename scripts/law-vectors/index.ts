/**
 * `npm run law:vectors -- FILE…`: runs every worked example of the files (without argument the project's own), prints each
 * failure and, last, `N passed, N failed`. Exit code 1 on any failure.
 */
import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { runVectors } from "./run"

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
    const name = path.basename(file)
    const report = (failure: string): void => console.log(`${name}: ${failure}`)
    const vectors = read(file, report)
    const outcome = vectors === undefined ? { passed: 0, failed: 1 } : runVectors(vectors, report)
    passed += outcome.passed
    failed += outcome.failed
  }
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0 ? 0 : 1
}

function read(file: string, report: (failure: string) => void): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as unknown
  } catch (error) {
    report(`cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}

if (require.main === module) {
  const files = process.argv.slice(2)
  process.exitCode = main(files.length > 0 ? files : ownVectorFiles())
}
