import { spawn, spawnSync } from "node:child_process"
import { createServer } from "node:net"

const REDIS = process.env.REDIS_SERVER ?? "redis-server"

/** A suite that needs Redis: skipped, and said, where there is none; never on the build machine. */
export const describeWithRedis: jest.Describe =
  spawnSync(REDIS, ["--version"]).status === 0 || process.env.CI ? describe : skipped()

function skipped(): jest.Describe {
  console.warn(`${REDIS} is missing: the tests with Redis are skipped. On Debian: apt-get install redis-server`)
  return describe.skip
}

export type Redis = { readonly url: string; readonly stop: () => Promise<void> }

/** A Redis of this suite's own, in memory, on a free port. */
export async function startRedis(): Promise<Redis> {
  const port = await freePort()
  const child = spawn(REDIS, ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => chunk.toString().includes("Ready to accept") && resolve())
    child.once("exit", (code) => reject(new Error(`${REDIS} ended with ${code}`)))
  })
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners("exit")
        child.once("exit", () => resolve())
        child.kill("SIGTERM")
      }),
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
