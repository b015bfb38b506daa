import Holidays from "date-holidays"
import * as fc from "fast-check"
import { holidaysIn, isWorkingDay, lawOptions, territoryOf, withdrawalPeriod } from ".."
import { calendarOf, territory } from "../calendars/calendar"
import { easterSunday } from "../calendars/easter"
import { toCivilDate, toDay } from "../foundations/civil-date"
import { civilDates, holds, isoWeekday, plusDays, RUNS, SAMPLED } from "./support"

const YEARS = Array.from({ length: 2100 - 1990 + 1 }, (_, i) => 1990 + i).filter((year) => !SAMPLED || year % 9 === 0)
/** Our territory and the place the independent data set has for it. */
const ORACLE: readonly (readonly [code: string, country: string, state: string | undefined])[] = [
  ["FR", "FR", undefined],
  ["ALSACE_MOSELLE", "FR", "57"],
  ["ALSACE_MOSELLE", "FR", "67"],
  ["ALSACE_MOSELLE", "FR", "68"],
  ["GP", "FR", "GP"],
  ["MQ", "FR", "MQ"],
  ["GF", "FR", "GF"],
  ["RE", "FR", "RE"],
  ["YT", "FR", "YT"],
  ["BL", "FR", "BL"],
  ["MF", "FR", "MF"],
]

/** The differences that are known and decided (U10): Good Friday in the Antilles is not ours; Saint-Martin has both days. */
function decided(code: string, year: number, dates: Set<string>): Set<string> {
  if (code === "GP" || code === "MQ") dates.delete(toCivilDate(easterSunday(year) - 2))
  if (code === "MF") {
    dates.add(`${year}-05-27`)
    dates.add(`${year}-05-28`)
  }
  return dates
}

describe("French public holidays (Code du travail, L3133-1, L3134-13, L3422-2)", () => {
  it.each(ORACLE)("1990 to 2100, %s equals the independent data set (%s %s)", (code, country, state) => {
    const oracle = state === undefined ? new Holidays(country) : new Holidays(country, state)
    for (const year of YEARS) {
      const theirs = decided(
        code,
        year,
        new Set(
          oracle
            .getHolidays(year)
            .filter(({ type }) => type === "public")
            .map(({ date }) => date.slice(0, 10)),
        ),
      )
      expect({ year, dates: [...new Set(holidaysIn(code, year).map(({ on }) => on))].sort() }).toEqual({
        year,
        dates: [...theirs].sort(),
      })
    }
  })

  it("2026 in metropolitan France, by name, date and article", () => {
    expect(holidaysIn("FR", 2026)).toMatchSnapshot()
  })

  it("what each other territory adds, with the text that founds it", () => {
    const national = new Set(holidaysIn("FR", 2027).map(({ on }) => on))
    const added = ["ALSACE_MOSELLE", "GP", "MQ", "GF", "RE", "YT", "BL", "MF", "PM", "WF", "PF", "NC"].map((code) => ({
      code,
      ...territory(code, "code").name,
      zone: territory(code, "code").zone,
      adds: holidaysIn(code, 2027).filter(({ on }) => !national.has(on)),
    }))
    expect(added).toMatchSnapshot()
  })

  it("the tables hold the same days as the rules, week-ends and nothing else", () => {
    for (const [code] of ORACLE) {
      const calendar = calendarOf([code])
      const holidays = new Set([2026, 2027, 2028].flatMap((year) => holidaysIn(code, year)).map(({ on }) => on))
      const wrong: string[] = []
      for (let date = "2026-01-01"; date <= "2028-12-31"; date = plusDays(date, 1)) {
        if (calendar.isClosed(toDay(date, "date")) !== (isoWeekday(date) >= 6 || holidays.has(date))) wrong.push(date)
      }
      expect(wrong).toEqual([])
    }
  })

  it("a holiday has its name, another day has none", () => {
    const calendar = calendarOf(["FR"])
    expect(calendar.holidayOn(toDay("2026-12-25", "date"))).toEqual({ fr: "Noël", en: "Christmas Day" })
    expect(calendar.holidayOn(toDay("2026-12-26", "date"))).toBeNull()
  })

  it("a working day is neither Saturday nor Sunday nor holiday (Regulation 1182/71, art. 2(2))", () => {
    expect(isWorkingDay("2026-12-24", ["FR"])).toBe(true)
    expect(isWorkingDay("2026-12-25", ["FR"])).toBe(false)
    expect(isWorkingDay("2026-12-26", ["FR"])).toBe(false)
    expect(isWorkingDay("2026-12-27", ["FR"])).toBe(false)
    expect(isWorkingDay("2026-12-26", ["ALSACE_MOSELLE"])).toBe(false)
    expect(isWorkingDay("2027-12-20", ["RE"])).toBe(false)
    expect(isWorkingDay("2027-12-20", ["FR"])).toBe(true)
  })
})

