import type { AuthenticationInput } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { Client } from "@medusajs/framework/pg"
import { request } from "node:http"
import { createRequire } from "node:module"
import { inspect } from "node:util"
import { type Answer, fieldIn } from "../../scripts/shop/client"
import { RateLimits } from "../../src/kit/rate-limits"
import { LogInAttempts } from "../../src/accounts/log-in-attempts"
import { until } from "../support/scenes"
import { storeSuite } from "../support/store"

const CLAIRE = "claire.martin@client.example"
const GOOD = "trois théières bleues au grenier"
/** What core's provider compares passwords with. */
const scrypt = createRequire(require.resolve("@medusajs/medusa/auth-emailpass"))("scrypt-kdf") as {
  verify: () => Promise<boolean>
}
const UNLOCK = "/compte/deverrouiller"
const DECLARATION = { step: "review", lang: "fr", name: "Claire Martin", email: CLAIRE, scope: "whole" }
const TABLE = "hamon_rate_limit"

storeSuite("accounts (CNIL 2022-100)", (store) => {
  type Said = { readonly status: number; readonly body: Answer; readonly text: string; readonly headers: Headers }

  /** A call as a storefront makes it, from an address of its customer's. */
  async function call(path: string, body: unknown, { ip = "203.0.113.7", method = "POST", headers = {} } = {}) {
    const response = await fetch(store.shop.url + path, {
      method,
      headers: { "content-type": "application/json", "x-forwarded-for": ip, "accept-language": "en", ...headers },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    const json = text.startsWith("{") ? JSON.parse(text) : null
    return { status: response.status, body: json, text, headers: response.headers } satisfies Said
  }
  const logIn = (email: string, password: string, more = {}) =>
    call("/auth/customer/emailpass", { email, password }, more)
  const openAccount = (email: string, password: unknown, more = {}) =>
    call("/auth/customer/emailpass/register", { email, password }, more)
  const auth = () => store.container.resolve(Modules.AUTH)
  /** Calls that reached core's comparison of passwords. */
  const watchCore = () => jest.spyOn(auth() as unknown as { authenticate: () => unknown }, "authenticate")
  /** Ends the pauses between attempts, as their time would. */
  const pausesPass = () => store.sql(`DELETE FROM ${TABLE} WHERE key LIKE 'hamon_login_pause:%'`)
  const account = async (email = CLAIRE) => {
    await auth().register("emailpass", { body: { email, password: GOOD } } as unknown as AuthenticationInput)
  }
  const failures = async (count: number, email = CLAIRE, more = {}) => {
    for (let made = 0; made < count; made++) {
      expect((await logIn(email, "wrong password 1", more)).status).toBe(401)
      await pausesPass()
    }
  }
  const rows = async (statement: string) => ((await store.sql(statement)) as { rows: Answer[] }).rows

  afterEach(() => jest.restoreAllMocks())

  describe("new passwords", () => {
    it.each([
      ["short", "at least 12 are needed"],
      ["motdepasse123", "too easy to guess"],
      ["azertyuiop123", "too easy to guess"],
      ["123456123456", "50 are needed"],
      [CLAIRE, "too easy to guess"],
      ["claire-martin-client", "too easy to guess"],
      ["MaisonLin-Lyon1", "too easy to guess"],
      ["x".repeat(201), "Shorten it"],
      ["trois théières\u0000 bleues au grenier", "cannot be kept"],
      [{ $ne: null }, "as text"],
      [null, "as text"],
    ])("%j is refused with a sentence: %s", async (password, sentence) => {
      const said = await openAccount(CLAIRE, password)
      expect(said).toMatchObject({
        status: 400,
        body: { type: "invalid_data", message: expect.stringContaining(sentence) },
      })
    })

    it("are explained in French where French is read, or nothing is said", async () => {
      const said = await openAccount(CLAIRE, "short", { headers: { "accept-language": "fr-FR,fr;q=0.9" } })
      expect(said.body.message).toContain("il en faut au moins 12")
      expect((await openAccount(CLAIRE, "short", { headers: { "accept-language": "de" } })).body.message).toContain(
        "il en faut",
      )
    })

    it.each([GOOD, "correct horse battery staple", "theiere-et-bols-2026"])(
      "%s is taken, for customers and staff",
      async (password) => {
        expect((await openAccount(CLAIRE, password)).status).toBe(200)
        const staff = await call("/auth/user/emailpass/register", { email: "new@maison-lin.example", password })
        expect(staff.status).toBe(200)
      },
    )

    it("a weak one does not use up the token of the letter; a good one opens a locked account again", async () => {
      await account()
      const letter = new Promise<string>((resolve) => {
        const bus = store.container.resolve(Modules.EVENT_BUS)
        const emit = bus.emit.bind(bus)
        jest.spyOn(bus, "emit").mockImplementation(async (events, options) => {
          const all = [events].flat() as { name: string; data: Answer }[]
          const told = all.find(({ name }) => name === "auth.password_reset")
          if (told) resolve(told.data.token)
          return emit(events as never, options as never)
        })
      })
      expect((await call("/auth/customer/emailpass/reset-password", { identifier: CLAIRE })).status).toBe(201)
      const headers = { authorization: `Bearer ${await letter}` }
      await failures(10)
      expect((await logIn(CLAIRE, GOOD)).status).toBe(429)

      const update = (password: string) => call("/auth/customer/emailpass/update", { password }, { headers })
      expect((await update("claire-martin-client")).status).toBe(400)
      expect((await update("quatre tasses vertes au salon")).status).toBe(200)
      expect((await update("quatre tasses vertes au salon")).status).toBe(401)
      await until(async () => (await logIn(CLAIRE, "quatre tasses vertes au salon")).status === 200)
    })
  })

  describe("limits on logging in", () => {
    it("200 wrong passwords from 50 addresses, over two instances at once: exactly 25 reach core", async () => {
      await account()
      const core = watchCore()
      // A second instance of the store: its own objects, the same database.
      const other = new LogInAttempts(
        new RateLimits(
          { postgres: store.container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as never, table: TABLE },
          store.service.getOptions().secret,
          (error) => {
            throw error
          },
        ),
        store.service.getOptions(),
      )
      const [statuses, beyond] = await Promise.all([
        Promise.all(
          Array.from({ length: 100 }, async (_, at) => {
            const said = await logIn(CLAIRE, `wrong password ${at}`, { ip: `198.51.${at % 50}.9` })
            return said.status
          }),
        ),
        Promise.all(
          Array.from({ length: 100 }, (_, at) => other.begin({ account: CLAIRE, network: `198.51.${at % 50}.0/24` })),
        ),
      ])
      const admitted = beyond.filter((one) => one.admitted).length
      expect(core.mock.calls.length + admitted).toBe(25)
      expect(statuses.filter((status) => status === 401)).toHaveLength(core.mock.calls.length)
      expect(statuses.filter((status) => status === 429)).toHaveLength(100 - core.mock.calls.length)
    })

    it("after three failures the next waits a growing time: 429 with Retry-After, a sentence, and no look at the password", async () => {
      await account()
      for (let made = 0; made < 4; made++) expect((await logIn(CLAIRE, "wrong password 1")).status).toBe(401)
      const core = watchCore()
      const said = await logIn(CLAIRE, GOOD)
      expect(said.status).toBe(429)
      expect(Number(said.headers.get("retry-after"))).toBeGreaterThan(0)
      expect(said.body).toMatchObject({
        type: "too_many_requests",
        message: expect.stringContaining("Too many attempts"),
      })
      expect(core).not.toHaveBeenCalled()
      await pausesPass()
      await failures(2)
      await logIn(CLAIRE, "wrong password 1")
      const later = await logIn(CLAIRE, GOOD)
      expect(Number(later.headers.get("retry-after"))).toBeGreaterThan(60)
    })

    it("after ten failures in a row the account is locked from that network for a day, and open from another", async () => {
      await account()
      await failures(10)
      const said = await logIn(CLAIRE, GOOD)
      expect(said.status).toBe(429)
      expect(said.body.message).toContain("/compte/deverrouiller")
      expect(Number(said.headers.get("retry-after"))).toBeGreaterThan(23 * 3600)
      expect((await logIn(CLAIRE, GOOD, { ip: "203.0.113.99" })).status).toBe(429)
      expect((await logIn(CLAIRE, GOOD, { ip: "192.0.2.1" })).status).toBe(200)
    })

    it("success begins the row anew", async () => {
      await account()
      for (let round = 0; round < 3; round++) {
        await failures(3)
        expect((await logIn(CLAIRE, GOOD)).status).toBe(200)
        await until(async () => (await rows(`SELECT 1 FROM ${TABLE} WHERE key LIKE 'hamon_login_row:%'`)).length === 0)
      }
    })

    it("no other door to core's comparison escapes them: method, spelling of path and address, kind of actor", async () => {
      await account()
      await failures(10)
      const core = watchCore()
      for (const [path, method, email] of [
        ["/auth/customer/emailpass/", "POST", CLAIRE],
        ["/AUTH/Customer/emailpass", "POST", CLAIRE],
        ["/auth/customer/%65mailpass", "POST", CLAIRE],
        ["/auth/user/emailpass", "POST", CLAIRE],
        ["/auth/anything/emailpass", "POST", CLAIRE],
        ["/auth/customer/emailpass", "POST", ` ${CLAIRE.toUpperCase()} `],
      ] as const) {
        expect({ path, status: (await call(path, { email, password: GOOD }, { method })).status }).toEqual({
          path,
          status: 429,
        })
      }
      for (const method of ["GET", "HEAD"]) expect(await rawStatus(method)).toBe(429)
      expect(core).not.toHaveBeenCalled()
    })

    it("count in the database, so that they hold after a restart, and keep neither addresses nor networks there", async () => {
      await account()
      await failures(2)
      const kept = JSON.stringify(await rows(`SELECT * FROM ${TABLE}`))
      expect(kept).toContain("hamon_login_row:")
      expect(kept).not.toMatch(/claire|203\.0\.113/i)
    })

    it("of an address with text that nothing can keep are a sentence, not a fault", async () => {
      for (const email of ["a\u0000@client.example", "\ud800@client.example", `${"a".repeat(300)}@client.example`]) {
        const said = await logIn(email, GOOD)
        expect(said).toMatchObject({
          status: 400,
          body: { message: "Give an e-mail address, such as first.last@example.com." },
        })
      }
    })

    it("a network opens thirty accounts an hour", async () => {
      for (let made = 0; made < 30; made++) await openAccount(`new${made}@client.example`, "short")
      const said = await openAccount("new31@client.example", GOOD)
      expect(said.status).toBe(429)
      expect((await openAccount("new31@client.example", GOOD, { ip: "192.0.2.1" })).status).toBe(200)
    })

    /** `fetch` sends no body with GET; whoever attacks does. */
    function rawStatus(method: string): Promise<number> {
      const body = JSON.stringify({ email: CLAIRE, password: GOOD })
      const headers = {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "x-forwarded-for": "203.0.113.7",
      }
      return new Promise((resolve, reject) => {
        const url = `${store.shop.url}/auth/customer/emailpass`
        const sent = request(url, { method, headers }, (response) => resolve(response.resume().statusCode ?? 0))
        sent.on("error", reject).end(body)
      })
    }
  })

  describe("which accounts exist", () => {
    const STRANGER = "nobody.at.all@client.example"

    it("logging in does not tell: same answer, same queries, same comparison of a password", async () => {
      await account()
      // The decoy is made once in the life of a shop.
      await logIn("first@client.example", "wrong password 1")
      const seen: unknown[] = []
      for (const email of [CLAIRE, STRANGER]) {
        const compared = jest.spyOn(scrypt, "verify")
        let said = {} as Said
        const queries = await statements(async () => (said = await logIn(email, "wrong password 1")))
        seen.push({ status: said.status, text: said.text, queries, compared: compared.mock.calls.length })
        compared.mockRestore()
      }
      expect(seen[1]).toEqual(seen[0])
      expect(seen[0]).toMatchObject({ status: 401, compared: 1 })
    })

    it("a lock does not tell: same answers for ten failures, the lock, and the page that unlocks", async () => {
      await account()
      const seen: unknown[] = []
      for (const email of [CLAIRE, STRANGER]) {
        await failures(10, email)
        const said = await logIn(email, GOOD)
        const page = await store.shop.page(UNLOCK, { step: "ask", lang: "en", email })
        seen.push([said.status, said.text, page.status, page.html.replaceAll(email, "")])
      }
      expect(seen[1]).toEqual(seen[0])
    })

    it("a request for a new password does not tell: it is answered before anything is looked up", async () => {
      await account()
      let release = () => undefined as void
      const held = new Promise<void>((resolve) => (release = resolve))
      const module = auth() as unknown as { createPasswordResetToken: (data: unknown) => Promise<unknown> }
      const original = module.createPasswordResetToken.bind(module)
      const looked = jest.spyOn(module, "createPasswordResetToken").mockImplementation(async (data) => {
        await held
        return original(data)
      })
      const seen: unknown[] = []
      for (const identifier of [CLAIRE, STRANGER]) {
        const { status, text } = await call("/auth/customer/emailpass/reset-password", { identifier })
        seen.push([status, text])
      }
      expect(seen).toEqual([
        [201, "Created"],
        [201, "Created"],
      ])
      await until(async () => looked.mock.calls.length === 2)
      release()
      await until(async () => (await rows(`SELECT 1 FROM auth_password_reset_token`)).length === 1)
      const wrong = await call("/auth/customer/emailpass/reset-password", { identifier: 3 })
      expect(wrong.status).toBe(400)
      for (let asked = 1; asked < 5; asked++)
        await call("/auth/customer/emailpass/reset-password", { identifier: CLAIRE })
      expect((await call("/auth/customer/emailpass/reset-password", { identifier: CLAIRE })).status).toBe(429)
    })

    it("other spellings of an address, whose letters go nowhere, use up nothing of its holder's", async () => {
      await account()
      for (const first of ["Claire", "cLaire", "clAire", "claIre", "claiRe", "clairE"]) {
        const identifier = CLAIRE.replace("claire", first)
        await call("/auth/customer/emailpass/reset-password", { identifier }, { ip: "192.0.2.1" })
      }
      expect((await call("/auth/customer/emailpass/reset-password", { identifier: CLAIRE })).status).toBe(201)
    })

    /** Statements that reached the server while `act` ran, those of the counts among them. */
    async function statements(act: () => Promise<unknown>): Promise<number> {
      const sent = jest.spyOn(Client.prototype, "query")
      await act()
      const count = sent.mock.calls.length
      sent.mockRestore()
      return count
    }
  })

  describe("unlocking", () => {
    it("a code stays good, whoever asks for one with another spelling of the address", async () => {
      await account()
      await store.shop.page(UNLOCK, { step: "ask", lang: "en", email: CLAIRE })
      const letter = await store.mailbox.waitFor(({ to }) => to.includes(CLAIRE))
      const code = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(letter.text ?? "")?.[0] as string
      await store.shop.page(UNLOCK, { step: "ask", lang: "en", email: CLAIRE.toUpperCase() })
      const typed = await store.shop.page(UNLOCK, { step: "unlock", lang: "en", email: CLAIRE, code })
      expect(typed.status).toBe(200)
    })

    it("a code goes to the account's address by itself, opens the account from every network, and works once", async () => {
      await account()
      await failures(10)
      const letter = await store.mailbox.waitFor(({ to }) => to.includes(CLAIRE))
      const code = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(letter.text ?? "")?.[0] as string
      expect(letter.text).toContain("/compte/deverrouiller")
      const type = (typed: string) =>
        store.shop.page(UNLOCK, { step: "unlock", lang: "fr", email: CLAIRE, code: typed })
      expect((await type("2222-2222")).status).toBe(422)
      expect((await logIn(CLAIRE, GOOD)).status).toBe(429)
      const unlocked = await type(code.toLowerCase().replace("-", " "))
      expect(unlocked.html).toContain("Vous pouvez vous connecter de nouveau")
      expect((await logIn(CLAIRE, GOOD)).status).toBe(200)
      expect((await type(code)).status).toBe(422)
    })

    it("a code is void after a day", async () => {
      await account()
      store.at("2026-11-22T10:00:00Z")
      await store.shop.page(UNLOCK, { step: "ask", lang: "fr", email: CLAIRE })
      const letter = await store.mailbox.waitFor(({ to }) => to.includes(CLAIRE))
      const code = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(letter.text ?? "")?.[0] as string
      store.at("2026-11-23T10:00:01Z")
      expect((await store.shop.page(UNLOCK, { step: "unlock", email: CLAIRE, code })).status).toBe(422)
    })

    it("no letter goes to an address without an account, and none stays behind", async () => {
      await store.shop.page(UNLOCK, { step: "ask", lang: "fr", email: "nobody@client.example" })
      await until(async () => (await rows("SELECT 1 FROM hamon_letter")).length === 0)
      expect(await store.mailbox.messages()).toEqual([])
    })

    it("letters and tries are limited, with a page that says how long to wait", async () => {
      for (let asked = 0; asked < 3; asked++) await store.shop.page(UNLOCK, { step: "ask", email: CLAIRE })
      const asked = await store.shop.page(UNLOCK, { step: "ask", lang: "fr", email: CLAIRE })
      expect(asked.status).toBe(429)
      expect(asked.html).toContain("Attendez")
      expect(Number(asked.headers.get("retry-after"))).toBeGreaterThan(3600)
      for (let tried = 0; tried < 10; tried++) {
        expect((await store.shop.page(UNLOCK, { step: "unlock", email: CLAIRE, code: "2222-2222" })).status).toBe(422)
      }
      expect((await store.shop.page(UNLOCK, { step: "unlock", email: CLAIRE, code: "2222-2222" })).status).toBe(429)
    })
  })

  describe("the plugin's public routes", () => {
    it("L221-21: codes typed by a network are limited, a declaration never is", async () => {
      for (let tried = 0; tried < 30; tried++) {
        await store.shop.page("/retractation/suivi", { reference: "2222", code: "2222-2222" })
      }
      const follow = await store.shop.page("/retractation/suivi", { lang: "fr", reference: "2222", code: "2222-2222" })
      expect(follow.status).toBe(429)
      expect(follow.html).toContain("Attendez")
      expect(follow.headers.get("content-security-policy")).toContain("default-src 'none'")
      for (let sent = 0; sent < 40; sent++) {
        const review = await store.shop.page("/retractation", { ...DECLARATION, order: String(sent) })
        const recorded = await store.shop.page("/retractation", { step: "confirm", state: fieldIn(review, "state") })
        expect(recorded.status).toBe(200)
      }
    })

    it("calls of the store API are limited by network", async () => {
      const path = "/store/hamon/carts/cart_none/acknowledge"
      const headers = { "x-publishable-api-key": store.shop.key }
      const body = { locale: "fr", button_label: "Commander" }
      expect((await call(path, body, { headers })).status).not.toBe(429)
      await store.sql(`UPDATE ${TABLE} SET points = 1200 WHERE key LIKE 'hamon_store_network:%'`)
      const said = await call(path, body, { headers })
      expect(said).toMatchObject({ status: 429, body: { message: expect.stringContaining("Wait") } })
      expect(said.headers.get("retry-after")).toMatch(/^\d+$/)
    })

    it("hosted pages asked for without encryption are sent to https; a form is refused in words; HSTS in production", async () => {
      const options = { ...store.service.getOptions(), publicUrl: "https://api.shop.example" }
      jest.spyOn(store.service, "getOptions").mockReturnValue(options)
      const inClear = { "x-forwarded-proto": "http" }
      const plain = await fetch(`${store.shop.url}/retractation?lang=en`, { redirect: "manual", headers: inClear })
      expect(plain.status).toBe(308)
      expect(plain.headers.get("location")).toBe("https://api.shop.example/retractation?lang=en")
      const form = await store.shop.page("/compte/deverrouiller", { lang: "en", step: "ask", email: CLAIRE }, inClear)
      expect(form.status).toBe(403)
      expect(form.html).toContain("https://api.shop.example/compte/deverrouiller")
      // A proxy that does not say how a call came sends nobody in circles.
      expect((await store.shop.page("/retractation")).status).toBe(200)
      const behindProxy = { "x-forwarded-proto": "https" }
      process.env.NODE_ENV = "production"
      const secure = await fetch(`${store.shop.url}/retractation`, { headers: behindProxy })
      process.env.NODE_ENV = "test"
      expect(secure.status).toBe(200)
      expect(secure.headers.get("strict-transport-security")).toBe("max-age=31536000")
    })
  })

  it("L221-21: a declaration that comes without encryption is recorded all the same", async () => {
    const options = { ...store.service.getOptions(), publicUrl: "https://api.shop.example" }
    jest.spyOn(store.service, "getOptions").mockReturnValue(options)
    const inClear = { "x-forwarded-proto": "http" }
    const typed = { step: "review", lang: "fr", name: "Claire Martin", email: CLAIRE, order: "1", scope: "whole" }
    const review = await store.shop.page("/retractation", typed, inClear)
    const confirm = { step: "confirm", lang: "fr", state: fieldIn(review, "state") }
    const recorded = await store.shop.page("/retractation", confirm, inClear)
    jest.restoreAllMocks()
    expect(recorded.status).toBe(200)
    expect((await store.shop.admin("/hamon/withdrawals")).count).toBe(1)
  })

  it("typed passwords, codes and the plugin's secret are in no log, no address and no answer", async () => {
    const logger = store.container.resolve(ContainerRegistrationKeys.LOGGER)
    const log: string[] = []
    for (const level of ["info", "warn", "error", "debug", "http", "log"] as const) {
      jest.spyOn(logger, level as "info").mockImplementation((...said: unknown[]) => void log.push(inspect(said)))
    }
    for (const stream of [process.stdout, process.stderr]) {
      jest.spyOn(stream, "write").mockImplementation((said) => log.push(String(said)) > 0)
    }
    await account()
    const WRONG = "nobody-writes-this-down-17"
    const answers = [
      await logIn(CLAIRE, WRONG),
      await logIn("stranger@client.example", WRONG),
      await openAccount(CLAIRE, `${WRONG}\u0000`),
      await openAccount(CLAIRE, WRONG),
      await call("/auth/customer/emailpass/update", { password: WRONG }),
      await call("/auth/customer/emailpass", `{"password":"${WRONG}`),
    ].map(({ text }) => text)
    // Faults are told without what was typed.
    jest.spyOn(RateLimits.prototype, "take").mockRejectedValueOnce(new Error("the counts are away"))
    answers.push((await logIn(CLAIRE, WRONG)).text)
    const asked = await store.shop.page(UNLOCK, { step: "ask", email: CLAIRE })
    const letter = await store.mailbox.waitFor(({ to }) => to.includes(CLAIRE))
    const code = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(letter.text ?? "")?.[0] as string
    const typed = await store.shop.page(UNLOCK, { step: "unlock", email: CLAIRE, code })
    jest.restoreAllMocks()
    const everything = [...log, ...answers, asked.html, typed.html].join("\n")
    expect(log.length).toBeGreaterThan(0)
    for (const secret of [WRONG, code, store.service.getOptions().secret]) {
      expect(everything.includes(secret)).toBe(false)
    }
    // The links that a letter carries hold no code.
    expect(letter.html?.match(/href="[^"]*"/g)?.join()).not.toContain(code)
  })
})
