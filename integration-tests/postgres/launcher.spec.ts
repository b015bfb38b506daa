/** The embedded PostgreSQL through what happens to it in real life: restarts, kills at any moment, borrowed pids. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process"
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { createServer } from "node:net"
import os from "node:os"
import path from "node:path"
import { startPostgres, type Postgres, type PostgresOptions } from "../../scripts/postgres"
import { end, isAlive, otherProcess, query, ready, until } from "./support"

let directory: string
const running: Postgres[] = []
const children: ChildProcess[] = []

beforeEach(() => {
  directory = mkdtempSync(path.join(os.tmpdir(), "hamon-postgres-"))
})

afterEach(async () => {
  children.splice(0).forEach((child) => child.kill("SIGKILL"))
  for (const postgres of running.splice(0)) await postgres.stop()
  // Whatever a failed test has left running.
  if (existsSync(path.join(directory, "cluster"))) await (await startPostgres({ directory, durable: false })).stop()
  rmSync(directory, { recursive: true, force: true })
})

function other(then?: string): ChildProcess {
  const child = otherProcess(directory, then)
  children.push(child)
  return child
}

async function start(options: Partial<PostgresOptions> = {}): Promise<Postgres> {
  const postgres = await startPostgres({ directory, durable: false, ...options })
  running.push(postgres)
  return postgres
}

const inData = (file: string): string => path.join(directory, "cluster/data", file)
const serverPid = (): number => Number(readFileSync(inData("postmaster.pid"), "utf8").split("\n")[0])

/** Writes a pid file as a server of `pid` would have left it. */
function pretendServer(pid: number, port: number): void {
  const file = inData("postmaster.pid")
  writeFileSync(file, `${pid}\n${inData("")}\n1700000000\n${port}\n\n127.0.0.1\n\nready   \n`, { mode: 0o600 })
  const { uid, gid } = statSync(inData("PG_VERSION"))
  chownSync(file, uid, gid)
}

describe("data and password", () => {
  it("survive a restart, on the same port", async () => {
    const first = await start()
    await first.createDatabase("shop")
    await query(first.url("shop"), "CREATE TABLE memo (words text)")
    await query(first.url("shop"), "INSERT INTO memo VALUES ('rétractation')")
    await first.stop()

    const second = await start()
    expect(second.reused).toBe(false)
    expect([second.port, second.password]).toEqual([first.port, first.password])
    expect(await query(second.url("shop"), "SELECT words FROM memo")).toEqual([{ words: "rétractation" }])
  })

  it("are UTF-8, without a surprise from the system's language, behind SCRAM and localhost", async () => {
    const postgres = await start()
    const [row] = await query(
      postgres.url("postgres"),
      `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datcollate AS collation,
              current_setting('listen_addresses') AS listens, current_setting('unix_socket_directories') AS sockets,
              (SELECT rolpassword FROM pg_authid WHERE rolname = 'postgres') AS secret
         FROM pg_database WHERE datname = 'postgres'`,
    )
    expect(row).toMatchObject({ encoding: "UTF8", provider: "c", listens: "127.0.0.1", sockets: "" })
    expect(row.collation).toBe(process.platform === "darwin" ? "C" : "C.UTF-8")
    expect(row.secret).toMatch(/^SCRAM-SHA-256\$/)
    expect(postgres.url("shop")).toContain(`@localhost:${postgres.port}/shop`)
    await expect(query(postgres.url("postgres").replace(postgres.password, "x"), "SELECT 1")).rejects.toThrow(
      /password/,
    )
    expect(statSync(path.join(directory, "cluster/credentials.json")).mode & 0o777).toBe(0o600)
  })

  it("are durable unless told otherwise", async () => {
    const sync = "SELECT current_setting('fsync') AS fsync"
    const quick = await start()
    expect(await query(quick.url("postgres"), sync)).toEqual([{ fsync: "off" }])
    await quick.stop()
    const careful = await start({ durable: true })
    expect(await query(careful.url("postgres"), sync)).toEqual([{ fsync: "on" }])
  })

  it("stay when somebody else has taken the port", async () => {
    const first = await start()
    await first.createDatabase("shop")
    await first.stop()
    const squatter = createServer().listen(first.port, "127.0.0.1")
    try {
      const second = await start()
      expect(second.port).not.toBe(first.port)
      expect(await query(second.url("shop"), "SELECT 1 AS one")).toEqual([{ one: 1 }])
    } finally {
      squatter.close()
    }
  })
})

