import {
  lateDeliveryRights,
  latestDelivery,
  lawOptions,
  promisedDelivery,
  type PromiseFacts,
  refundAfterRescission,
  rescissionEffect,
} from ".."

const MONDAY_TO_FRIDAY = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const
const working = (
  count: number,
  week: PromiseFacts["delay"] extends infer D ? (D extends { week: infer W } ? W : never) : never,
) => ({ kind: "workingDays", count, week }) as const

describe("L216-1: the date promised", () => {
  const on = (facts: PromiseFacts) => promisedDelivery(facts).on

  it("calendar days are counted from the day after the order, and do not roll", () => {
    expect(promisedDelivery({ orderedOn: "2026-12-22", delay: { kind: "days", count: 3 } })).toMatchObject({
      on: "2026-12-25",
      countedFrom: "2026-12-22",
      articles: ["L216-1", "L111-1"],
    })
    expect(on({ orderedOn: "2026-12-22", delay: { kind: "days", count: 0 } })).toBe("2026-12-22")
  })

  it("an order from the cut-off hour on counts from the next day", () => {
    const facts = { orderedOn: "2026-11-16", cutOff: "14:00", delay: { kind: "days", count: 2 } } as const
    expect(on({ ...facts, orderedAt: "13:59" })).toBe("2026-11-18")
    expect(on({ ...facts, orderedAt: "14:00" })).toBe("2026-11-19")
    expect(on({ ...facts, orderedAt: "23:30" })).toBe("2026-11-19")
    expect(on({ ...facts, orderedAt: "14:05", cutOff: "14:30" })).toBe("2026-11-18")
    expect(on({ ...facts, cutOff: undefined })).toBe("2026-11-18")
  })

  it("working days skip the week-end, public holidays and the merchant's closing days", () => {
    expect(on({ orderedOn: "2026-11-09", delay: working(3, MONDAY_TO_FRIDAY) })).toBe("2026-11-13")
    expect(on({ orderedOn: "2026-11-09", delay: working(3, [...MONDAY_TO_FRIDAY, "saturday"]) })).toBe("2026-11-13")
    expect(on({ orderedOn: "2026-11-12", delay: working(2, MONDAY_TO_FRIDAY) })).toBe("2026-11-16")
    expect(on({ orderedOn: "2026-11-12", delay: working(2, [...MONDAY_TO_FRIDAY, "saturday"]) })).toBe("2026-11-14")
    const closed = { orderedOn: "2026-11-12", closedOn: ["2026-11-13", "2026-11-16"] }
    expect(on({ ...closed, delay: working(1, MONDAY_TO_FRIDAY) })).toBe("2026-11-17")
    expect(on({ orderedOn: "2026-11-14", delay: working(0, MONDAY_TO_FRIDAY) })).toBe("2026-11-16")
  })

  it("without a cut-off the days after the order count; with one, an order of the week-end is handled on Monday", () => {
    expect(on({ orderedOn: "2026-11-21", delay: working(2, MONDAY_TO_FRIDAY) })).toBe("2026-11-24")
    const facts = { orderedAt: "15:00", cutOff: "14:00", delay: working(2, MONDAY_TO_FRIDAY) }
    expect(on({ ...facts, orderedOn: "2026-11-20" })).toBe("2026-11-25")
    expect(promisedDelivery({ ...facts, orderedOn: "2026-11-21", orderedAt: "09:00" })).toMatchObject({
      on: "2026-11-25",
      countedFrom: "2026-11-23",
    })
  })

  it("holidays are those of the territories given", () => {
    const facts = { orderedOn: "2027-12-17", delay: working(1, MONDAY_TO_FRIDAY) }
    expect(on(facts)).toBe("2027-12-20")
    expect(on({ ...facts, territories: ["RE"] })).toBe("2027-12-21")
  })

  it("the longest delay is accepted, one that leaves the calendar is refused", () => {
    expect(on({ orderedOn: "2026-11-16", delay: { kind: "days", count: 3650 } })).toBe("2036-11-13")
    const mondays = { orderedOn: "2199-12-31", delay: working(3650, ["monday"]) }
    expect(() => on(mondays)).toThrow(/^delay\.count: 3650 .* a delay that ends before 2250/)
  })

  it("a fixed date is the promise", () => {
    expect(promisedDelivery({ orderedOn: "2026-11-16", delay: { kind: "date", on: "2027-03-01" } })).toMatchObject({
      on: "2027-03-01",
      countedFrom: "2026-11-16",
      articles: ["L216-1", "L111-1"],
    })
    expect(on({ orderedOn: "2026-11-16", delay: { kind: "date", on: "2026-11-16" } })).toBe("2026-11-16")
  })

  it("the reason, for each kind of delay", () => {
    const orderedOn = "2026-11-16"
    expect(
      [
        promisedDelivery({ orderedOn, delay: { kind: "days", count: 1 } }),
        promisedDelivery({ orderedOn, delay: { kind: "days", count: 5 } }),
        promisedDelivery({ orderedOn, delay: working(1, ["saturday", "sunday"]) }),
        promisedDelivery({ orderedOn, delay: working(4, MONDAY_TO_FRIDAY) }),
        promisedDelivery({ orderedOn, delay: { kind: "date", on: "2026-12-01" } }),
      ].map(({ reason }) => ({ fr: reason.fr, en: reason.en })),
    ).toMatchSnapshot()
  })
})

