import path from "node:path"
import { medusa } from "../../integration-tests/support/processes"

const ROOT = path.join(__dirname, "../..")

/** The claim of due clocks, measured in the store's own process: see `claim-in-store.ts`. Prints its lines. */
export async function benchSweep(databaseUrl: string, name: string): Promise<void> {
  const env = { DATABASE_URL: databaseUrl, LOG_LEVEL: "error", NODE_ENV: "production", DISABLE_MEDUSA_ADMIN: "true" }
  const said = await medusa(["exec", "./bench/withdrawal/claim-in-store.ts", name], { cwd: ROOT, env })
  const lines = said.split("\n").filter((one) => one.startsWith("bench "))
  if (lines.length === 0) throw new Error(`the claim was not measured: ${said}`)
  console.log(lines.join("\n"))
}