describe("a directory", () => {
  it("is made, private as its parents may be: root's server keeps its data where it can pass", async () => {
    const project = path.join(directory, "private")
    mkdirSync(project, { mode: 0o700 })
    const deep = path.join(project, "data/base")
    try {
      const first = await startPostgres({ directory: deep, durable: false })
      await first.createDatabase("shop")
      await first.stop()
      const second = await startPostgres({ directory: deep, durable: false })
      expect(await query(second.url("shop"), "SELECT 1 AS one")).toEqual([{ one: 1 }])
      await second.stop()
      expect(statSync(project).mode & 0o777).toBe(0o700)
    } finally {
      rmSync(realpathSync(path.join(deep, "cluster")), { recursive: true, force: true })
    }
  })
})

describe("processes", () => {
  it("reuses the server of a process that was killed, with its data", async () => {
    const child = other()
    await ready(child)
    const pid = serverPid()
    const killed = end(child)
    child.kill("SIGKILL")
    expect(await killed).toBe("SIGKILL")

    const postgres = await start()
    expect(postgres.reused).toBe(true)
    expect(serverPid()).toBe(pid)
    expect(await query(postgres.url("shop"), "SELECT 1 AS one")).toEqual([{ one: 1 }])

    await postgres.stop()
    expect(isAlive(pid)).toBe(false)
  })

  it("leaves the server to another process that uses it; the last one stops it", async () => {
    const postgres = await start()
    const child = other("process.once('message', () => postgres.stop().then(() => process.exit(0)))")
    await ready(child)
    const pid = serverPid()
    await postgres.stop()
    expect(isAlive(pid)).toBe(true)

    const ended = end(child)
    child.send("stop")
    expect(await ended).toBe(0)
    expect(isAlive(pid)).toBe(false)
  })

  it("stops the server at the exit of its process, and keeps the exit code", async () => {
    const child = other("process.exit(7)")
    const ended = end(child)
    await until(() => existsSync(inData("postmaster.pid")))
    const pid = serverPid()
    expect(await ended).toBe(7)
    await until(() => !isAlive(pid))
  })

  it("does it again when a kill left a directory half made", async () => {
    const child = other()
    const halfway = (): string | undefined => readdirSync(directory).find((name) => name.startsWith("cluster.new-"))
    await until(() => existsSync(directory) && halfway() !== undefined)
    await until(() => existsSync(path.join(directory, halfway() ?? "", "data/base")))
    const killed = end(child)
    child.kill("SIGKILL")
    await killed
    expect(existsSync(path.join(directory, "cluster"))).toBe(false)

    const postgres = await start()
    await postgres.createDatabase("shop")
    expect(await query(postgres.url("shop"), "SELECT 1 AS one")).toEqual([{ one: 1 }])
    expect(readdirSync(directory)).toEqual(["cluster"])
  })

  it("never wipes a directory that was completed, even when it cannot be read any more", async () => {
    await (await start()).stop()
    rmSync(path.join(directory, "cluster/credentials.json"))
    await expect(startPostgres({ directory })).rejects.toThrow(/cannot be read.*restore it.*or remove/)
    expect(existsSync(inData("PG_VERSION"))).toBe(true)
    rmSync(directory, { recursive: true })
  })

  it("does not kill the process that bears the pid of an old server now", async () => {
    const first = await start()
    await first.createDatabase("shop")
    await first.stop()
    const { uid, gid } = statSync(inData("PG_VERSION"))
    // Of the same system user, whom the server itself would take for a rival.
    const stranger = spawn("sleep", ["60"], { uid, gid, cwd: "/" })
    children.push(stranger)
    pretendServer(stranger.pid ?? 0, first.port)

    const second = await start()
    expect(second.reused).toBe(false)
    expect(await query(second.url("shop"), "SELECT 1 AS one")).toEqual([{ one: 1 }])
    expect([stranger.exitCode, stranger.signalCode]).toEqual([null, null])
  })

  it("does not mind the pid file of a dead process", async () => {
    const first = await start()
    await first.stop()
    const dead = spawnSync("true").pid
    pretendServer(dead, first.port)
    expect((await start()).reused).toBe(false)
  })

  it("comes back after the server itself was killed", async () => {
    const first = await start()
    await first.createDatabase("shop")
    const pid = serverPid()
    process.kill(pid, "SIGKILL")
    await until(() => !isAlive(pid))
    const second = await start()
    expect(await query(second.url("shop"), "SELECT 1 AS one")).toEqual([{ one: 1 }])
  })

  it("stops a server that does not suit, and starts anew", async () => {
    const child = other()
    await ready(child)
    const pid = serverPid()
    const killed = end(child)
    child.kill("SIGKILL")
    await killed
    // The other one was quick and not durable.
    const postgres = await start({ durable: true })
    expect(postgres.reused).toBe(false)
    expect(isAlive(pid)).toBe(false)
    expect(await query(postgres.url("shop"), "SELECT 1 AS one")).toEqual([{ one: 1 }])
  })

  it("starts one server when several are asked for at once", async () => {
    const all = await Promise.all([start(), start(), start()])
    expect(all.map(({ reused }) => reused).sort()).toEqual([false, true, true])
    expect(new Set(all.map(({ port }) => port)).size).toBe(1)
    await all[0].stop()
    expect(await query(all[1].url("postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }])
  })
})

describe("databases", () => {
  it("are made at the same time, by name or twice, with any sign in the name", async () => {
    const postgres = await start()
    const names = ["shop", "shop", "shop", "Bou'ti\"que été%", "other", "other"]
    await Promise.all(names.map((name) => postgres.createDatabase(name)))
    await postgres.createDatabase("shop")
    for (const name of names) {
      expect(await query(postgres.url(name), "SELECT current_database() AS name")).toEqual([{ name }])
    }
  })

  it("have names that PostgreSQL does not cut and addresses carry", async () => {
    const postgres = await start()
    await expect(postgres.createDatabase("é".repeat(32))).rejects.toThrow(/1 to 63 bytes/)
    await expect(postgres.createDatabase("a/b")).rejects.toThrow(/none of/)
    await expect(postgres.createDatabase("")).rejects.toThrow(/1 to 63 bytes/)
  })
})

describe("trouble is told in a sentence", () => {
  it("of the server, with the end of its log", async () => {
    await (await start()).stop()
    writeFileSync(inData("postgresql.conf"), "nonsense = 1\n")
    await expect(startPostgres({ directory })).rejects.toThrow(/did not start[^]*"nonsense"[^]*set DATABASE_URL/)
    rmSync(directory, { recursive: true })
  })

  it("of a password that somebody changed", async () => {
    const postgres = await start()
    await query(postgres.url("postgres"), "ALTER ROLE postgres PASSWORD 'other'")
    await postgres.stop()
    await expect(startPostgres({ directory })).rejects.toThrow(/does not let us in.*restore that password/)
    expect(existsSync(inData("postmaster.pid"))).toBe(false)
    rmSync(directory, { recursive: true })
  })

  it("of a directory that is a file", async () => {
    const file = path.join(directory, "file")
    writeFileSync(file, "")
    await expect(startPostgres({ directory: file })).rejects.toThrow(/cannot be written.*choose another/)
  })

  it("without the password in what is logged", async () => {
    const lines: string[] = []
    const postgres = await start({ log: (line) => lines.push(line) })
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join("\n")).not.toContain(postgres.password)
  })
})
