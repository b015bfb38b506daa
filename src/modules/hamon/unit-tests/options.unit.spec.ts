import { DEFAULT_OPTIONS } from "../../../law"
import { readOptions } from "../options"

const GOOD = { secret: "x".repeat(32), publicUrl: "https://api.shop.example/" }

describe("the plugin's options, read when the store boots", () => {
  it("have stated defaults", () => {
    expect(readOptions(GOOD)).toMatchObject({
      publicUrl: "https://api.shop.example",
      defaultLocale: "fr",
      merchantTerritories: ["FR"],
      proofCodeDays: 90,
      accounts: {
        enabled: true,
        providers: ["emailpass"],
        cnilCase: 2,
        leastStrength: 4,
        lockHours: 24,
        lockAcrossNetworks: false,
        networkFailuresPerHour: 200,
      },
      limitRequests: true,
      redirectToHttps: true,
    })
    expect(readOptions(GOOD).law.u9PartialDelivery).toBe("prorata")
  })

  it("take what Medusa adds beside them", () => {
    expect(() => readOptions({ ...GOOD, database: { clientUrl: "postgres://localhost" } })).not.toThrow()
  })

  it.each([
    ["secret", undefined],
    ["secret", { secret: undefined }],
    ["secret", { secret: "short" }],
    ["publicUrl", { publicUrl: "shop.example" }],
    ["publicUrl", { publicUrl: "javascript:alert(1)" }],
    ["publicUrl", { publicUrl: undefined }],
    ["defaultLocale", { defaultLocale: "de" }],
    ["merchantTerritories.1", { merchantTerritories: ["FR", "ZZ"] }],
    ["merchantTerritories", { merchantTerritories: [] }],
    ["returnLocationId", { returnLocationId: "" }],
    ["proofCodeDays", { proofCodeDays: 0 }],
    ["accounts.cnilCase", { accounts: { cnilCase: 3 } }],
    ["accounts.leastStrength", { accounts: { leastStrength: 0 } }],
    ["accounts.providers", { accounts: { providers: [] } }],
    ["law.u9PartialDelivery", { law: { u9PartialDelivery: "half" } }],
    ["law.options", { law: { u99: true } }],
    ["colour", { colour: "red" }],
  ])("name the option %s when %j is wrong", (name, change) => {
    const input = change && { ...GOOD, ...change }
    expect(() => readOptions(input)).toThrow(`medusa-plugin-hamon: option "${name}"`)
  })

  it.each([
    ["u2RepairExtensionMonths", 12],
    ["u2RepairExtension", "once"],
    ["u4MissingFunctionExtends", false],
    ["u5Reading", "french"],
    ["u9LostAdvantage", "whenStatedInTerms"],
    ["u12CodeCheckedOn", "2026-11-22"],
    ["u18NoticePlacement", "modal"],
    ["u19ArchivedOrders", "fromThreshold"],
    ["u20FunctionWhenAllExcepted", "hidden"],
  ])(
    "law.%s has no effect in the plugin yet: set to another value it is refused, its default is not",
    (name, value) => {
      expect(() => readOptions({ ...GOOD, law: { [name]: value } })).toThrow(
        new RegExp(`"law.${name}" .*: it would change nothing`),
      )
      const standard = DEFAULT_OPTIONS[name as keyof typeof DEFAULT_OPTIONS]
      expect(readOptions({ ...GOOD, law: { [name]: standard } }).law).toEqual(DEFAULT_OPTIONS)
    },
  )

  it("CNIL 2022-100: a password of case 2 goes with a limit on attempts, or the store does not boot", () => {
    const given = { secret: "s".repeat(32), publicUrl: "https://api.shop.example" }
    const loose = {
      lockAfterFailures: 1000,
      delayAfterFailures: 5,
      delaySeconds: 60,
      attemptsPerDay: 26,
      minimumLength: 12,
    }
    expect(() => readOptions({ ...given, law: { u15Attempts: loose } })).toThrow(/case 2 of CNIL 2022-100 needs a lock/)
    expect(readOptions({ ...given, law: { u15Attempts: { ...loose, attemptsPerDay: 25 } } })).toBeTruthy()
    expect(readOptions({ ...given, law: { u15Attempts: { ...loose, lockAfterFailures: 10 } } })).toBeTruthy()
    expect(readOptions({ ...given, accounts: { cnilCase: 1 }, law: { u15Attempts: loose } })).toBeTruthy()
  })
})
