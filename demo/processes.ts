import { type ChildProcess, spawn } from "node:child_process"
import { createWriteStream, mkdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { HOME, ROOT } from "./folder"

const CLI = path.join(ROOT, "node_modules/@medusajs/cli/cli.js")
const PRELOAD = path.join(__dirname, "preload.cjs")
/** Lines of a log that are shown when its process fails. */
const TAIL = 25

export type Medusa = {
  /** Folder that holds the medusa-config. */
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  /** Name of the log under `.demo/logs`. */
  readonly name: string
}

/** Starts Medusa's command line in a process of its own, which ends when this one does, even by kill -9. */
export function startMedusa(args: readonly string[], { cwd, env, name }: Medusa): ChildProcess {
  const log = createWriteStream(logFile(name))
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd,
    env: {
      ...process.env,
      ...env,
      MEDUSA_DISABLE_TELEMETRY: "true",
      NODE_OPTIONS: `--require=${JSON.stringify(PRELOAD)}`,
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  })
  child.stdout?.pipe(log, { end: false })
  child.stderr?.pipe(log, { end: false })
  return child
}

/** Runs a command of Medusa to its end. @throws Error with the end of its log */
export async function runMedusa(args: readonly string[], medusa: Medusa): Promise<void> {
  const child = startMedusa(args, medusa)
  const code = await new Promise<number>((resolve) => child.on("close", (status) => resolve(status ?? 1)))
  if (code !== 0) throw new Error(`medusa ${args[0]} ended with ${code}.\n${tail(medusa.name)}`)
}

/** The end of a log, to show what went wrong. */
export function tail(name: string): string {
  const lines = readFileSync(logFile(name), "utf8").trimEnd().split("\n").slice(-TAIL)
  return `The end of ${path.relative(ROOT, logFile(name))}:\n${lines.join("\n")}`
}

function logFile(name: string): string {
  const folder = path.join(HOME, "logs")
  mkdirSync(folder, { recursive: true })
  return path.join(folder, `${name}.log`)
}
