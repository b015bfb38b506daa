import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { ownVectorFiles } from "../../../scripts/law-vectors"
import { readVectors } from "../../../scripts/law-vectors/read"
import { runVectors } from "../../../scripts/law-vectors/run"

const ROOT = path.join(__dirname, "../../..")
const read = (file: string): Record<string, unknown[]> =>
  JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown[]>

describe("worked examples of the law", () => {
  const files = ownVectorFiles()
  it.each(
    files.flatMap((file) => Object.entries(read(file)).map(([kind, cases]) => [kind, path.basename(file), cases])),
  )("every %s example of %s gives the expected result", (kind, _file, cases) => {
    const failures: string[] = []
    const outcome = runVectors([[kind as string, cases as unknown[]]], (failure) => failures.push(failure))
    expect(failures).toEqual([])
    expect(outcome).toEqual({ passed: (cases as unknown[]).length, failed: 0 })
  })

  it("every kind of the layout is run", () => {
    const kinds = new Set(files.flatMap((file) => Object.keys(read(file))))
    expect([...kinds].sort()).toEqual(
      ["amounts", "archive", "delivery", "extension", "l241_4", "l242_4", "refund", "timeliness", "withdrawal"].sort(),
    )
  })
})

/** A file of its own with a text in it. */
function temporary(text: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "law-")), "cases.json")
  writeFileSync(file, text)
  return file
}

describe("the runner of examples", () => {
  const run = (vectors: Record<string, unknown[]>): { failures: string[]; passed: number; failed: number } => {
    const failures: string[] = []
    return { ...runVectors(Object.entries(vectors), (failure) => failures.push(failure)), failures }
  }

  it("a wrong expectation is a failure that shows both values", () => {
    const outcome = run({ delivery: [{ id: "L", concluded: "2026-11-22", latest: "2026-12-23" }] })
    expect(outcome).toEqual({
      passed: 0,
      failed: 1,
      failures: ['delivery L: latest is "2026-12-22", expected "2026-12-23"'],
    })
  })

  it("an amounts case without input counts as failed", () => {
    expect(run({ amounts: [{ id: "S", prorata: "1.00" }] }).failures[0]).toContain("needs its input")
  })

  it("an unknown kind, a case that is none and a case that expects nothing are failures", () => {
    expect(run({ other: [{ id: "x" }], constructor: [{}] })).toMatchObject({ passed: 0, failed: 2 })
    expect(run({ delivery: [null, { concluded: "2026-11-22" }] })).toMatchObject({ passed: 0, failed: 2 })
  })

  it("an id cannot write lines of its own", () => {
    expect(run({ delivery: [{ id: "a\n5 passed, 0 failed" }] }).failures[0]).toMatch(/^delivery a 5 passed, 0 failed: /)
  })

  it("a long file is read case by case, to the same cases", () => {
    for (const file of ownVectorFiles()) {
      const whole = [...readVectors(file)].flatMap(([kind, cases]) => [...cases].map((one) => [kind, one]))
      const streamed = [...readVectors(file, 0)].flatMap(([kind, cases]) => [...cases].map((one) => [kind, one]))
      expect(streamed).toEqual(whole)
    }
    const tricky = {
      'a "b\\': [{ id: "}],{\\", list: [[1], { x: "[" }] }, { id: 2 }],
      empty: [],
      c: [{ é: "€" }, 3, null],
    }
    const at = temporary(JSON.stringify(tricky, null, 1))
    const read = [...readVectors(at, 0)].flatMap(([kind, cases]) => [...cases].map((one) => [kind, one]))
    expect(read).toEqual(Object.entries(tricky).flatMap(([kind, cases]) => cases.map((one) => [kind, one])))
  })

  it("a file of another layout, or cut off, is refused in both ways of reading", () => {
    const read = (text: string, atOnce: number) =>
      [...readVectors(temporary(text), atOnce)].flatMap(([, cases]) => [...cases])
    for (const text of [
      "[[1]]",
      '{"delivery": [{"id": "L"',
      '{"delivery": [{]',
      '{"delivery" [1]}',
      '{"delivery": [x]}',
    ]) {
      for (const atOnce of [0, 1_000_000]) expect(() => read(text, atOnce)).toThrow()
    }
    for (const text of ["3", '{"delivery": 3}', "[]"]) expect(() => read(text, 1_000_000)).toThrow()
  })

  it("input that the law refuses is a failure with its sentence", () => {
    expect(run({ delivery: [{ id: "L", concluded: "2026-02-30", latest: "2026-03-30" }] }).failures[0]).toContain(
      "concludedOn",
    )
  })

  it("an event that is not known gives a period that has not started", () => {
    const none = { start: null, nominal: null, last: null, end: null }
    expect(run({ withdrawal: [{ id: "V-S1", event: null, ...none }] })).toMatchObject({ passed: 1, failed: 0 })
  })

  it("the command prints the failures, then the counts, and exits with 1 on a failure", () => {
    const file = temporary(
      JSON.stringify({
        delivery: [
          { id: "good", concluded: "2026-11-22", latest: "2026-12-22" },
          { id: "bad", concluded: "2026-11-22", latest: "2026-12-31" },
        ],
      }),
    )
    const command = ["-r", "ts-node/register", "scripts/law-vectors/index.ts"]
    const failing = spawnSync(process.execPath, [...command, file], { cwd: ROOT, encoding: "utf8" })
    expect(failing.status).toBe(1)
    const lines = failing.stdout.trim().split("\n")
    expect(lines[0]).toContain("delivery bad")
    expect(lines.at(-1)).toBe("1 passed, 1 failed")

    const missing = spawnSync(process.execPath, [...command, "/nowhere.json"], { cwd: ROOT, encoding: "utf8" })
    expect(missing.status).toBe(1)
    expect(missing.stdout.trim().split("\n").at(-1)).toBe("0 passed, 1 failed")

    const empty = spawnSync(process.execPath, [...command, temporary("{}"), ownVectorFiles()[0]], {
      cwd: ROOT,
      encoding: "utf8",
    })
    expect(empty.status).toBe(1)
    expect(empty.stdout).toMatch(/^cases\.json: has no case\n\d+ passed, 1 failed\n$/)

    const own = execFileSync(process.execPath, command, { cwd: ROOT, encoding: "utf8" })
    expect(own.trim()).toMatch(/^\d+ passed, 0 failed$/)
  })
})