describe("L216-1: the last day of delivery", () => {
  it("the date announced, else thirty days from the conclusion, without roll", () => {
    expect(latestDelivery({ concludedOn: "2026-11-22", announcedOn: "2026-11-28" })).toMatchObject({
      latest: "2026-11-28",
      source: "announced",
      articles: ["L216-1"],
    })
    expect(latestDelivery({ concludedOn: "2026-11-26" })).toMatchObject({
      latest: "2026-12-26",
      source: "statutory",
      articles: ["L216-1"],
    })
    expect(() => latestDelivery({ concludedOn: "2014-06-13" })).toThrow(/^concludedOn: /)
    expect(latestDelivery({ concludedOn: "2026-11-26", announcedOn: null }).latest).toBe("2026-12-26")
    expect(latestDelivery({ concludedOn: "2026-11-26", announcedOn: "2027-06-01" }).latest).toBe("2027-06-01")
    expect(latestDelivery({ concludedOn: "2026-11-26", announcedOn: "2026-11-26" }).latest).toBe("2026-11-26")
  })

  it("U6 by option: the statutory period rolls, the date announced does not", () => {
    const options = lawOptions({ u6RollTraderPeriods: true })
    expect(latestDelivery({ concludedOn: "2026-11-26" }, options)).toMatchObject({ latest: "2026-12-28" })
    expect(latestDelivery({ concludedOn: "2026-11-26", announcedOn: "2026-12-26" }, options).latest).toBe("2026-12-26")
    expect(latestDelivery({ concludedOn: "2026-11-26" }, options).reason).toMatchSnapshot()
  })

  it("the reason", () => {
    expect(latestDelivery({ concludedOn: "2026-11-22", announcedOn: "2026-11-28" }).reason.fr).toMatchSnapshot()
    expect(latestDelivery({ concludedOn: "2026-11-22", announcedOn: "2026-11-28" }).reason.en).toMatchSnapshot()
    expect(latestDelivery({ concludedOn: "2026-11-22" }).reason.fr).toMatchSnapshot()
    expect(latestDelivery({ concludedOn: "2026-11-22" }).reason.en).toMatchSnapshot()
  })
})

