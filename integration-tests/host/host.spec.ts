import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { type Mailbox, startMailbox } from "../../scripts/mailbox"
import { fieldIn, Shop } from "../../scripts/shop/client"
import { createDatabase, type Database } from "../support/database"
import {
  buildStore,
  installStore,
  type InstalledStore,
  launchStore,
  migrateStore,
  type RunningStore,
  startStore,
} from "./installed-store"
import { adminInBrowser } from "./admin-in-browser"
import { filesIn, packPlugin, type PluginPackage, readManifest } from "./plugin-package"
import { run, stopPrograms } from "../support/processes"
import { isRelative, isThere, packageOf, references } from "./references"

const RUNS = path.join(__dirname, ".run")
const PATIENCE = 5 * 60_000
const SERVER = ".medusa/server/src"

mkdirSync(RUNS, { recursive: true })
const folder = mkdtempSync(path.join(RUNS, "run-"))

/** Built and packed once, for both halves. */
let packing: Promise<{ packed: PluginPackage; store: InstalledStore }> | undefined
const install = () => (packing ??= packAndInstall())

async function packAndInstall() {
  const packed = await packPlugin(folder)
  return { packed, store: await installStore(folder, packed.tarball) }
}

afterAll(async () => {
  await stopPrograms()
  rmSync(folder, { recursive: true, force: true })
})

describe("the package that npm would publish", () => {
  let packed: PluginPackage
  /** Where it is installed. */
  let plugin: string

  beforeAll(async () => {
    const installed = await install()
    packed = installed.packed
    plugin = installed.store.plugin
  }, PATIENCE)

  it("holds every source file compiled, with its types, and nothing else", () => {
    const sources = filesIn(path.join(packed.sources, "src")).filter(
      (file) => /\.tsx?$/.test(file) && !/^admin\/|\bunit-tests\/|\.d\.ts$/.test(file),
    )
    const compiled = sources.map((file) => `${SERVER}/${file.replace(/\.tsx?$/, "")}`)
    const expected = compiled.flatMap((file) => [`${file}.d.ts`, `${file}.js`])
    const [admin, others] = split(packed.files, (file) => file.startsWith(`${SERVER}/admin/`))
    expect(others).toEqual([...expected, "LICENSE", "README.md", "package.json"].sort())
    expect(admin).toEqual(expect.arrayContaining([`${SERVER}/admin/index.js`, `${SERVER}/admin/index.mjs`]))
    expect(admin.filter((file) => !/\.m?js$/.test(file))).toEqual([])
  })

  it("holds the migrations of its modules", () => {
    const sources = filesIn(path.join(packed.sources, "src")).filter((file) => /\/Migration\w+\.ts$/.test(file))
    expect(sources.length).toBeGreaterThan(0)
    const compiled = sources.map((file) => `${SERVER}/${file.replace(/\.ts$/, ".js")}`)
    expect(packed.files.filter((file) => /\/migrations\/Migration\w+\.js$/.test(file))).toEqual(compiled)
  })

  it("exports only what is there", () => {
    const targets = Object.values(readManifest(plugin).exports)
      .flatMap((target) => (typeof target === "string" ? [target] : Object.values(target)))
      .map((target) => path.posix.normalize(target))
    expect(targets.filter((target) => !packed.files.some((file) => fits(file, target)))).toEqual([])
  })

  it("asks at run time only for packages that it declares", () => {
    const { dependencies, peerDependencies, peerDependenciesMeta } = readManifest(plugin)
    const peers = Object.keys(peerDependencies)
    const needed = peers.filter((name) => !peerDependenciesMeta[name]?.optional)
    const named = references(plugin, packed.files).filter((one) => !isRelative(one))
    const [types, code] = split(named, ({ file }) => file.endsWith(".d.ts"))
    const [admin, server] = split(code, ({ file }) => file.startsWith(`${SERVER}/admin/`))

    // Of the optional ones the server asks for one alone, when the report draws a page, and says so where it is missing.
    const declared = [...Object.keys(dependencies), ...needed, "playwright-core"]
    expect(server.filter((one) => !declared.includes(packageOf(one)))).toEqual([])
    expect(admin.filter((one) => !peers.includes(packageOf(one)))).toEqual([])
    // The compiler names the package from which Medusa's framework takes its types.
    const typed = [...declared, "@medusajs/types"]
    expect(types.filter((one) => !typed.includes(packageOf(one)))).toEqual([])
  })

  it("names no file that stayed behind", () => {
    const named = references(plugin, packed.files).filter(isRelative)
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((one) => !isThere(plugin, one))).toEqual([])
  })
})

