/**
 * `npm run long:kill-demo`: kills the demo with SIGKILL at many moments of its first and of a later start, and looks each
 * time whether a new start works and finds the earlier stories whole. A quarter of an hour.
 */
import { spawn } from "node:child_process"
import { rmSync } from "node:fs"
import path from "node:path"

const ROOT = path.join(__dirname, "../..")
/** Lines of the demo's progress after which it is killed, with a pause, so that the act is under way. */
const MOMENTS: readonly { fresh: boolean; empty?: boolean; payments?: boolean; after: string; pause: number }[] = [
  { fresh: true, empty: true, after: "making a database", pause: 150 },
  { fresh: true, after: "the tables, and the store", pause: 4_000 },
  { fresh: true, after: "the tables, and the store", pause: 20_000 },
  { fresh: true, after: "the tables are made", pause: 2_000 },
  { fresh: false, after: "the store starts", pause: 1_500 },
  { fresh: true, after: "the shop: products", pause: 300 },
  { fresh: false, after: "Claire commande", pause: 700 },
  { fresh: false, after: "expédie deux colis", pause: 500 },
  { fresh: false, after: "se rétracte", pause: 50 },
  { fresh: false, after: "le retour s'ouvre", pause: 300 },
  { fresh: false, after: "le colis revient", pause: 200 },
  { fresh: false, after: "le remboursement passe", pause: 120 },
  { fresh: false, payments: true, after: "et paie avec PayPal", pause: 700 },
  { fresh: false, payments: true, after: "le remboursement passe", pause: 120 },
  { fresh: false, payments: true, after: "PayPal rembourse", pause: 600 },
]

/** Runs the demo; kills it where asked. @returns its exit code, null when it was killed, and what it printed */
function demo(
  args: readonly string[],
  kill?: { after: string; pause: number },
): Promise<{ code: number | null; printed: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["-r", "ts-node/register", "demo/index.ts", "--once", ...args], { cwd: ROOT })
    let printed = ""
    let planned = false
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      if (!kill || planned || !printed.includes(kill.after)) return
      planned = true
      setTimeout(() => child.kill("SIGKILL"), kill.pause)
    }
    child.stdout.on("data", read)
    child.stderr.on("data", read)
    child.on("close", (code) => resolve({ code, printed }))
  })
}

async function main(): Promise<void> {
  let failed = 0
  for (const { fresh, empty, payments, ...kill } of MOMENTS) {
    if (empty) rmSync(path.join(ROOT, ".demo"), { recursive: true, force: true })
    const options = payments ? ["--payments"] : []
    const killed = await demo(fresh ? ["--fresh", ...options] : options, kill)
    const again = await demo(options)
    const ok = killed.code === null && again.code === 0
    if (!ok) failed++
    const checked = /\d+ earlier story checked/.exec(again.printed)?.[0] ?? "no earlier story"
    console.log(
      `${ok ? "ok" : "FAILED"}  killed ${kill.pause} ms after « ${kill.after} »; new start: ${again.code} (${checked})`,
    )
    if (!ok) console.log(again.printed.slice(-2000))
  }
  console.log(`${MOMENTS.length - failed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

void main()
