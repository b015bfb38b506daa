import * as fc from "fast-check"
import {
  extendForMissingInformation,
  informationOnWithdrawal,
  lawOptions,
  onlineFunction,
  type RunningPeriod,
  takingBack,
  timeliness,
  type WithdrawalFacts,
  withdrawalPeriod,
} from ".."
import { civilDates, holds, plusDays } from "./support"

function running(facts: WithdrawalFacts): RunningPeriod {
  const period = withdrawalPeriod(facts)
  if (!period.started) throw new Error("the period should have started")
  return period
}

const goods = (...receptions: (string | null)[]) => ({ contract: "goods", receptions }) as const

describe("L221-18: what starts the withdrawal period", () => {
  it("one good: its reception, which is not counted", () => {
    expect(withdrawalPeriod(goods("2026-11-02"))).toMatchObject({
      started: true,
      start: "2026-11-02",
      nominal: "2026-11-16",
      last: "2026-11-16",
      end: "2026-11-16T23:00:00Z",
      articles: ["L221-18", "L221-19", "Reg. 1182/71"],
    })
  })

  it("several goods delivered separately, lots or pieces: the last reception, in whatever order they are given", () => {
    expect(running(goods("2026-11-02", "2026-11-05", "2026-11-04")).start).toBe("2026-11-05")
    expect(running(goods("2026-11-05", "2026-11-02")).start).toBe("2026-11-05")
  })

  it("V-S1: not started while one reception is missing; the right may be used already", () => {
    expect(withdrawalPeriod(goods("2026-11-02", null, "2026-11-05"))).toEqual({
      started: false,
      start: null,
      nominal: null,
      last: null,
      end: null,
      missing: 1,
      articles: ["L221-18", "Dir. 2011/83"],
      reason: {
        fr: "Le délai n'a pas commencé : une réception manque encore. La rétractation est déjà possible.",
        en: "The period has not started: one reception is still missing. Withdrawal is already possible.",
      },
    })
    const none = withdrawalPeriod(goods(null, null))
    expect(none).toMatchObject({ started: false, missing: 2 })
    expect(none.reason).toMatchSnapshot()
  })

  it("regular deliveries: the first reception, even while later ones are missing", () => {
    const facts = { contract: "regularDeliveries", receptions: ["2026-12-05", "2026-11-05", null] } as const
    expect(running(facts).start).toBe("2026-11-05")
    expect(withdrawalPeriod({ contract: "regularDeliveries", receptions: [null, null] })).toMatchObject({
      started: false,
      missing: 1,
    })
  })

  it("services and digital content: the conclusion of the contract", () => {
    expect(running({ contract: "service", concluded: "2026-11-02T23:30:00Z" }).start).toBe("2026-11-03")
    expect(running({ contract: "digitalContent", concluded: "2026-11-02" }).last).toBe("2026-11-16")
  })

  it("the day of an instant is taken in the zone of the delivery address", () => {
    expect(running(goods("2026-11-09T23:30:00Z")).start).toBe("2026-11-10")
    expect(running({ ...goods("2026-11-09T21:30:00Z"), territories: ["RE"] }).start).toBe("2026-11-10")
    expect(running({ ...goods("2026-11-09T21:30:00Z"), territories: ["RE"], zone: "Europe/Paris" }).start).toBe(
      "2026-11-09",
    )
    expect(running(goods("2026-11-09T23:30")).start).toBe("2026-11-09")
    expect(running(goods("2026-11-09T23:30:00+01:00")).start).toBe("2026-11-09")
  })

  it("the reason follows the computation, in French and in English", () => {
    const cases: Record<string, WithdrawalFacts> = {
      plain: goods("2026-11-02"),
      "week-end": goods("2026-11-07"),
      sunday: goods("2026-11-08"),
      holiday: goods("2026-10-28"),
      "several goods": goods("2026-11-02", "2026-10-28"),
      "regular deliveries": { contract: "regularDeliveries", receptions: ["2026-11-05"] },
      service: { contract: "service", concluded: "2026-11-05" },
      "digital content": { contract: "digitalContent", concluded: "2026-11-05" },
    }
    const reasons = Object.entries(cases).map(([name, facts]) => [
      name,
      { ...JSON.parse(JSON.stringify(running(facts))).reason },
    ])
    expect(Object.fromEntries(reasons)).toMatchSnapshot()
  })

  it("contracts before the loi Hamon are not answered with today's law", () => {
    expect(() => withdrawalPeriod(goods("2014-06-13"))).toThrow(/start: "2014-06-13" .* 2014-06-14/)
    expect(running(goods("2014-06-14")).nominal).toBe("2014-06-28")
  })
})

