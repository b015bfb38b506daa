import * as law from ".."
import { ARTICLES, type ArticleId, articleOn, DEFAULT_OPTIONS, lawOptions, type LawOptions, UNCERTAIN_POINTS } from ".."
import { Currency, currency, divideHalfUp, readDecimal } from "../foundations/money"
import { because } from "../foundations/reason"

describe("articles", () => {
  it("the register: subjects, versions, sources", () => {
    expect(ARTICLES).toMatchSnapshot()
  })

  it("the day selects the version; before the first one the article is not known", () => {
    expect(articleOn("L221-21", "2026-06-18")).toMatchObject({
      from: "2016-07-01",
      value: { id: null, readVerbatim: true },
    })
    expect(articleOn("L221-21", "2026-06-19")).toMatchObject({
      value: { id: "LEGIARTI000053310520", readVerbatim: false },
      subject: { fr: "Exercice du droit de rétractation", en: "Exercise of the right of withdrawal" },
      checkedOn: "2026-04-03",
    })
    expect(() => articleOn("D221-5", "2026-06-18")).toThrow(/^on: "2026-06-18" .* 2026-06-19/)
    expect(() => articleOn("L1" as ArticleId, "2026-06-18")).toThrow(/^article: "L1"/)
    expect(articleOn("L221-18", "2026-11-22", lawOptions({ u12CodeCheckedOn: "2026-11-20" })).checkedOn).toBe(
      "2026-11-20",
    )
  })
})

