import * as fc from "fast-check"
import { Temporal } from "temporal-polyfill"
import { civilDateIn, instantIn, startOfDayIn } from ".."
import {
  addMonths,
  dayOf,
  FIRST_DAY,
  inWords,
  LAST_DAY,
  partsOf,
  toCivilDate,
  toDay,
  weekdayOf,
} from "../foundations/civil-date"
import { Dated } from "../foundations/dated"
import { toInstant, writeInstant } from "../foundations/instant"
import { timeZone } from "../foundations/time-zone"
import { civilDates, holds, isoWeekday, SAMPLED } from "./support"

/** Zones of the French territories and zones that are hard: midnight skipped, half hours, a day skipped, old offsets. */
const ZONES = [
  "Europe/Paris",
  "America/Guadeloupe",
  "America/Martinique",
  "America/Cayenne",
  "Indian/Reunion",
  "Indian/Mayotte",
  "America/St_Barthelemy",
  "America/Marigot",
  "America/Miquelon",
  "Pacific/Wallis",
  "Pacific/Tahiti",
  "Pacific/Noumea",
  "America/Sao_Paulo",
  "Asia/Beirut",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "America/St_Johns",
]

/** Days between two that are compared: coprime to week, month and year. */
const STEP = SAMPLED ? 331 : 17

describe("civil dates", () => {
  it("every day from 1900 to 2199 reads, writes and counts as the calendar of Temporal does", () => {
    let date = Temporal.PlainDate.from("1900-01-01")
    for (let day = FIRST_DAY; day <= toDay("2199-12-31", "date"); day += STEP) {
      const text = date.toString()
      expect([toDay(text, "date"), toCivilDate(day), weekdayOf(day) + 1]).toEqual([day, text, date.dayOfWeek])
      expect(partsOf(day)).toEqual({ year: date.year, month: date.month, dayOfMonth: date.day })
      date = date.add({ days: STEP })
    }
  })

  it("tables go half a century past the last accepted date", () => {
    expect([toCivilDate(FIRST_DAY), toCivilDate(LAST_DAY)]).toEqual(["1900-01-01", "2249-12-31"])
    expect(toCivilDate(LAST_DAY + 1)).toBe("2250-01-01")
    expect(toCivilDate(FIRST_DAY - 1)).toBe("1899-12-31")
    expect(dayOf(1970, 1, 1)).toBe(0)
  })

  it("months are added to the same day number, or to the last day of the month (Regulation 1182/71, art. 3(2)(c))", () => {
    holds(
      fc.property(civilDates("1900-01-01", "2150-12-31"), fc.integer({ min: -24, max: 130 }), (date, months) => {
        const expected = Temporal.PlainDate.from(date).add({ months }).toString()
        expect(toCivilDate(addMonths(toDay(date, "date"), months))).toBe(expected)
      }),
    )
    expect(toCivilDate(addMonths(toDay("2028-02-29", "date"), 12))).toBe("2029-02-28")
  })

  it.each([
    ["2026-02-29"],
    ["2026-13-01"],
    ["2026-00-10"],
    ["2026-04-31"],
    ["2026-04-00"],
    ["1899-12-31"],
    ["2200-01-01"],
    ["2026-1-01"],
    ["2026/01/01"],
    ["2026-01/01"],
    ["2O26-01-01"],
    ["2026-01-0:"],
    ["2026-01-01 "],
    ["2026-01-01T00:00"],
    [""],
    [20260101],
    [null],
    [new Date(0)],
  ])("%p is no civil date: the field and the accepted form are named", (date) => {
    expect(() => toDay(date as string, "receivedOn")).toThrow(
      /^receivedOn: .* is not accepted; give a civil date YYYY-MM-DD/,
    )
  })

  it("29 February exists in leap years only", () => {
    expect(toCivilDate(toDay("2000-02-29", "d"))).toBe("2000-02-29")
    expect(toCivilDate(toDay("2028-02-29", "d"))).toBe("2028-02-29")
    expect(() => toDay("2100-02-29", "d")).toThrow()
    expect(() => toDay("1900-02-29", "d")).toThrow()
  })

  it("days are written as people read them", () => {
    const months = Array.from({ length: 12 }, (_, m) => dayOf(2026, m + 1, m + 1))
    expect(months.map((day) => inWords(day, "fr"))).toEqual([
      "jeudi 1er janvier 2026",
      "lundi 2 février 2026",
      "mardi 3 mars 2026",
      "samedi 4 avril 2026",
      "mardi 5 mai 2026",
      "samedi 6 juin 2026",
      "mardi 7 juillet 2026",
      "samedi 8 août 2026",
      "mercredi 9 septembre 2026",
      "samedi 10 octobre 2026",
      "mercredi 11 novembre 2026",
      "samedi 12 décembre 2026",
    ])
    expect(months.map((day) => inWords(day, "en"))).toEqual([
      "Thursday 1 January 2026",
      "Monday 2 February 2026",
      "Tuesday 3 March 2026",
      "Saturday 4 April 2026",
      "Tuesday 5 May 2026",
      "Saturday 6 June 2026",
      "Tuesday 7 July 2026",
      "Saturday 8 August 2026",
      "Wednesday 9 September 2026",
      "Saturday 10 October 2026",
      "Wednesday 11 November 2026",
      "Saturday 12 December 2026",
    ])
    expect([inWords(dayOf(2026, 2, 1), "fr"), inWords(dayOf(2026, 1, 2), "en")]).toEqual([
      "dimanche 1er février 2026",
      "Friday 2 January 2026",
    ])
    expect(isoWeekday("2026-02-01")).toBe(7)
  })
})