describe("L221-19: properties of the period", () => {
  const dates = civilDates("2015-01-01", "2099-01-01")

  it("property: a later reception never gives an earlier end", () => {
    holds(
      fc.property(
        fc.array(dates, { minLength: 1, maxLength: 5 }),
        fc.nat(4),
        fc.nat(400),
        (receptions, which, days) => {
          const later = receptions.map((date, i) => (i === which % receptions.length ? plusDays(date, days) : date))
          expect(running(goods(...receptions)).end <= running(goods(...later)).end).toBe(true)
        },
      ),
    )
  })

  it("property: fourteen days from the day after the event, at least", () => {
    holds(
      fc.property(dates, (date) => {
        const { start, nominal, last } = running(goods(date))
        expect([start, nominal]).toEqual([date, plusDays(date, 14)])
        expect(last >= nominal && last <= plusDays(nominal, 5)).toBe(true)
      }),
    )
  })
})

describe("L221-20: extension for missing information", () => {
  const initial = running(goods("2026-11-02"))
  const extended = (informedOn: string | null, period = initial, options = lawOptions({})) =>
    extendForMissingInformation(period, informedOn, {}, options)

  it("never informed: twelve months from the end of the initial period", () => {
    expect(extended(null)).toMatchObject({
      started: true,
      start: "2026-11-02",
      initialLast: "2026-11-16",
      last: "2027-11-16",
      end: "2027-11-16T23:00:00Z",
      ground: "twelveMonths",
      articles: ["L221-20", "L221-5", "L221-18", "L221-19", "Reg. 1182/71", "Dir. 2011/83"],
    })
  })

  it("the twelve months end on a working day too", () => {
    expect(extended(null, running(goods("2026-10-30"))).last).toBe("2027-11-15")
  })

  it("informed meanwhile: fourteen days from the day of the information, even past the twelve months", () => {
    expect(extended("2027-02-01")).toMatchObject({ last: "2027-02-15", ground: "fourteenDaysFromInformation" })
    expect(extended("2027-11-16")).toMatchObject({ last: "2027-11-30", ground: "fourteenDaysFromInformation" })
    expect(extended("2027-02-06").last).toBe("2027-02-22")
  })

  it("informed when the extension is over: nothing revives", () => {
    expect(extended("2027-11-17")).toMatchObject({ last: "2027-11-16", ground: "twelveMonths" })
  })

  it("informed inside the initial period: fourteen days from it, never less than the initial period (U11)", () => {
    expect(extended("2026-11-16")).toMatchObject({ last: "2026-11-30", ground: "fourteenDaysFromInformation" })
    expect(extended("2026-11-10")).toMatchObject({ last: "2026-11-24", ground: "fourteenDaysFromInformation" })
    expect(extended("2026-11-02")).toMatchObject({ last: "2026-11-16", ground: "initialEnd" })
    expect(extended("2026-10-20")).toMatchObject({ last: "2026-11-16", ground: "initialEnd" })
  })

  it("U11 by option: the initial end, and twelve months from the nominal day", () => {
    const initialEnd = lawOptions({ u11InformedInside: "initialEnd" })
    expect(extended("2026-11-10", initial, initialEnd)).toMatchObject({ last: "2026-11-16", ground: "initialEnd" })
    expect(extended("2026-11-16", initial, initialEnd)).toMatchObject({ last: "2026-11-16", ground: "initialEnd" })
    expect(extended("2026-11-17", initial, initialEnd)).toMatchObject({ last: "2026-12-01" })
    const nominal = lawOptions({ u11TwelveMonthsFrom: "nominal" })
    const rolled = running(goods("2026-11-07"))
    expect(extended(null, rolled).last).toBe("2027-11-23")
    expect(extended(null, rolled, nominal).last).toBe("2027-11-22")
  })

  it("a period that makes no sense is refused by name", () => {
    const bad = (changes: object) => () => extended(null, { ...initial, ...changes })
    expect(bad({ start: "2026-02-30" })).toThrow(/^initial\.start: /)
    expect(bad({ nominal: "soon" })).toThrow(/^initial\.nominal: /)
    expect(bad({ last: "x" })).toThrow(/^initial\.last: /)
    expect(bad({ last: "2026-11-01" })).toThrow(/^initial\.last: "2026-11-01" .* not before initial\.start/)
  })

  it("the reason says what decided", () => {
    const reasons = Object.fromEntries(
      [null, "2027-12-01", "2027-02-01", "2027-02-06", "2026-11-02"].map((informedOn) => [
        String(informedOn),
        extended(informedOn).reason.fr + " | " + extended(informedOn).reason.en,
      ]),
    )
    expect(reasons).toMatchSnapshot()
    const sunday = extended(null, running(goods("2026-10-31")))
    expect(sunday.reason).toMatchSnapshot()
  })

  it("overseas, the end is midnight there and the holidays are those of there", () => {
    const place = { territories: ["GP"] }
    const period = running({ ...goods("2026-05-13"), ...place })
    expect(period).toMatchObject({ nominal: "2026-05-27", last: "2026-05-28", end: "2026-05-29T04:00:00Z" })
    expect(extendForMissingInformation(period, null, place)).toMatchObject({
      last: "2027-05-28",
      end: "2027-05-29T04:00:00Z",
    })
  })

  it("property: the extended period is never shorter than the initial one", () => {
    const dates = civilDates("2020-01-01", "2060-01-01")
    holds(
      fc.property(dates, fc.option(fc.integer({ min: -30, max: 500 })), (date, offset) => {
        const period = running(goods(date))
        const last = extended(offset === null ? null : plusDays(date, offset), period).last
        expect(last >= period.last).toBe(true)
      }),
    )
  })
})

