/**
 * `npm run long:withdrawal`: 300 random sequences of what customers and staff do with a withdrawal, on a real store and a
 * real database. `HAMON_SEED` and `HAMON_SEQUENCES` play a known one again. A quarter of an hour.
 */
import { spawn } from "node:child_process"
import path from "node:path"
import { startPostgres } from "../postgres"

const ROOT = path.join(__dirname, "../..")
const SPEC = "integration-tests/http/withdrawal-properties.spec.ts"

async function main(): Promise<void> {
  const server = await startPostgres({ directory: path.join(ROOT, "reports/postgres"), durable: false })
  const child = spawn(path.join(ROOT, "node_modules/.bin/jest"), ["--runInBand", "--forceExit", "--verbose", SPEC], {
    cwd: ROOT,
    stdio: "inherit",
    env: {
      ...process.env,
      DB_HOST: server.host,
      DB_PORT: String(server.port),
      DB_USERNAME: server.user,
      DB_PASSWORD: server.password,
      HAMON_SEED: process.env.HAMON_SEED ?? String(Math.floor(Math.random() * 2 ** 31)),
      HAMON_SEQUENCES: process.env.HAMON_SEQUENCES ?? "300",
      LOG_LEVEL: "error",
      TEST_TYPE: "integration",
      NODE_OPTIONS: "--experimental-vm-modules",
    },
  })
  process.exitCode = await new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? 1)))
  await server.stop()
}

void main()
