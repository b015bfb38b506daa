import { type ChildProcess, spawn } from "node:child_process"
import path from "node:path"

const MEDUSA = path.join(__dirname, "../../node_modules/@medusajs/cli/cli.js")
/** Lines of a program's output that are shown when it fails. */
const TAIL = 30
/** Time that a store is given to end in peace. */
const GRACE = 10_000

type Where = { readonly cwd: string; readonly env?: NodeJS.ProcessEnv }

/** A program that runs, or ran. */
export type Program = {
  readonly pid: number | undefined
  /** Resolves with its exit code when it ended; null: by a signal. */
  readonly ended: Promise<number | null>
  /** Everything that it has said so far. */
  output(): string
  stop(): Promise<void>
  /** Ends it as a failing machine does: at once, with nothing finished. */
  kill(): Promise<void>
}

const running = new Set<ChildProcess>()
// A spec that is interrupted runs no afterAll.
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")))

/** Starts a command of Medusa's command line. */
export function startMedusa(args: readonly string[], where: Where): Program {
  return start(process.execPath, [MEDUSA, ...args], where)
}

/** Runs a command of Medusa's command line to its end and answers what it said. @throws Error when it fails */
export function medusa(args: readonly string[], where: Where): Promise<string> {
  return finish(`medusa ${args.join(" ")}`, startMedusa(args, where))
}

/** Runs a program to its end and answers what it said. @throws Error when it fails */
export function run(command: string, args: readonly string[], where: Where): Promise<string> {
  return finish([command, ...args].join(" "), start(command, args, where))
}

/** A sentence with the end of what a program said. */
export function sentence(what: string, program: Program): string {
  const lines = program.output().trimEnd().split("\n").slice(-TAIL)
  return `${what}; it said last:\n${lines.map(readable).join("\n")}`
}

/** In production Medusa logs JSON, with long stacks. */
function readable(line: string): string {
  try {
    const { level, message } = JSON.parse(line) as { level?: string; message?: string }
    return `${level}: ${message}`
  } catch {
    return line
  }
}

/** Ends every program that still runs. */
export async function stopPrograms(): Promise<void> {
  await Promise.all([...running].map(stopChild))
}

async function finish(name: string, program: Program): Promise<string> {
  const code = await program.ended
  if (code !== 0) throw new Error(sentence(`"${name}" ended with ${code ?? "a signal"}`, program))
  return program.output()
}

function start(command: string, args: readonly string[], { cwd, env }: Where): Program {
  const child = spawn(command, args, {
    cwd,
    // What jest sets for its own process changes how others behave.
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      JEST_WORKER_ID: undefined,
      NODE_ENV: "production",
      MEDUSA_DISABLE_TELEMETRY: "true",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  running.add(child)
  let output = ""
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      output += String(error)
      running.delete(child)
      resolve(1)
    })
    child.once("close", (code) => {
      running.delete(child)
      resolve(code)
    })
  })
  return {
    pid: child.pid,
    ended,
    output: () => output,
    stop: () => stopChild(child),
    kill: () => endBy(child, "SIGKILL"),
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  const killer = setTimeout(() => child.kill("SIGKILL"), GRACE)
  await endBy(child, "SIGTERM")
  clearTimeout(killer)
}

async function endBy(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (!running.has(child)) return
  const closed = new Promise((resolve) => child.once("close", resolve))
  child.kill(signal)
  await closed
}