describe("L221-5, 7°: the information that keeps the period short", () => {
  const full = { conditions: true, modelForm: true, onlineFunction: true, concludedOn: "2026-11-02" }

  it("complete: nothing is missing", () => {
    expect(informationOnWithdrawal(full)).toEqual({
      complete: true,
      extends: false,
      missing: [],
      articles: ["L221-5", "L221-20"],
      reason: {
        fr: "L'information sur la rétractation est complète.",
        en: "The information on withdrawal is complete.",
      },
    })
  })

  it("each part that is missing is named", () => {
    const nothing = informationOnWithdrawal({ ...full, conditions: false, modelForm: false, onlineFunction: false })
    expect(nothing).toMatchObject({
      complete: false,
      extends: true,
      missing: ["conditions", "modelForm", "onlineFunction"],
    })
    expect(nothing.reason).toMatchSnapshot()
    expect(informationOnWithdrawal({ ...full, modelForm: false }).missing).toEqual(["modelForm"])
  })

  it("the online function counts for contracts from 19 June 2026 on, unless counsel reads U4 otherwise", () => {
    const without = { ...full, onlineFunction: false }
    expect(informationOnWithdrawal(without)).toMatchObject({ missing: ["onlineFunction"], extends: true })
    expect(informationOnWithdrawal({ ...without, concludedOn: "2026-06-19" }).complete).toBe(false)
    expect(informationOnWithdrawal({ ...without, concludedOn: "2026-06-18" }).complete).toBe(true)
    const read = lawOptions({ u4MissingFunctionExtends: false })
    expect(informationOnWithdrawal(without, read)).toMatchObject({ complete: false, extends: false })
    expect(informationOnWithdrawal({ ...without, modelForm: false }, read).extends).toBe(true)
  })
})

describe("L221-21: sent in time", () => {
  it("sending counts, to the last second of the last day in Paris", () => {
    expect(timeliness("2026-11-23T23:59:59", "2026-11-23")).toMatchObject({
      inTime: true,
      end: "2026-11-23T23:00:00Z",
      articles: ["L221-21", "L221-19"],
    })
    expect(timeliness("2026-11-23T22:59:59.999Z", "2026-11-23").inTime).toBe(true)
    expect(timeliness("2026-11-23T23:00:00Z", "2026-11-23").inTime).toBe(false)
  })

  it("overseas the later of local midnight and Paris midnight counts (U10)", () => {
    const reunion = { territories: ["RE"] }
    expect(timeliness("2027-12-21T22:30:00Z", "2027-12-21", reunion)).toMatchObject({
      inTime: true,
      end: "2027-12-21T23:00:00Z",
    })
    const guadeloupe = { territories: ["GP"] }
    expect(timeliness("2027-12-22T03:59:59Z", "2027-12-21", guadeloupe)).toMatchObject({
      inTime: true,
      end: "2027-12-22T04:00:00Z",
    })
    expect(timeliness("2027-12-22T04:00:00Z", "2027-12-21", guadeloupe).inTime).toBe(false)
    const localOnly = lawOptions({ u10Clock: "delivery" })
    expect(timeliness("2027-12-21T22:30:00Z", "2027-12-21", reunion, localOnly)).toMatchObject({
      inTime: false,
      end: "2027-12-21T20:00:00Z",
    })
  })

  it("of a letter only the day of posting is known: in time to the last day itself", () => {
    expect(timeliness("2026-11-23", "2026-11-23").inTime).toBe(true)
    expect(timeliness("2026-11-24", "2026-11-23").inTime).toBe(false)
    expect(() => timeliness("2026-02-30", "2026-11-23")).toThrow(/^sent: /)
  })

  it("before the period has begun a declaration is in time", () => {
    expect(timeliness("2026-11-01T10:00:00Z", null)).toEqual({
      inTime: true,
      end: null,
      articles: ["L221-21", "L221-19"],
      reason: {
        fr: "Le délai n'a pas commencé, faute de réception complète : la déclaration est dans le délai.",
        en: "The period has not begun, for want of a complete reception: the declaration is in time.",
      },
    })
  })

  it("the reason names the last day", () => {
    expect(timeliness("2026-11-23T10:00:00Z", "2026-11-23").reason).toMatchSnapshot()
    expect(timeliness("2026-11-24T10:00:00Z", "2026-11-23").reason).toMatchSnapshot()
    expect(timeliness("2027-12-21T22:30:00Z", "2027-12-21", { territories: ["RE"] }).reason.fr).toContain(
      "heure de Paris",
    )
    expect(timeliness("2027-12-21T22:30:00Z", "2027-12-21", { territories: ["GP"] }).reason.fr).toContain("Guadeloupe")
  })

  it("property: the period's own end is the first late instant at the delivery address in metropolitan France", () => {
    holds(
      fc.property(civilDates("2015-01-01", "2090-01-01"), (date) => {
        const { last, end } = running(goods(date))
        expect(timeliness(end, last).inTime).toBe(false)
        expect(timeliness(new Date(Date.parse(end) - 1).toISOString(), last).inTime).toBe(true)
      }),
    )
  })
})