describe("uncertain points", () => {
  it("U1 to U22, each with its options; each option belongs to the point in its name", () => {
    expect(UNCERTAIN_POINTS.map(({ id }) => id)).toEqual(Array.from({ length: 22 }, (_, i) => `U${i + 1}`))
    const named = UNCERTAIN_POINTS.flatMap(({ id, options }) => options.map((name) => [name, id]))
    for (const [name, id] of named) expect(name.startsWith(id.toLowerCase())).toBe(true)
    expect(named.map(([name]) => name).sort()).toEqual(Object.keys(DEFAULT_OPTIONS).sort())
    expect(UNCERTAIN_POINTS.filter(({ options }) => options.length === 0).map(({ id }) => id)).toEqual(["U16"])
    expect(UNCERTAIN_POINTS.map(({ question }) => question)).toMatchSnapshot()
  })

  it("the defaults are those of the legal reference", () => {
    expect(DEFAULT_OPTIONS).toMatchSnapshot()
  })

  it("what was given may change afterwards: the options do not, nor do the defaults or any table of the law", () => {
    const daysOff = ["2026-11-18"]
    const fine = { naturalPerson: 1, legalPerson: 2 }
    const options = lawOptions({ u10LocalDaysOff: daysOff, u13Fine: fine })
    daysOff.push("2026-11-19")
    fine.naturalPerson = NaN
    expect(options).toMatchObject({ u10LocalDaysOff: ["2026-11-18"], u13Fine: { naturalPerson: 1, legalPerson: 2 } })
    expect(Object.isFrozen(options.u13Fine) && Object.isFrozen(DEFAULT_OPTIONS.u15Attempts)).toBe(true)
    const period = law.withdrawalPeriod({ contract: "goods", receptions: ["2026-11-02"] })
    for (const table of [
      period.articles,
      law.LEGAL_INTEREST_RATES,
      law.WITHDRAWAL_EXCEPTIONS,
      law.FUNCTION_LABELS.fr,
      law.ORDER_BUTTON.fr,
      law.ARTICLES["L221-18"],
      law.UNCERTAIN_POINTS,
    ]) {
      expect(Object.isFrozen(table)).toBe(true)
    }
    expect(Object.isFrozen(law.statutoryText("modelForm", "fr", "2026-11-22").paragraphs)).toBe(true)
  })

  it.each([[null], [undefined], [5], [[]], ["u7"]])("%p are no options", (changes) => {
    expect(() => lawOptions(changes as Partial<LawOptions>)).toThrow(/^options: /)
  })

  it("changes are checked, the rest stays, the result is frozen", () => {
    const options = lawOptions({ u7NewMonth: "completed" })
    expect(options).toEqual({ ...DEFAULT_OPTIONS, u7NewMonth: "completed" })
    expect(Object.isFrozen(options)).toBe(true)
    expect(Object.isFrozen(DEFAULT_OPTIONS)).toBe(true)
  })

  const rate = { semester: "2027-S1", consumer: "7.00", others: "3.00", source: "arrêté", verified: true }
  const attempts = {
    lockAfterFailures: 10,
    delayAfterFailures: 5,
    delaySeconds: 60,
    attemptsPerDay: 25,
    minimumLength: 12,
  }
  const accepted: Partial<Record<keyof LawOptions, unknown[]>> = {
    u1HarmonisedNotice: [{}, { DE: "2026-09-27", AT: null }],
    u2RepairExtensionMonths: [6, 12],
    u2RepairExtension: ["each", "once"],
    u3LegalInterestRates: [[], [rate]],
    u4MissingFunctionExtends: [true, false],
    u5Reading: ["strict", "french"],
    u6RollConsumerPeriods: [true, false],
    u6RollTraderPeriods: [true, false],
    u7FirstBracket: ["proRata", "flat"],
    u7BoundaryDay: ["lower", "upper"],
    u7NewMonth: ["started", "completed"],
    u7Cap: ["productPrice", "sumsDue"],
    u7YearBasis: [365, 366],
    u8DiminishedValue: ["claimApart", "setOff"],
    u9PartialDelivery: ["prorata", "difference", "full"],
    u9LostAdvantage: ["never", "whenStatedInTerms"],
    u10Holidays: ["union", "delivery"],
    u10Clock: ["later", "delivery"],
    u10GoodFriday: [true, false],
    u10SaintMartin: ["both", "27", "28"],
    u10LocalDaysOff: [[], ["2027-02-09"]],
    u11InformedInside: ["fourteenDays", "initialEnd"],
    u11TwelveMonthsFrom: ["rolled", "nominal"],
    u12CodeCheckedOn: ["2026-11-22"],
    u13Fine: [{ naturalPerson: 0, legalPerson: 1 }],
    u14UnknownFine: [null, { naturalPerson: 0, legalPerson: 1 }],
    u15Attempts: [attempts],
    u17Labels: [{}, { fr: { withdraw: "Se rétracter ici", confirm: "Confirmer" } }],
    u18NoticePlacement: ["page", "modal", "inline"],
    u19ArchivedOrders: ["every", "fromThreshold"],
    u20FunctionWhenAllExcepted: ["visible", "hidden"],
    u21TakingBack: ["whenMerchantAgrees", "never"],
    u22PartNeverLeft: ["mayWait", "atOnce"],
  }

  it.each(Object.keys(DEFAULT_OPTIONS) as (keyof LawOptions)[])(
    "%s takes each of its readings and refuses another value",
    (name) => {
      for (const value of accepted[name] ?? []) expect(lawOptions({ [name]: value })[name]).toEqual(value)
      expect(accepted[name]?.length).toBeGreaterThan(0)
      for (const bad of ["sometimes", 7, undefined]) {
        expect(() => lawOptions({ [name]: bad })).toThrow(new RegExp(`^${name}`))
      }
    },
  )

  it.each([
    [{ u1HarmonisedNotice: { DE: "soon" } }, /^u1HarmonisedNotice\.DE: "soon"/],
    [{ u1HarmonisedNotice: { fr: null } }, /^u1HarmonisedNotice: "fr" .* two capitals/],
    [{ u13Fine: { naturalPerson: 0, legalPerson: 0, other: 1 } }, /^u13Fine: "other"/],
    [{ u3LegalInterestRates: [{ ...rate, semester: ["2027-S1"] }] }, /^u3LegalInterestRates\[0\]\.semester/],
    [{ u1HarmonisedNotice: null }, /^u1HarmonisedNotice: null .* a table of named values/],
    [{ u1HarmonisedNotice: [] }, /^u1HarmonisedNotice: /],
    [
      { u3LegalInterestRates: [{ ...rate, semester: "2027-1" }] },
      /^u3LegalInterestRates\[0\]\.semester: "2027-1" .* 2027-S1/,
    ],
    [{ u3LegalInterestRates: [rate, { ...rate, semester: "x2027-S1" }] }, /^u3LegalInterestRates\[1\]\.semester/],
    [{ u3LegalInterestRates: [{ ...rate, semester: "2027-S12" }] }, /^u3LegalInterestRates\[0\]\.semester/],
    [{ u3LegalInterestRates: [{ ...rate, consumer: "-1" }] }, /^u3LegalInterestRates\[0\]\.consumer/],
    [{ u3LegalInterestRates: [{ ...rate, others: "many" }] }, /^u3LegalInterestRates\[0\]\.others/],
    [{ u3LegalInterestRates: [{ ...rate, source: " " }] }, /^u3LegalInterestRates\[0\]\.source: .* the arrêté/],
    [{ u3LegalInterestRates: [{ ...rate, source: 5 }] }, /^u3LegalInterestRates\[0\]\.source/],
    [
      { u3LegalInterestRates: [{ ...rate, verified: "yes" }] },
      /^u3LegalInterestRates\[0\]\.verified: "yes" .* true or false/,
    ],
    [{ u3LegalInterestRates: [null] }, /^u3LegalInterestRates\[0\]\.semester/],
    [{ u3LegalInterestRates: "none" }, /^u3LegalInterestRates: "none" .* a list/],
    [{ u10LocalDaysOff: ["2027-02-30"] }, /^u10LocalDaysOff\[0\]: "2027-02-30"/],
    [{ u13Fine: { naturalPerson: -1, legalPerson: 0 } }, /^u13Fine\.naturalPerson: -1 .* at least 0/],
    [{ u13Fine: { naturalPerson: 1 } }, /^u13Fine\.legalPerson: nothing/],
    [{ u14UnknownFine: { naturalPerson: 1 } }, /^u14UnknownFine\.legalPerson/],
    [{ u15Attempts: { ...attempts, lockAfterFailures: 0 } }, /^u15Attempts\.lockAfterFailures: 0 .* at least 1/],
    [{ u15Attempts: { ...attempts, delayAfterFailures: 0 } }, /^u15Attempts\.delayAfterFailures/],
    [{ u15Attempts: { ...attempts, delaySeconds: 0 } }, /^u15Attempts\.delaySeconds/],
    [{ u15Attempts: { ...attempts, attemptsPerDay: 0.5 } }, /^u15Attempts\.attemptsPerDay/],
    [{ u15Attempts: { ...attempts, minimumLength: 0 } }, /^u15Attempts\.minimumLength/],
    [{ u17Labels: { "fr-FR": { withdraw: "a", confirm: "b" } } }, /^u17Labels: "fr-FR" .* "fr" or "en"/],
    [{ u17Labels: { fr: { withdraw: " ", confirm: "b" } } }, /^u17Labels\.fr\.withdraw: .* the words of the label/],
    [{ u17Labels: { fr: { withdraw: "a", confirm: 5 } } }, /^u17Labels\.fr\.confirm/],
    [{ constructor: true }, /^options: "constructor"/],
    [{ u22: true }, /^options: "u22" is not accepted; give the name of an option/],
  ])("%j is refused by name", (changes, message) => {
    expect(() => lawOptions(changes as Partial<LawOptions>)).toThrow(message)
  })
})

