import { cpSync, mkdirSync } from "node:fs"
import path from "node:path"
import { freePort } from "../../scripts/postgres/port"
import { medusa, type Program, run, sentence, startMedusa } from "../support/processes"

const FIXTURE = path.join(__dirname, "bare-store")
const PATIENCE = 60_000

/** A shop like any other, with the plugin installed from its package. */
export type InstalledStore = {
  readonly folder: string
  /** Folder of the installed plugin. */
  readonly plugin: string
  /** Folder from which production starts. */
  readonly built: string
}

export type RunningStore = { readonly url: string; readonly program: Program }

/**
 * Makes the shop. The plugin alone lies in its node_modules: everything else is found in the repository's by walking up,
 * as in a shop where npm has put one copy of each package at the top.
 * @param folder below the repository
 * @param fixture the shop's own files
 */
export async function installStore(folder: string, tarball: string, fixture = FIXTURE): Promise<InstalledStore> {
  const store = path.join(folder, "store")
  const plugin = path.join(store, "node_modules/medusa-plugin-hamon")
  cpSync(fixture, store, { recursive: true })
  mkdirSync(plugin, { recursive: true })
  await run("tar", ["-xzf", tarball, "--strip-components=1", "-C", plugin], { cwd: store })
  return { folder: store, plugin, built: path.join(store, ".medusa/server") }
}

export async function migrateStore({ folder }: InstalledStore, env: NodeJS.ProcessEnv): Promise<void> {
  await medusa(["db:migrate"], { cwd: folder, env })
}

/** Builds the shop with its admin; a type error fails. */
export async function buildStore({ folder }: InstalledStore, env: NodeJS.ProcessEnv): Promise<void> {
  await medusa(["build", "--no-lint"], { cwd: folder, env })
}

/** Starts what was built. */
export function launchStore({ built }: InstalledStore, env: NodeJS.ProcessEnv): Program {
  return startMedusa(["start"], { cwd: built, env })
}

/** Starts what was built, on a port of its own, and waits until it answers. @throws Error when it does not */
export async function startStore(store: InstalledStore, env: NodeJS.ProcessEnv): Promise<RunningStore> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const program = launchStore(store, { PORT: String(port), HAMON_PUBLIC_URL: url, ...env })
  let ended = false
  void program.ended.then(() => (ended = true))
  const deadline = Date.now() + PATIENCE
  while (!(await answers(`${url}/health`))) {
    if (ended) throw new Error(sentence("the store ended before it answered", program))
    if (Date.now() > deadline) {
      await program.stop()
      throw new Error(sentence(`the store did not answer within ${PATIENCE / 1000} s`, program))
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { url, program }
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )
}