describe("D221-5: the online withdrawal function", () => {
  it("is mandatory for contracts from 19 June 2026 on, with its two labels, without account, acknowledged at once", () => {
    expect(onlineFunction({ concludedOn: "2026-06-19", locale: "fr-FR" })).toEqual({
      required: true,
      visible: true,
      labels: { withdraw: "Renoncer au contrat ici", confirm: "Confirmer la rétractation" },
      withoutAccount: true,
      acknowledgement: "atOnce",
      articles: ["L221-21", "D221-5"],
      reason: {
        fr: "Le contrat a été conclu en ligne à compter du 19 juin 2026 : la fonctionnalité de rétractation est obligatoire.",
        en: "The contract was concluded online on or after 19 June 2026: the withdrawal function is mandatory.",
      },
    })
    const before = onlineFunction({ concludedOn: "2026-06-18", locale: "en" })
    expect(before).toMatchObject({ required: false, visible: true })
    expect(before.reason).toMatchSnapshot()
  })

  it("U5 by option: the French words alone", () => {
    const options = lawOptions({ u5Reading: "french" })
    expect(onlineFunction({ concludedOn: "2026-11-02", locale: "fr" }, options)).toMatchObject({
      withoutAccount: true,
      acknowledgement: "reasonableDelay",
    })
  })

  it("U20: visible even where every line is excepted, unless an option hides it", () => {
    const excepted = { concludedOn: "2026-11-02", locale: "fr", everyLineExcepted: true }
    const hidden = lawOptions({ u20FunctionWhenAllExcepted: "hidden" })
    expect(onlineFunction(excepted).visible).toBe(true)
    expect(onlineFunction(excepted)).toMatchObject({ required: true, visible: true })
    expect(onlineFunction(excepted, hidden)).toMatchObject({ required: false, visible: false })
    expect(onlineFunction(excepted, hidden).reason).toMatchSnapshot()
    expect(onlineFunction({ ...excepted, everyLineExcepted: false }, hidden).visible).toBe(true)
    expect(onlineFunction({ concludedOn: "2026-11-02", locale: "fr" }, hidden).visible).toBe(true)
  })
})

describe("U21: keeping the goods after all", () => {
  it("takes effect only when the consumer asks and the merchant agrees", () => {
    const outcome = (requestedByConsumer: boolean, agreedByMerchant: boolean) =>
      takingBack({ requestedByConsumer, agreedByMerchant })
    expect(outcome(true, true)).toMatchObject({ takesEffect: true, articles: ["L221-27"] })
    expect(outcome(true, true).reason).toMatchSnapshot()
    expect(outcome(true, false).takesEffect).toBe(false)
    expect(outcome(false, true).takesEffect).toBe(false)
    expect(outcome(false, false).reason).toMatchSnapshot()
  })

  it("by option it never does", () => {
    const never = lawOptions({ u21TakingBack: "never" })
    expect(takingBack({ requestedByConsumer: true, agreedByMerchant: true }, never).takesEffect).toBe(false)
  })
})
