import type { ConfigModule, InputConfig } from "@medusajs/framework/types"
import { defineConfig, Modules } from "@medusajs/framework/utils"
import { withHamon, type WithHamonOptions } from "../with-hamon"

const plugin = { secret: "s".repeat(32), publicUrl: "https://api.shop.example" }
const smtp = { from: "shop@shop.example", host: "smtp.shop.example", auth: { user: "u", pass: "p" } }
const options: WithHamonOptions = { ...plugin, smtp }

const local = {
  resolve: "@medusajs/medusa/notification-local",
  id: "local",
  options: { name: "Local Notification Provider", channels: ["feed"] },
}
const ours = {
  resolve: "medusa-plugin-hamon/providers/smtp",
  id: "hamon-smtp",
  options: { ...smtp, channels: ["email"] },
}
const sendgrid = {
  resolve: "@medusajs/medusa/notification-sendgrid",
  id: "sendgrid",
  options: { channels: ["email"], api_key: "k" },
}
const notification = (...providers: unknown[]) => ({ resolve: "@medusajs/medusa/notification", options: { providers } })

/** Frozen to the bottom: a change of an argument throws. Functions and instances are the host's own. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) frozen(inner)
  }
  return value
}

const withFrozen = (config: InputConfig | ConfigModule, given = options) => withHamon(frozen(config), frozen(given))
const providersOf = ({ modules }: ConfigModule) =>
  (modules?.[Modules.NOTIFICATION] as { options: { providers: unknown[] } }).options.providers
const hamonOf = ({ plugins }: ConfigModule) =>
  plugins.filter((one) => (typeof one === "string" ? one : one.resolve) === "medusa-plugin-hamon")

describe("withHamon", () => {
  it("a host that configured nothing gets the plugin, the SMTP provider and keeps Medusa's defaults", () => {
    const config = withFrozen({})
    expect(hamonOf(config)).toEqual([{ resolve: "medusa-plugin-hamon", options: plugin }])
    expect(providersOf(config)).toEqual([local, ours])
    const plain = defineConfig({})
    expect(Object.keys(config.modules ?? {})).toEqual(Object.keys(plain.modules ?? {}))
    expect(config.plugins.slice(0, -1)).toEqual(plain.plugins)
    expect({ ...config.projectConfig, redisOptions: null }).toEqual({ ...plain.projectConfig, redisOptions: null })
    expect(config.admin).toEqual(plain.admin)
  })

  it("without smtp, letters leave by the host's own provider", () => {
    expect(providersOf(withFrozen({}, plugin))).toEqual([local])
  })

  it("a host's settings and other modules stay", () => {
    const other = { resolve: "@medusajs/medusa/cache-inmemory", options: { ttl: 5 } }
    const config = withFrozen({
      projectConfig: { databaseUrl: "postgres://x/y", http: { storeCors: "a", adminCors: "b", authCors: "c" } },
      admin: { disable: true },
      featureFlags: { rbac: true },
      modules: [other],
      plugins: ["some-plugin", { resolve: "another-plugin", options: { a: 1 } }],
    })
    expect(config.projectConfig).toMatchObject({ databaseUrl: "postgres://x/y", http: { storeCors: "a" } })
    expect(config.admin.disable).toBe(true)
    expect(config.featureFlags).toEqual({ rbac: true })
    expect(config.modules?.[Modules.CACHE]).toEqual(other)
    expect(config.plugins.map((one) => (typeof one === "string" ? one : one.resolve))).toEqual([
      "@medusajs/draft-order",
      "some-plugin",
      "another-plugin",
      "medusa-plugin-hamon",
    ])
  })

  it("a host's provider on the email channel stays the only one; the bell of the admin comes back", () => {
    expect(providersOf(withFrozen({ modules: [notification(sendgrid)] }))).toEqual([sendgrid, local])
  })

  it("a host with the local feed alone gets SMTP beside it, and no second feed", () => {
    const feed = { resolve: "./src/feed", id: "bell", options: { channels: ["feed"] } }
    expect(providersOf(withFrozen({ modules: [notification(feed)] }))).toEqual([feed, ours])
  })

  it("a host that configured both keeps both as they are", () => {
    expect(providersOf(withFrozen({ modules: [notification(local, sendgrid)] }))).toEqual([local, sendgrid])
  })

  it("a host that uses our ids for other channels keeps them: Medusa would let one provider replace the other", () => {
    const sms = { resolve: "./src/sms", id: "local", options: { channels: ["sms"] } }
    const legal = { resolve: "medusa-plugin-hamon/providers/smtp", id: "hamon-smtp", options: { channels: ["legal"] } }
    const taken = { resolve: "./src/x", id: "local-2", options: {} }
    expect(providersOf(withFrozen({ modules: [notification(sms, legal, taken)] }))).toEqual([
      sms,
      legal,
      taken,
      { ...ours, id: "hamon-smtp-2" },
      { ...local, id: "local-3" },
    ])
  })

  it("the notification module may be listed by key, without providers, or twice; other options of it stay", () => {
    const byKey = { key: Modules.NOTIFICATION, resolve: "@medusajs/medusa/notification", options: { depth: 1 } }
    const config = withFrozen({ modules: [notification(sendgrid), byKey] })
    expect(config.modules?.[Modules.NOTIFICATION]).toEqual({
      resolve: "@medusajs/medusa/notification",
      options: { depth: 1, providers: [ours, local] },
    })
  })

  it("modules may be an object", () => {
    const modules = { [Modules.NOTIFICATION]: notification(sendgrid), [Modules.CACHE]: { options: { ttl: 5 } } }
    const config = withFrozen({ modules })
    expect(providersOf(config)).toEqual([sendgrid, local])
    expect(config.modules?.[Modules.CACHE]).toEqual({ options: { ttl: 5 } })
    expect(config.modules?.[Modules.ORDER]).toBeDefined()
    // No module of Medusa is lost to a host whose settings look like the result of defineConfig.
    const retryStrategy = () => 1
    const detailed = {
      admin: { path: "/app", backendUrl: "/" },
      projectConfig: { redisOptions: { retryStrategy } },
      modules,
    }
    expect(withFrozen(detailed as unknown as InputConfig).modules?.[Modules.ORDER]).toBeDefined()
  })

  it("a config that went through defineConfig is not made twice: what the host took out stays out", () => {
    const defined = defineConfig({ modules: [notification(sendgrid)], plugins: ["some-plugin"] })
    delete defined.modules?.[Modules.SEARCH]
    const config = withFrozen(defined)
    expect(config.modules).not.toHaveProperty(Modules.SEARCH)
    expect(providersOf(config)).toEqual([sendgrid, local])
    expect(hamonOf(config)).toHaveLength(1)
    expect(config.projectConfig).toBe(defined.projectConfig)
    expect(providersOf(withFrozen(defineConfig({})))).toEqual([local, ours])
  })

  it("applied twice it adds nothing more", () => {
    const once = withFrozen({})
    expect(withFrozen(once)).toEqual(once)
  })

  it.each([["medusa-plugin-hamon"], [{ resolve: "medusa-plugin-hamon", options: { secret: "the host's" } }]])(
    "the plugin listed by the host as %p stands alone, unmerged",
    (listed) => {
      const asDefined = typeof listed === "string" ? { resolve: listed, options: {} } : listed
      expect(hamonOf(withFrozen({ plugins: [listed] }))).toEqual([asDefined])
      expect(hamonOf(withFrozen({ ...defineConfig({}), plugins: [listed] }))).toEqual([listed])
      expect(providersOf(withFrozen({ plugins: [listed] }))).toEqual([local, ours])
    },
  )

  const disabled: [how: string, modules: InputConfig["modules"]][] = [
    ["in a list", [{ ...notification(), disable: true }]],
    ["by key", [{ key: Modules.NOTIFICATION, disable: true }]],
    ["as false", { [Modules.NOTIFICATION]: false }],
    ["in an object", { [Modules.NOTIFICATION]: { ...notification(), disable: true } as object }],
  ]

  it.each(disabled)("a notification module that the host disabled %s stays so, untouched", (_how, modules) => {
    const expected = defineConfig({ modules: structuredClone(modules) } as Parameters<typeof defineConfig>[0])
    const config = withFrozen({ modules } as InputConfig)
    expect(config.modules?.[Modules.NOTIFICATION]).toEqual(expected.modules?.[Modules.NOTIFICATION])
    expect(config.modules?.[Modules.NOTIFICATION]).toMatchObject({ disable: true })
  })

  it("a notification module that the host took out or switched off after defineConfig stays so", () => {
    const { [Modules.NOTIFICATION]: _out, ...modules } = defineConfig({}).modules ?? {}
    expect(withFrozen({ ...defineConfig({}), modules }).modules).not.toHaveProperty(Modules.NOTIFICATION)
    const off = { ...modules, [Modules.NOTIFICATION]: false }
    expect(withFrozen({ ...defineConfig({}), modules: off }).modules?.[Modules.NOTIFICATION]).toBe(false)
  })

  it("changes neither the config nor the options", () => {
    const config = (): InputConfig => ({
      modules: [
        { key: Modules.NOTIFICATION, ...notification(sendgrid) },
        { resolve: "@medusajs/medusa/auth", options: { providers: [] } },
      ],
      plugins: ["some-plugin"],
    })
    const given = frozen(config())
    const defined = frozen(defineConfig({ plugins: ["some-plugin"] }))
    const before = {
      modules: Object.keys(defined.modules ?? {}),
      providers: [...providersOf(defined)],
      plugins: [...defined.plugins],
    }
    withHamon(given, frozen({ ...options }))
    withHamon(defined, options)
    expect(given).toEqual(config())
    expect({
      modules: Object.keys(defined.modules ?? {}),
      providers: providersOf(defined),
      plugins: defined.plugins,
    }).toEqual(before)
    expect(options).toEqual({ ...plugin, smtp })
  })
})

describe("withHamon and payment", () => {
  const stripe = { apiKey: "sk_test_1", webhookSecret: "whsec_1" }
  const paypal = {
    clientId: "id",
    clientSecret: "secret",
    webhookId: "WH-1",
    returnUrl: "https://shop.example/back",
    cancelUrl: "https://shop.example/cart",
  }
  const hamonStripe = { resolve: "medusa-plugin-hamon/providers/hamon-stripe", id: "default", options: stripe }
  const hamonPaypal = { resolve: "medusa-plugin-hamon/providers/hamon-paypal", id: "default", options: paypal }
  const own = { resolve: "@medusajs/medusa/payment-stripe", id: "stripe", options: { apiKey: "sk_test_other" } }
  const payment = (...providers: unknown[]) => ({ resolve: "@medusajs/medusa/payment", options: { providers } })
  const paymentOf = ({ modules }: ConfigModule) => modules?.[Modules.PAYMENT]

  it("adds Stripe and PayPal only when their options are given, and gives them to the plugin too", () => {
    expect(paymentOf(withFrozen({}))).toEqual(defineConfig({}).modules?.[Modules.PAYMENT])
    const both = withFrozen({}, { ...options, stripe, paypal })
    expect(paymentOf(both)).toMatchObject({ options: { providers: [hamonStripe, hamonPaypal] } })
    expect(hamonOf(both)).toEqual([{ resolve: "medusa-plugin-hamon", options: { ...plugin, stripe, paypal } }])
    expect(paymentOf(withFrozen({}, { ...plugin, paypal }))).toMatchObject({ options: { providers: [hamonPaypal] } })
  })

  it("never touches a host's own providers, nor other options of its payment module", () => {
    const module = { ...payment(own), options: { ...payment(own).options, webhook_delay: 10 } }
    expect(paymentOf(withFrozen({ modules: [module] }, { ...plugin, stripe }))).toEqual({
      resolve: "@medusajs/medusa/payment",
      options: { webhook_delay: 10, providers: [own, hamonStripe] },
    })
  })

  it("a host that lists our provider itself keeps its entry, once", () => {
    const listed = { ...hamonStripe, id: "cards", options: { ...stripe, capture: "automatic" } }
    const config = withFrozen({ modules: [payment(listed)] }, { ...plugin, stripe })
    expect(paymentOf(config)).toMatchObject({ options: { providers: [listed] } })
  })
})