describe("time zones", () => {
  it.each(ZONES)("%s: the days around every change of its clock begin when Temporal says", (id) => {
    const zone = timeZone(id, "zone")
    let change: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from(`2008-01-01T00:00[${id}]`)
    for (let count = 0; change && count < (SAMPLED ? 4 : 24); count++) {
      for (const days of [-1, 0, 1, 2, 90]) {
        const date = change.toPlainDate().add({ days })
        const expected = date.toZonedDateTime(id).epochMilliseconds
        expect([date.toString(), zone.startOfDay(toDay(date.toString(), "date"))]).toEqual([date.toString(), expected])
      }
      change = change.getTimeZoneTransition("next")
    }
  })

  it("property: an instant falls on the civil date that Temporal says", () => {
    const instants = fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2060, 0, 1) })
    holds(
      fc.property(instants, fc.constantFrom(...ZONES), (ms, id) => {
        const text = new Date(ms).toISOString()
        const expected = Temporal.Instant.from(text).toZonedDateTimeISO(id).toPlainDate().toString()
        expect(civilDateIn(text, id)).toBe(expected)
      }),
    )
  })

  it("property: a local time is the instant that Temporal says, also when it is shown twice or never", () => {
    const days = fc.constantFrom("2026-10-25", "2027-03-28", "2026-07-14", "2018-11-04", "2026-10-24", "2027-03-27")
    const minutes = fc.integer({ min: 0, max: 1439 })
    holds(
      fc.property(days, minutes, fc.constantFrom(...ZONES), (date, minute, id) => {
        const local = `${date}T${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`
        const expected = Temporal.PlainDateTime.from(local).toZonedDateTime(id).toInstant().toString()
        expect(instantIn(local, id)).toBe(expected)
      }),
    )
  })

  it("a day that a zone never lived begins where the next one does", () => {
    expect(startOfDayIn("2011-12-30", "Pacific/Apia")).toBe(startOfDayIn("2011-12-31", "Pacific/Apia"))
  })

  it("a delivery at 23:30Z on 9 November is on 10 November in Paris", () => {
    expect(civilDateIn("2026-11-09T23:30:00Z", "Europe/Paris")).toBe("2026-11-10")
    expect(civilDateIn("2026-11-09T22:59:59Z", "Europe/Paris")).toBe("2026-11-09")
  })

  it("days outside the tables are computed too", () => {
    const zone = timeZone("Europe/Paris", "zone")
    const far = dayOf(2301, 6, 1)
    expect(writeInstant(zone.startOfDay(far))).toBe("2301-05-31T22:00:00Z")
    expect(zone.startOfDayText(far)).toBe("2301-05-31T22:00:00Z")
    expect(zone.dayAt(zone.startOfDay(far))).toBe(far)
    const old = dayOf(1890, 6, 1)
    expect(zone.dayAt(zone.startOfDay(old))).toBe(old)
    expect(zone.startOfDayText(old)).toBe("1890-05-31T23:50:39Z")
  })

  it("names in other letters share a zone; offsets and unknown names are refused", () => {
    expect(timeZone("europe/paris", "zone")).toBe(timeZone("Europe/Paris", "zone"))
    for (const bad of ["+02:00", "Mars/Olympus", "", 5, undefined]) {
      expect(() => timeZone(bad as string, "place.zone")).toThrow(
        /^place\.zone: .* is not accepted; give the name of an IANA time zone/,
      )
    }
  })

  it("thousands of spellings do not grow the memory without bound", () => {
    const spell = (n: number): string =>
      [..."europe/paris"].map((letter, i) => ((n >> i) & 1 ? letter.toUpperCase() : letter)).join("")
    for (let n = 0; n < 300; n++) timeZone(spell(n), "zone")
    expect(timeZone("Europe/Paris", "zone").startOfDay(0)).toBe(-3_600_000)
  })
})

