import path from "node:path"
import { freePort } from "../../scripts/postgres/port"
import { medusa, type Program, sentence, startMedusa } from "./processes"

const ROOT = path.join(__dirname, "../..")
const PATIENCE = 90_000

/** A store in a process of its own, from the sources: what kills it kills nothing of the test. */
export class StoreProcess {
  private program: Program | null = null

  private constructor(
    readonly port: number,
    private readonly env: NodeJS.ProcessEnv,
    private readonly cwd: string,
  ) {}

  /**
   * Makes the tables and a member of staff; the store itself is started apart.
   * @param cwd folder of its medusa-config: this repository, with the plugin, or another store
   */
  static async prepare(
    env: NodeJS.ProcessEnv,
    staff: { email: string; password: string },
    cwd = ROOT,
  ): Promise<StoreProcess> {
    const port = await freePort()
    const whole = {
      DISABLE_MEDUSA_ADMIN: "true",
      JWT_SECRET: "of this run only",
      COOKIE_SECRET: "of this run only",
      HAMON_PUBLIC_URL: `http://localhost:${port}`,
      LOG_LEVEL: "error",
      ...env,
    }
    await medusa(["db:migrate"], { cwd, env: whole })
    await medusa(["user", "-e", staff.email, "-p", staff.password], { cwd, env: whole })
    return new StoreProcess(port, whole, cwd)
  }

  get pid(): number {
    return this.program?.pid ?? 0
  }

  get url(): string {
    return `http://localhost:${this.port}`
  }

  /** Starts the store and waits until it answers. @throws Error with what it said last */
  async start(): Promise<void> {
    const program = startMedusa(["start", "-p", String(this.port)], { cwd: this.cwd, env: this.env })
    this.program = program
    let ended = false
    void program.ended.then(() => (ended = true))
    const until = Date.now() + PATIENCE
    while (!(await answers(`${this.url}/health`))) {
      if (ended) throw new Error(sentence("the store ended before it answered", program))
      if (Date.now() > until) throw new Error(sentence("the store did not answer", program))
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  /** kill -9: nothing is finished, nothing is rolled back but what the database rolls back. */
  async kill(): Promise<void> {
    await this.program?.kill()
  }

  async stop(): Promise<void> {
    await this.program?.stop()
  }
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )
}