describe("Easter", () => {
  it("known Sundays, and the earliest and latest of four centuries", () => {
    const easters = Object.fromEntries(
      [1961, 1981, 2000, 2008, 2011, 2019, 2026, 2027, 2028, 2038, 2049, 2100].map((year) => [
        year,
        toCivilDate(easterSunday(year)).slice(5),
      ]),
    )
    expect(easters).toEqual({
      1961: "04-02",
      1981: "04-19",
      2000: "04-23",
      2008: "03-23",
      2011: "04-24",
      2019: "04-21",
      2026: "04-05",
      2027: "03-28",
      2028: "04-16",
      2038: "04-25",
      2049: "04-18",
      2100: "03-28",
    })
  })
})

describe("territory of an address", () => {
  it.each([
    ["75001", "FR"],
    ["01000", "FR"],
    ["20000", "FR"],
    ["95880", "FR"],
    ["57000", "ALSACE_MOSELLE"],
    ["67000", "ALSACE_MOSELLE"],
    ["68 100", "ALSACE_MOSELLE"],
    ["97110", "GP"],
    ["97133", "BL"],
    ["97700", "BL"],
    ["97150", "MF"],
    ["97800", "MF"],
    ["97200", "MQ"],
    ["97300", "GF"],
    ["97400", "RE"],
    ["97500", "PM"],
    ["97600", "YT"],
    ["98600", "WF"],
    ["98700", "PF"],
    ["98800", "NC"],
  ])("postal code %s is in %s", (postalCode, code) => {
    expect(territoryOf("FR", postalCode)).toBe(code)
    expect(territoryOf("fr", postalCode)).toBe(code)
  })

  it("an overseas territory given as a country of its own is itself", () => {
    expect(territoryOf("re", "97400")).toBe("RE")
  })

  it.each([["98000"], ["00500"], ["96000"], ["97900"], ["7500"], ["750011"], ["75A01"], [""], [undefined]])(
    "%s is refused: nothing is guessed",
    (postalCode) => {
      expect(() => territoryOf("FR", postalCode as string)).toThrow(/postalCode.*five digits/)
    },
  )

  it("a country without a calendar is refused by name", () => {
    expect(() => territoryOf("BE", "1000")).toThrow(
      /country: "BE" is not accepted; give a country with a calendar \(FR\)/,
    )
    expect(() => territoryOf(undefined as unknown as string, "1000")).toThrow(/country/)
  })
})