describe("L216-6: what a consumer may do when delivery fails", () => {
  const latest = "2026-12-10"
  const notice = { receivedOn: "2026-12-12", extraPeriodEndsOn: "2026-12-22" }
  const nothing = { maySuspendPayment: false, mayServeNotice: false, mayRescind: false }

  it("in time: nothing yet, to the last day itself", () => {
    expect(lateDeliveryRights({ latest, today: "2026-12-10" })).toMatchObject({
      ...nothing,
      late: false,
      ground: "inTime",
    })
  })

  it("late: suspend payment, serve notice; not rescind yet", () => {
    expect(lateDeliveryRights({ latest, today: "2026-12-11" })).toMatchObject({
      late: true,
      maySuspendPayment: true,
      mayServeNotice: true,
      mayRescind: false,
      ground: "notice",
      articles: ["L216-6", "L216-1"],
    })
  })

  it("after a formal notice: rescind once the extra period is over", () => {
    const on = (today: string) => lateDeliveryRights({ latest, today, formalNotice: notice })
    expect(on("2026-12-12")).toMatchObject({ ground: "extraPeriodRunning", mayRescind: false, maySuspendPayment: true })
    expect(on("2026-12-22")).toMatchObject({ ground: "extraPeriodRunning", mayServeNotice: false })
    expect(on("2026-12-23")).toMatchObject({ ground: "extraPeriodOver", mayRescind: true })
  })

  it("a notice before there was a breach, or not received yet, puts nobody on notice", () => {
    const early = { receivedOn: "2026-12-10", extraPeriodEndsOn: "2026-12-11" }
    expect(lateDeliveryRights({ latest, today: "2026-12-15", formalNotice: early }).ground).toBe("notice")
    expect(lateDeliveryRights({ latest, today: "2026-12-11", formalNotice: notice }).ground).toBe("notice")
    expect(lateDeliveryRights({ latest, today: "2026-12-15", formalNotice: null }).ground).toBe("notice")
  })

  it("at once: when the trader refuses, even before the date, or when the date was essential", () => {
    expect(lateDeliveryRights({ latest, today: "2026-12-01", refused: true })).toMatchObject({
      late: false,
      maySuspendPayment: true,
      mayServeNotice: true,
      mayRescind: true,
      ground: "refusal",
    })
    expect(lateDeliveryRights({ latest, today: "2026-12-11", essential: true })).toMatchObject({
      mayServeNotice: true,
      mayRescind: true,
      ground: "essentialDate",
    })
    expect(lateDeliveryRights({ latest, today: "2026-12-10", essential: true }).ground).toBe("inTime")
  })

  it("delivered: nothing more to claim under this article", () => {
    const delivered = { latest, deliveredOn: "2026-12-20", essential: true, refused: true }
    expect(lateDeliveryRights({ ...delivered, today: "2026-12-20" })).toMatchObject({
      ...nothing,
      ground: "none",
      late: false,
    })
    expect(lateDeliveryRights({ ...delivered, refused: false, today: "2026-12-19" })).toMatchObject({
      ground: "essentialDate",
    })
  })

  it("the reason, for each state", () => {
    const states = [
      { latest, today: "2026-12-10" },
      { latest, today: "2026-12-11" },
      { latest, today: "2026-12-15", formalNotice: notice },
      { latest, today: "2026-12-23", formalNotice: notice },
      { latest, today: "2026-12-01", refused: true },
      { latest, today: "2026-12-11", essential: true },
      { latest, today: "2026-12-11", deliveredOn: "2026-12-11" },
    ].map((facts) => lateDeliveryRights(facts).reason)
    expect(states.map(({ fr, en }) => ({ fr, en }))).toMatchSnapshot()
  })
})

describe("L216-6: effect of a rescission on receipt", () => {
  const receivedAt = "2026-12-23T10:00:00Z"

  it("ends the contract unless the good was delivered before, to the second", () => {
    const effect = (deliveredAt: string | null | undefined, mayRescind = true) =>
      rescissionEffect({ mayRescind, receivedAt, deliveredAt })
    expect(effect(null)).toMatchObject({ rescinded: true, articles: ["L216-6"] })
    expect(effect(undefined).rescinded).toBe(true)
    expect(effect("2026-12-23T10:00:00Z").rescinded).toBe(true)
    expect(effect("2026-12-23T09:59:59Z").rescinded).toBe(false)
    expect(effect(null, false).rescinded).toBe(false)
    expect(
      [effect(null), effect("2026-12-23T09:59:59Z"), effect(null, false)].map(({ reason }) => reason),
    ).toMatchSnapshot()
  })
})

describe("L216-7: refund after rescission", () => {
  it("fourteen days from the day the contract was denounced, strict by default", () => {
    expect(refundAfterRescission("2027-01-05")).toMatchObject({ due: "2027-01-19", articles: ["L216-7"] })
    expect(refundAfterRescission("2026-12-11").due).toBe("2026-12-25")
    const rolled = lawOptions({ u6RollTraderPeriods: true })
    expect(refundAfterRescission("2026-12-11", {}, rolled).due).toBe("2026-12-28")
    expect(refundAfterRescission("2026-12-12", { territories: ["ALSACE_MOSELLE"] }, rolled).due).toBe("2026-12-28")
  })

  it("the reason", () => {
    const rolled = lawOptions({ u6RollTraderPeriods: true })
    const reasons = [refundAfterRescission("2027-01-05"), refundAfterRescission("2026-12-11", {}, rolled)]
    expect(reasons.map(({ reason }) => ({ fr: reason.fr, en: reason.en }))).toMatchSnapshot()
  })
})