describe("a store that installed the package", () => {
  let store: InstalledStore
  let database: Database
  let mailbox: Mailbox
  let running: RunningStore

  const environment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
    DATABASE_URL: database.url,
    SMTP_PORT: String(mailbox.smtpPort),
    ...more,
  })

  beforeAll(async () => {
    store = (await install()).store
    database = await createDatabase()
    mailbox = await startMailbox({ httpPort: null })
    await Promise.all([migrateStore(store, environment()), buildStore(store, environment())])
    running = await startStore(store, environment())
  }, PATIENCE)

  afterAll(async () => {
    await stopPrograms()
    await mailbox?.stop()
    await database?.drop()
  })

  it("finds everything but the plugin in one copy, above itself", () => {
    expect(readdirSync(path.join(store.folder, "node_modules"))).toEqual(["medusa-plugin-hamon"])
    expect(existsSync(path.join(store.plugin, "node_modules"))).toBe(false)
  })

  it("gets what the package exports in its own code", async () => {
    const print = `console.log(Object.entries(require("./src/exports")).map(([name, is]) => name + " " + typeof is).sort().join())`
    const said = await run(process.execPath, ["-e", print], { cwd: store.built, env: environment() })
    expect(said).toContain(
      "HAMON_MODULE string,hamonRecordDeclarationWorkflow function,smtpProvider object,withHamon function",
    )
  })

  it("has the plugin's widgets in its admin", () => {
    const assets = path.join(store.built, "public/admin/assets")
    const scripts = filesIn(assets).filter((file) => file.endsWith(".js"))
    const bundle = scripts.map((file) => readFileSync(path.join(assets, file), "utf8")).join("\n")
    expect(bundle.includes("hamon:order")).toBe(true)
  })

  it("has no secret of the store in its admin, which everybody can read", () => {
    const served = path.join(store.built, "public/admin")
    const texts = filesIn(served).map((file) => readFileSync(path.join(served, file), "utf8"))
    const config = readFileSync(path.join(store.folder, "medusa-config.ts"), "utf8")
    const secrets = [...config.matchAll(/[sS]ecret: "([^"]+)"/g)].map(([, secret]) => secret)
    expect(secrets).toHaveLength(3)
    for (const secret of [...secrets, database.url]) expect(texts.some((text) => text.includes(secret))).toBe(false)
  })

  it("judges the strength of new passwords in the thread of the package", async () => {
    const openAccount = async (password: string) => {
      const response = await fetch(`${running.url}/auth/customer/emailpass/register`, {
        method: "POST",
        headers: { "content-type": "application/json", "accept-language": "en" },
        body: JSON.stringify({ email: "claire.martin@client.example", password }),
      })
      return { status: response.status, text: await response.text() }
    }
    expect(await openAccount("azertyuiop123")).toMatchObject({
      status: 400,
      text: expect.stringContaining("too easy to guess"),
    })
    expect((await openAccount("trois théières bleues au grenier")).status).toBe(200)
  })

  it("serves the plugin's doors, registered by withHamon", () => expectDoors(running))

  it("acknowledges a declaration by a letter of the plugin's own mail provider", async () => {
    const shop = new Shop(running.url)
    const review = await shop.page("/retractation", {
      step: "review",
      lang: "fr",
      name: "Claire Martin",
      email: "claire.martin@client.example",
      order: "1042",
      scope: "whole",
      comment: "",
    })
    expect(review.html).toContain("Confirmer la rétractation")
    const state = fieldIn(review, "state")
    const recorded = await shop.page("/retractation", { step: "confirm", lang: "fr", state })
    expect(recorded.status).toBe(200)
    const letter = await mailbox.waitFor(({ subject }) => subject.includes("reçu votre rétractation"), 30_000)
    expect(letter.html).toContain("Claire Martin")
    expect(letter.text).toContain("Claire Martin")
  })

  adminInBrowser(() => ({ url: running.url, built: store.built, env: environment() }))

  it(
    "serves the plugin's doors, registered by an entry of `plugins`",
    async () => {
      const other = await startStore(store, environment({ REGISTRATION: "plugins" }))
      await expectDoors(other)
      await other.program.stop()
    },
    PATIENCE,
  )

  it(
    "does not boot on a wrong option, and names it",
    async () => {
      const wrong = { REGISTRATION: "plugins", HAMON_PUBLIC_URL: "api.shop.example" }
      const program = launchStore(store, environment(wrong))
      expect(await program.ended).toBe(1)
      expect(program.output()).toContain('medusa-plugin-hamon: option \\"publicUrl\\" is wrong or missing')
      expect(program.output()).toContain("an address such as https://api.shop.example")
    },
    PATIENCE,
  )
})

async function expectDoors({ url }: RunningStore): Promise<void> {
  const page = await fetch(`${url}/retractation`, { headers: { "accept-language": "fr" } })
  expect(page.status).toBe(200)
  expect(await page.text()).toMatch(/<html lang="fr">[^]*Renoncer au contrat ici/)
  expect((await fetch(`${url}/admin/hamon/sweeps`)).status).toBe(401)
}

/** Whether a file is what an export names; a star stands for one folder. */
function fits(file: string, target: string): boolean {
  const [before, after] = target.split("*")
  if (after === undefined) return file === target
  return file.startsWith(before) && file.endsWith(after) && !file.slice(before.length, -after.length).includes("/")
}

function split<One>(all: readonly One[], holds: (one: One) => boolean): [One[], One[]] {
  return [all.filter(holds), all.filter((one) => !holds(one))]
}