describe("several territories (U10)", () => {
  it("the holidays of delivery and trader territories join by default", () => {
    const period = { contract: "goods", receptions: ["2027-12-06"] } as const
    expect(withdrawalPeriod({ ...period, territories: ["FR"] }).last).toBe("2027-12-20")
    expect(withdrawalPeriod({ ...period, territories: ["FR", "RE"] }).last).toBe("2027-12-21")
    expect(withdrawalPeriod({ ...period, territories: ["RE", "FR"] }).last).toBe("2027-12-21")
  })

  it("by option only the delivery territory counts", () => {
    const options = lawOptions({ u10Holidays: "delivery" })
    const period = { contract: "goods", receptions: ["2027-12-06"] } as const
    expect(withdrawalPeriod({ ...period, territories: ["FR", "RE"] }, options).last).toBe("2027-12-20")
    expect(withdrawalPeriod({ ...period, territories: ["RE", "FR"] }, options).last).toBe("2027-12-21")
  })

  it("local days off extend a period, and say so", () => {
    const options = lawOptions({ u10LocalDaysOff: ["2026-11-16"] })
    const period = withdrawalPeriod({ contract: "goods", receptions: ["2026-11-02"] }, options)
    expect(period.last).toBe("2026-11-17")
    expect(period.reason.fr).toContain("jour chômé")
    expect(withdrawalPeriod({ contract: "goods", receptions: ["2026-11-02"] }).last).toBe("2026-11-16")
  })

  it("U10: Good Friday in Alsace-Moselle and the day of Saint-Martin are readings", () => {
    const dates = (code: string, changes: object) => holidaysIn(code, 2027, lawOptions(changes)).map(({ on }) => on)
    expect(dates("ALSACE_MOSELLE", {})).toContain("2027-03-26")
    expect(dates("ALSACE_MOSELLE", { u10GoodFriday: false })).not.toContain("2027-03-26")
    expect(dates("MF", {})).toEqual(expect.arrayContaining(["2027-05-27", "2027-05-28"]))
    expect(dates("MF", { u10SaintMartin: "27" })).not.toContain("2027-05-28")
    expect(dates("MF", { u10SaintMartin: "28" })).not.toContain("2027-05-27")
    const options = lawOptions({ u10GoodFriday: false })
    const facts = { contract: "goods", receptions: ["2027-03-12"], territories: ["ALSACE_MOSELLE"] } as const
    expect([withdrawalPeriod(facts).last, withdrawalPeriod(facts, options).last]).toEqual(["2027-03-30", "2027-03-26"])
  })

  it("a code that only looks like a cached combination is refused", () => {
    calendarOf(["FR", "RE"])
    expect(() => calendarOf(["FR RE"])).toThrow(/territories\[0\]/)
    expect(() => calendarOf(["FR", "XX"])).toThrow(/territories\[1\]: "XX" is not accepted/)
    expect(() => calendarOf([])).toThrow(/territories/)
    expect(() => calendarOf("FR" as unknown as string[])).toThrow(/territories/)
  })

  it("the reason names every holiday that the period rolled over, in each language's own writing", () => {
    const facts = { contract: "goods", receptions: ["2027-03-12"], territories: ["ALSACE_MOSELLE"] } as const
    expect(withdrawalPeriod(facts).reason.fr).toContain(
      "Le vendredi 26 mars 2027 n'est pas un jour ouvrable (Vendredi saint ; Lundi de Pâques le lundi 29 mars 2027) : la fin",
    )
    expect(withdrawalPeriod(facts).reason.en).toContain(
      "Friday 26 March 2027 is not a working day (Good Friday; Easter Monday on Monday 29 March 2027): the end",
    )
  })

  it("a territory named a thousand times is one", () => {
    expect(calendarOf(new Array<string>(1000).fill("RE"))).toBe(calendarOf(["RE", "RE"]))
  })

  it("many combinations and options stay bounded and right", () => {
    const codes = ["FR", "ALSACE_MOSELLE", "GP", "MQ", "GF", "RE", "YT", "BL"]
    const day = toDay("2027-12-20", "date")
    const orders = codes.flatMap((a) => codes.map((b) => [a, b]))
    for (const order of orders) expect(calendarOf(order).isClosed(day)).toBe(order.includes("RE"))
  })
})

describe("rolling to a working day (L221-19, 3°)", () => {
  const codes = fc.constantFrom("FR", "ALSACE_MOSELLE", "GP", "MQ", "GF", "RE", "YT", "BL", "MF")

  it("property: a last day is never a Saturday, a Sunday or a holiday, and nothing is skipped to reach it", () => {
    holds(
      fc.property(civilDates("2015-01-01", "2099-12-01"), codes, (start, code) => {
        const period = withdrawalPeriod({ contract: "goods", receptions: [start], territories: [code] })
        const year = Number(period.last?.slice(0, 4))
        const holidays = new Set([year - 1, year].flatMap((y) => holidaysIn(code, y)).map(({ on }) => on))
        expect(isoWeekday(period.last ?? "")).toBeLessThanOrEqual(5)
        expect(holidays.has(period.last ?? "")).toBe(false)
        for (let day = plusDays(start, 14); day < (period.last ?? ""); day = plusDays(day, 1)) {
          expect(isoWeekday(day) >= 6 || holidays.has(day)).toBe(true)
        }
      }),
    )
  })

  it("property: adding a holiday never shortens a consumer's period", () => {
    holds(
      fc.property(
        civilDates("2020-01-01", "2060-12-01"),
        codes,
        fc.array(fc.integer({ min: 10, max: 25 }), { maxLength: 4 }),
        (start, code, offsets) => {
          const facts = { contract: "goods", receptions: [start], territories: [code] } as const
          const options = lawOptions({ u10LocalDaysOff: offsets.map((offset) => plusDays(start, offset)) })
          const plain = withdrawalPeriod(facts).last ?? ""
          expect(plain <= (withdrawalPeriod(facts, options).last ?? "")).toBe(true)
        },
      ),
      Math.min(RUNS, 150),
    )
  })
})