describe("money", () => {
  it("reads and writes decimal strings with the currency's digits (ISO 4217)", () => {
    const write = (code: string, text: string) => currency(code).write(currency(code).read(text, "amount"))
    expect([write("EUR", "5"), write("eur", "5.1"), write("EUR", "0.05"), write("EUR", "1234567.89")]).toEqual([
      "5.00",
      "5.10",
      "0.05",
      "1234567.89",
    ])
    expect([write("JPY", "1200"), write("KWD", "1.25"), write("CLF", "1.2345"), write("XPF", "7")]).toEqual([
      "1200",
      "1.250",
      "1.2345",
      "7",
    ])
    expect(currency("EUR").write(-5n)).toBe("-0.05")
    expect([currency("EUR").inWords(123456n, "fr"), currency("EUR").inWords(123456n, "en")]).toEqual([
      "1234,56 EUR",
      "1234.56 EUR",
    ])
  })

  it("digits of every currency that has not two", () => {
    const codes =
      "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF BHD IQD JOD KWD LYD OMR TND CLF UYW EUR USD CHF"
    expect(Object.fromEntries(codes.split(" ").map((code) => [code, currency(code).digits]))).toMatchSnapshot()
    expect(currency("EUR")).toBe(currency("eur"))
    expect(currency("EUR")).toBeInstanceOf(Currency)
  })

  it.each([
    ["5.005"],
    ["-5"],
    ["+5"],
    ["5,00"],
    ["5."],
    [".5"],
    ["1e3"],
    [""],
    [" 5"],
    ["5 "],
    ["1234567890123456"],
    [5],
    [null],
    [undefined],
  ])("%p is no amount in euros", (amount) => {
    expect(() => currency("EUR").read(amount as string, "lines[0].paid")).toThrow(
      /^lines\[0\]\.paid: .* is not accepted; give a decimal string of EUR, not negative, at most 15 digits and 2 decimals, such as "12\.34"/,
    )
  })

  it("a currency without decimals takes none", () => {
    expect(() => currency("JPY").read("5.0", "amount")).toThrow(/at most 15 digits and 0 decimals, such as "12"\./)
    expect(() => currency("KWD").read("5.0000", "amount")).toThrow(
      /at most 15 digits and 3 decimals, such as "12\.345"/,
    )
  })

  it.each([["EURO"], ["XXZ"], [""], [undefined], ["€"]])("%p is no currency", (code) => {
    expect(() => currency(code as string)).toThrow(/^currency: .* an ISO 4217 currency code, such as EUR/)
  })

  it("rounds half up", () => {
    expect([
      divideHalfUp(1n, 2n),
      divideHalfUp(1n, 3n),
      divideHalfUp(2n, 3n),
      divideHalfUp(5n, 2n),
      divideHalfUp(0n, 7n),
    ]).toEqual([1n, 0n, 1n, 3n, 0n])
  })

  it("decimals that are not money", () => {
    expect([readDecimal("6.84", "rate"), readDecimal(30, "term"), readDecimal("0.000001", "rate")]).toEqual([
      6_840_000n,
      30_000_000n,
      1n,
    ])
    for (const bad of ["-1", "1.0000001", "x", "", 1e-9, NaN, null, undefined, [6], "1234567890"]) {
      expect(() => readDecimal(bad as string, "term")).toThrow(
        /^term: .* a decimal, not negative, with at most 6 decimals/,
      )
    }
  })
})

