import { createHash } from "node:crypto"
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import path from "node:path"
import { HOME, remember, ROOT, type Memory } from "./folder"
import { runMedusa } from "./processes"

/** A build empties `.medusa/server` of its folder: the store of the demo is built in a folder of its own. */
const STORE = path.join(HOME, "store")
const SOURCES = ["src", "medusa-config.ts", "package.json", "tsconfig.json"]

/** Where the built store is started from. */
export const BUILT_STORE = path.join(STORE, ".medusa/server")
/** Where Medusa's commands that need no build run. */
export const STORE_SOURCES = STORE

/** Copies the sources that the store runs, and answers their fingerprint. */
export function copySources(): string {
  const fingerprint = createHash("sha256")
  for (const name of SOURCES) {
    for (const file of files(path.join(ROOT, name))) {
      fingerprint.update(path.relative(ROOT, file)).update(readFileSync(file))
    }
  }
  const digest = fingerprint.digest("hex")
  rmSync(path.join(STORE, "src"), { recursive: true, force: true })
  mkdirSync(STORE, { recursive: true })
  for (const name of SOURCES) cpSync(path.join(ROOT, name), path.join(STORE, name), { recursive: true, filter: isPart })
  // The package leaves the root's configuration out; the store is built with it.
  const config = JSON.parse(readFileSync(path.join(ROOT, "tsconfig.json"), "utf8")) as { include: string[] }
  const store = { ...config, include: [...config.include, "medusa-config.ts"] }
  writeFileSync(path.join(STORE, "tsconfig.json"), JSON.stringify(store, null, 2))
  return digest
}

/** Builds the store with its admin, unless these sources are built already. */
export async function buildStore(fingerprint: string, memory: Memory, env: NodeJS.ProcessEnv): Promise<boolean> {
  if (memory.built === fingerprint && isFile(path.join(BUILT_STORE, "public/admin/index.html"))) return false
  await runMedusa(["build", "--no-lint"], { cwd: STORE, env, name: "build" })
  remember({ built: fingerprint })
  return true
}

function files(from: string): string[] {
  if (statSync(from).isFile()) return [from]
  return readdirSync(from, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => path.join(from, name))
    .filter((file) => statSync(file).isFile() && isPart(file))
}

function isPart(file: string): boolean {
  return !file.split(path.sep).includes("unit-tests")
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
}
