import type { AuthenticationInput } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { RateLimits } from "../../src/kit/rate-limits"
import { LogInAttempts } from "../../src/accounts/log-in-attempts"
import { until } from "../support/scenes"
import { storeSuite } from "../support/store"

const CLAIRE = "claire.martin@client.example"
const GOOD = "trois théières bleues au grenier"
const TABLE = "hamon_rate_limit"

storeSuite("accounts (CNIL 2022-100)", (store) => {
  type Said = { readonly status: number; readonly body: any; readonly text: string; readonly headers: Headers }

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
  const register = (email: string, password: unknown, more = {}) =>
    call("/auth/customer/emailpass/register", { email, password }, more)
  const auth = () => store.container.resolve(Modules.AUTH)
  /** Calls that reached core's comparison of passwords. */
  const watchCore = () => jest.spyOn(auth() as unknown as { authenticate: () => unknown }, "authenticate")
  /** Ends the pauses between attempts, as their time would. */
  const pausesPass = () => store.sql(`DELETE FROM ${TABLE} WHERE key LIKE 'login_pause:%'`)
  const account = async (email = CLAIRE) => {
    await auth().register("emailpass", { body: { email, password: GOOD } } as unknown as AuthenticationInput)
  }
  const failures = async (count: number, email = CLAIRE, more = {}) => {
    for (let made = 0; made < count; made++) {
      expect((await logIn(email, "wrong password 1", more)).status).toBe(401)
      await pausesPass()
    }
  }
  const rows = async (statement: string) => ((await store.sql(statement)) as { rows: any[] }).rows

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
      const said = await register(CLAIRE, password)
      expect(said).toMatchObject({ status: 400, body: { type: "invalid_data", message: expect.stringContaining(sentence) } })
    })

    it("are explained in French where French is read, or nothing is said", async () => {
      const said = await register(CLAIRE, "short", { headers: { "accept-language": "fr-FR,fr;q=0.9" } })
      expect(said.body.message).toContain("il en faut au moins 12")
      expect((await register(CLAIRE, "short", { headers: { "accept-language": "de" } })).body.message).toContain("il en faut")
    })

    it.each([GOOD, "correct horse battery staple", "theiere-et-bols-2026"])("%s is taken, for customers and staff", async (password) => {
      expect((await register(CLAIRE, password)).status).toBe(200)
      const staff = await call("/auth/user/emailpass/register", { email: "new@maison-lin.example", password })
      expect(staff.status).toBe(200)
    })

    it("a weak one does not use up the token of the letter; a good one opens a locked account again", async () => {
      await account()
      const letter = new Promise<string>((resolve) => {
        const bus = store.container.resolve(Modules.EVENT_BUS)
        const emit = bus.emit.bind(bus)
        jest.spyOn(bus, "emit").mockImplementation(async (events, options) => {
          const all = [events].flat() as { name: string; data: any }[]
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
      const statuses = await Promise.all(
        Array.from({ length: 100 }, (_, at) => logIn(CLAIRE, `wrong password ${at}`, { ip: `198.51.${at % 50}.9` })).map(
          async (said) => (await said).status,
        ),
      )
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
      const beyond = await Promise.all(
        Array.from({ length: 100 }, (_, at) => other.begin({ account: CLAIRE, network: `198.51.${at % 50}.0/24` })),
      )
      const admitted = beyond.filter((one) => one.admitted).length
      expect(core.mock.calls.length + admitted).toBe(25)
      expect(statuses.filter((status) => status === 401)).toHaveLength(core.mock.calls.length)
      expect(statuses.filter((status) => status === 429)).toHaveLength(100 - core.mock.calls.length)
    })
  })
})