describe("reasons", () => {
  it("are no promises: whoever waits for one has it", async () => {
    const reason = because({ fr: () => "oui", en: () => "yes" })
    expect((await reason).fr).toBe("oui")
  })

  it("are written when they are read, in the language asked for, and as JSON in both", () => {
    let written = 0
    const reason = because({ fr: () => `fr ${++written}`, en: () => `en ${++written}` })
    expect(written).toBe(0)
    expect([reason.fr, reason.en, reason.in("fr")]).toEqual(["fr 1", "en 2", "fr 3"])
    expect(JSON.parse(JSON.stringify({ reason }))).toEqual({ reason: { fr: "fr 4", en: "en 5" } })
    const both = because({ fr: () => "un", en: () => "one" }).followedBy({ fr: "deux", en: "two" })
    expect(JSON.parse(JSON.stringify(both))).toEqual({ fr: "un deux", en: "one two" })
  })
})

describe("errors", () => {
  it("name the field, show what was given, and say what is accepted", () => {
    const error = new law.LawError("field", "a thing", "x".repeat(100))
    expect(error).toBeInstanceOf(Error)
    expect([error.name, error.field, error.accepted]).toEqual(["LawError", "field", "a thing"])
    expect(error.message).toBe(`field: "${"x".repeat(59)}… is not accepted; give a thing.`)
    expect(new law.LawError("f", "a", "x".repeat(58)).message).toBe(`f: "${"x".repeat(58)}" is not accepted; give a.`)
    expect(new law.LawError("f", "a", undefined).message).toBe("f: nothing is not accepted; give a.")
    expect(new law.LawError("f", "a", [[[1]], { b: 1, c: 2 }, "x", 4]).message).toBe(
      'f: [a list, {b, c}, "x"] is not accepted; give a.',
    )
    expect(new law.LawError("f", "a", []).message).toBe("f: an empty list is not accepted; give a.")
    expect(new law.LawError("f", "a", Object.create(null)).message).toBe("f: {} is not accepted; give a.")
    let deep: unknown = []
    for (let i = 0; i < 20_000; i++) deep = [deep]
    expect(new law.LawError("f", "a", deep).message).toBe("f: [a list] is not accepted; give a.")
    expect(new law.LawError("f", "a", 5n).message).toBe("f: 5 is not accepted; give a.")
  })
})