describe("instants", () => {
  it.each([
    ["2026-11-16T23:00:00Z", "2026-11-16T23:00:00Z"],
    ["2026-11-16T23:00Z", "2026-11-16T23:00:00Z"],
    ["2026-11-16T23:00:07Z", "2026-11-16T23:00:07Z"],
    ["2026-11-16T23:59:59Z", "2026-11-16T23:59:59Z"],
    ["2026-11-16T23:00:07.5Z", "2026-11-16T23:00:07.500Z"],
    ["2026-11-16T23:00:07.045Z", "2026-11-16T23:00:07.045Z"],
    ["2026-11-17T00:00:00+01:00", "2026-11-16T23:00:00Z"],
    ["2026-11-16T19:30:00-03:30", "2026-11-16T23:00:00Z"],
    ["1969-12-31T23:59:00Z", "1969-12-31T23:59:00Z"],
  ])("%s is %s", (text, utc) => {
    expect(writeInstant(toInstant(text, "sent"))).toBe(utc)
    expect(instantIn(text, "Indian/Reunion")).toBe(utc)
    expect(toInstant(text, "sent")).toBe(Date.parse(text))
  })

  it.each([
    ["2026-11-16T24:00:00Z"],
    ["2026-11-16T23:60:00Z"],
    ["2026-11-16T23:00:60Z"],
    ["2026-11-16T2x:00:00Z"],
    ["2026-11-16T23:x0:00Z"],
    ["2026-11-16T23:00:0xZ"],
    ["2026-11-16 23:00:00Z"],
    ["2026-11-16T23.00:00Z"],
    ["2026-11-16T23:00.00Z"],
    ["2026-02-30T23:00:00Z"],
    ["2026-11-16T23:00:00+25:00"],
    ["2026-11-16T23:00:00z"],
    ["2026-11-16T23:0"],
    ["2026-11-16T23:00:00.1234Z"],
    ["2026-11-16T23:00:00Zjunk"],
    ["x2026-11-16T23:00:00Z"],
    ["2026-11-16T23:00:00"],
    ["2026-11-16"],
    ["now"],
    [1_800_000_000_000],
    [undefined],
  ])("%p is refused where an instant is needed", (text) => {
    expect(() => toInstant(text as string, "sent")).toThrow(
      /^sent: .* is not accepted; give an instant YYYY-MM-DDTHH:MM/,
    )
  })

  it("a local time needs no offset, a broken one is refused", () => {
    expect(instantIn("2026-11-16T10:00:30", "Europe/Paris")).toBe("2026-11-16T09:00:30Z")
    expect(instantIn("2026-11-16T10:00:30.250", "Europe/Paris")).toBe("2026-11-16T09:00:30.250Z")
    expect(() => instantIn("2026-11-16T10h00", "Europe/Paris")).toThrow(/^moment: .* a date and time/)
    expect(() => startOfDayIn("2026-11-31", "Europe/Paris")).toThrow(/^date: /)
    expect(() => civilDateIn("2026-11-16T10:00", "Europe/Paris")).toThrow(/^instant: /)
  })
})

describe("numbers of the law as dated data", () => {
  const rule = new Dated("a number", [
    { from: "2016-07-01", value: 1, source: "first text" },
    { from: "2022-01-01", value: 2, source: "second text" },
  ])

  it("the date of the case selects the version in force", () => {
    expect(rule.on(toDay("2016-07-01", "d"), "d").value).toBe(1)
    expect(rule.on(toDay("2021-12-31", "d"), "d").value).toBe(1)
    expect(rule.on(toDay("2022-01-01", "d"), "d")).toEqual({ from: "2022-01-01", value: 2, source: "second text" })
  })

  it("a case older than the oldest version is refused by name", () => {
    expect(() => rule.on(toDay("2016-06-30", "d"), "concludedOn")).toThrow(
      'concludedOn: "2016-06-30" is not accepted; give a date from 2016-07-01 on (a number: older law is not kept here).',
    )
  })
})
