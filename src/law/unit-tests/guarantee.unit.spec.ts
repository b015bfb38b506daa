import {
  conformityGuarantee,
  conformityRefundDeadline,
  cureDeadline,
  type GuaranteeEvent,
  lawOptions,
  mediatorDeadline,
  secondRankRemedies,
  shippingCostDeadline,
} from ".."

const deliveredOn = "2025-01-31"
const repair: GuaranteeEvent = { kind: "repair", requestedOn: "2026-03-01", returnedOn: "2026-03-11" }
const guarantee = (...events: GuaranteeEvent[]) => conformityGuarantee({ deliveredOn, events })

describe("L217-3, L217-7: the two years and the presumption", () => {
  it("two years from delivery, presumed as long", () => {
    expect(conformityGuarantee({ deliveredOn })).toMatchObject({
      until: "2027-01-31",
      presumedUntil: "2027-01-31",
      digitalUntil: null,
      articles: ["L217-3", "L217-7"],
    })
    expect(conformityGuarantee({ deliveredOn: "2024-02-29" }).until).toBe("2026-02-28")
  })

  it("second-hand goods: presumed for twelve months", () => {
    expect(conformityGuarantee({ deliveredOn, secondHand: true })).toMatchObject({
      until: "2027-01-31",
      presumedUntil: "2026-01-31",
    })
  })

  it("a digital supply longer than two years is covered as long; the good itself is not", () => {
    const long = conformityGuarantee({ deliveredOn, digitalSupplyUntil: "2030-01-31" })
    expect(long).toMatchObject({ until: "2027-01-31", presumedUntil: "2027-01-31", digitalUntil: "2030-01-31" })
    expect(conformityGuarantee({ deliveredOn, digitalSupplyUntil: "2027-01-31" }).digitalUntil).toBeNull()
    expect(conformityGuarantee({ deliveredOn, digitalSupplyUntil: "2027-02-01" }).digitalUntil).toBe("2027-02-01")
    expect(conformityGuarantee({ deliveredOn, digitalSupplyUntil: null }).digitalUntil).toBeNull()
    const replaced = conformityGuarantee({
      deliveredOn,
      digitalSupplyUntil: "2030-01-31",
      events: [{ kind: "imposedReplacement", requestedOn: "2026-02-01", deliveredOn: "2026-02-15" }],
    })
    expect(replaced).toMatchObject({ until: "2028-02-15", digitalUntil: "2030-01-31" })
  })

  it("contracts before 2022 are not answered with today's law", () => {
    expect(() => conformityGuarantee({ deliveredOn: "2021-12-31" })).toThrow(/^deliveredOn: .* 2022-01-01/)
  })
})

describe("L217-13, L217-28: repair, replacement, suspension", () => {
  it("a repair suspends the guarantee while the good is away, then adds six months", () => {
    expect(guarantee(repair)).toMatchObject({
      until: "2027-08-10",
      presumedUntil: "2027-01-31",
      articles: ["L217-3", "L217-7", "L217-28", "L217-13"],
    })
  })

  it("U2: twelve months by option, for each repair or for the first one only", () => {
    const second: GuaranteeEvent = { kind: "repair", requestedOn: "2026-06-01", returnedOn: "2026-06-02" }
    const until = (changes: Parameters<typeof lawOptions>[0], ...events: GuaranteeEvent[]) =>
      conformityGuarantee({ deliveredOn, events }, lawOptions(changes)).until
    expect(until({ u2RepairExtensionMonths: 12 }, repair)).toBe("2028-02-10")
    expect(until({}, repair, second)).toBe("2028-02-11")
    expect(until({ u2RepairExtension: "once" }, repair, second)).toBe("2027-08-11")
    expect(until({ u2RepairExtension: "once" }, repair)).toBe("2027-08-10")
  })

  it("a replacement imposed instead of the repair starts a new guarantee and a new presumption", () => {
    const imposed: GuaranteeEvent = { kind: "imposedReplacement", requestedOn: "2026-03-01", deliveredOn: "2026-03-15" }
    expect(guarantee(imposed)).toMatchObject({ until: "2028-03-15", presumedUntil: "2028-03-15" })
    expect(conformityGuarantee({ deliveredOn, secondHand: true, events: [imposed] }).presumedUntil).toBe("2027-03-15")
    expect(guarantee(imposed).articles).toContain("L217-13")
  })

  it("a replacement that the consumer chose, and talks, only suspend", () => {
    expect(
      guarantee({ kind: "chosenReplacement", requestedOn: "2026-03-01", deliveredOn: "2026-03-15" }),
    ).toMatchObject({
      until: "2027-02-14",
      presumedUntil: "2027-01-31",
      articles: ["L217-3", "L217-7", "L217-28"],
    })
    expect(guarantee({ kind: "negotiation", from: "2026-03-01", until: "2026-03-02" }).until).toBe("2027-02-01")
    expect(guarantee({ kind: "negotiation", from: "2026-03-01", until: "2026-03-01" })).toMatchObject({
      until: "2027-01-31",
      articles: ["L217-3", "L217-7"],
    })
  })

  it("days that overlap are added once", () => {
    const talks: GuaranteeEvent = { kind: "negotiation", from: "2026-03-05", until: "2026-03-15" }
    const away: GuaranteeEvent = { kind: "chosenReplacement", requestedOn: "2026-03-01", deliveredOn: "2026-03-11" }
    expect(guarantee(away, talks).until).toBe("2027-02-14")
    expect(guarantee(away, { kind: "negotiation", from: "2026-03-02", until: "2026-03-04" }).until).toBe("2027-02-10")
  })

  it("asked for after the end, of a defect that appeared before it: extended, not suspended", () => {
    const late: GuaranteeEvent = {
      kind: "repair",
      defectOn: "2027-01-30",
      requestedOn: "2027-02-05",
      returnedOn: "2027-02-20",
    }
    expect(guarantee(late)).toMatchObject({ until: "2027-07-31", articles: ["L217-3", "L217-7", "L217-13"] })
    const { defectOn: _, ...unsaid } = late
    expect(() => guarantee(unsaid as GuaranteeEvent)).toThrow(/^events\[0\]: "repair" .* within the guarantee/)
    expect(() => guarantee({ ...late, defectOn: "2027-02-01" })).toThrow(/^events\[0\]/)
    expect(() => guarantee({ ...late, defectOn: "2025-01-30" })).toThrow(/^events\[0\]/)
    expect(() => guarantee({ ...repair, requestedOn: "2025-01-30" })).toThrow(/^events\[0\]/)
    expect(guarantee({ ...repair, requestedOn: "2027-01-31", returnedOn: "2027-02-01" }).until).toBe("2027-08-01")
    expect(guarantee({ ...repair, requestedOn: deliveredOn }).until).toBeDefined()
  })

  it("events are told in the order in which they began; a new term takes nothing away", () => {
    const later: GuaranteeEvent = { kind: "repair", requestedOn: "2026-06-01", returnedOn: "2026-06-11" }
    expect(() => guarantee(later, repair)).toThrow(/^events\[1\]: "repair" .* in the order in which they began/)
    const imposed: GuaranteeEvent = { kind: "imposedReplacement", requestedOn: "2026-06-15", deliveredOn: "2026-06-16" }
    expect(guarantee(repair, later).until).toBe("2028-02-20")
    expect(guarantee(repair, later, imposed)).toMatchObject({ until: "2028-06-16", presumedUntil: "2028-06-16" })
    const fourth: GuaranteeEvent = { ...later, requestedOn: "2026-06-12", returnedOn: "2026-06-13" }
    expect(guarantee(repair, later, fourth, imposed)).toMatchObject({
      until: "2028-08-22",
      presumedUntil: "2028-06-16",
    })
    const many = Array.from({ length: 101 }, () => later)
    expect(() => guarantee(...many)).toThrow(/^events: .* at most 100 events/)
    expect(() => conformityGuarantee({ deliveredOn, events: {} as GuaranteeEvent[] })).toThrow(/^events: \{\} /)
    const century = { kind: "repair", requestedOn: "2199-01-01", returnedOn: "2199-12-31" } as const
    const old = { deliveredOn: "2198-12-31", events: Array.from({ length: 100 }, () => century) }
    expect(() => conformityGuarantee(old)).toThrow(/^events: .* as many events as a good can live through/)
  })

  it("events that make no sense are refused by name", () => {
    expect(() => guarantee({ ...repair, returnedOn: "2026-02-28" })).toThrow(
      /^events\[0\]\.returnedOn: "2026-02-28" .* not before events\[0\]\.requestedOn/,
    )
    expect(() => guarantee({ ...repair, defectOn: "2026-03-02" })).toThrow(/^events\[0\]\.defectOn: .* not after/)
    expect(() => guarantee(repair, { kind: "loss" } as unknown as GuaranteeEvent)).toThrow(/^events\[1\]\.kind: "loss"/)
    expect(() => guarantee({ kind: "repair" } as unknown as GuaranteeEvent)).toThrow(/^events\[0\]\.requestedOn/)
    expect(() => guarantee(null as unknown as GuaranteeEvent)).toThrow(/^events\[0\]\.kind/)
  })

  it("the reason tells the story", () => {
    const stories = [
      conformityGuarantee({ deliveredOn, secondHand: true }),
      guarantee(repair),
      guarantee(
        { kind: "negotiation", from: "2026-03-01", until: "2026-03-02" },
        { kind: "imposedReplacement", requestedOn: "2026-04-01", deliveredOn: "2026-04-15" },
      ),
      conformityGuarantee({ deliveredOn, digitalSupplyUntil: "2030-01-31" }),
    ]
    expect(stories.map(({ reason }) => ({ fr: reason.fr, en: reason.en }))).toMatchSnapshot()
  })
})

describe("L217-10, L217-17, L241-6, L612-2: days to keep", () => {
  const rolled = lawOptions({ u6RollTraderPeriods: true })

  it("thirty days to cure from the request", () => {
    expect(cureDeadline("2026-11-26")).toMatchObject({ due: "2026-12-26", articles: ["L217-10", "L217-14"] })
    expect(cureDeadline("2026-11-26", {}, rolled).due).toBe("2026-12-28")
    expect(cureDeadline("2026-11-26").reason).toMatchSnapshot()
    expect(cureDeadline("2026-11-26", {}, rolled).reason).toMatchSnapshot()
  })

  it("fourteen days to refund from the good's return or its proof, whichever comes first", () => {
    expect(conformityRefundDeadline({ receivedOn: "2026-11-20", proofOfReturnOn: "2026-11-18" })).toMatchObject({
      due: "2026-12-02",
      articles: ["L217-17", "L217-16"],
    })
    expect(conformityRefundDeadline({ receivedOn: "2026-11-17", proofOfReturnOn: "2026-11-18" }).due).toBe("2026-12-01")
    expect(conformityRefundDeadline({ receivedOn: "2026-11-20" }).due).toBe("2026-12-04")
    expect(conformityRefundDeadline({ proofOfReturnOn: "2026-12-11" }).due).toBe("2026-12-25")
    expect(conformityRefundDeadline({ proofOfReturnOn: "2026-12-11" }, rolled).due).toBe("2026-12-28")
    expect(conformityRefundDeadline({ receivedOn: "2026-11-20" }).reason).toMatchSnapshot()
    const waiting = conformityRefundDeadline({ receivedOn: null })
    expect(waiting).toMatchObject({ due: null, articles: ["L217-17", "L217-16"] })
    expect(waiting.reason).toMatchSnapshot()
  })

  it("fourteen days to refund shipping costs", () => {
    expect(shippingCostDeadline("2026-11-20")).toMatchObject({ due: "2026-12-04", articles: ["L241-6"] })
    expect(shippingCostDeadline("2026-12-11", {}, rolled).due).toBe("2026-12-28")
    expect(shippingCostDeadline("2026-11-20").reason).toMatchSnapshot()
  })

  it("days before the law that they rest on are refused by the name of the field", () => {
    expect(() => cureDeadline("2021-12-31")).toThrow(/^requestedOn: /)
    expect(() => shippingCostDeadline("2021-12-31")).toThrow(/^informedOn: /)
    expect(() => conformityRefundDeadline({ receivedOn: "2021-12-31" })).toThrow(/^receivedOn: /)
    expect(() => conformityRefundDeadline({ receivedOn: null, proofOfReturnOn: "2021-12-31" })).toThrow(
      /^proofOfReturnOn: /,
    )
    expect(() => mediatorDeadline("2016-06-30")).toThrow(/^complaintOn: /)
  })

  it("one year to ask the mediator from the written complaint", () => {
    expect(mediatorDeadline("2028-02-29")).toMatchObject({ due: "2029-02-28", articles: ["L612-2"] })
    expect(mediatorDeadline("2026-11-20").reason).toMatchSnapshot()
  })
})

describe("L217-14: price reduction or rescission", () => {
  const facts = { requestedOn: "2026-11-01", today: "2026-12-01" }

  it("not while the cure is awaited, or when it came in time", () => {
    expect(secondRankRemedies(facts)).toMatchObject({
      priceReduction: false,
      rescission: false,
      grounds: [],
      articles: ["L217-14", "L217-10"],
    })
    expect(secondRankRemedies({ ...facts, today: "2027-01-15", curedOn: "2026-12-01" }).priceReduction).toBe(false)
  })

  it("after thirty days, cured or not", () => {
    expect(secondRankRemedies({ ...facts, today: "2026-12-02" })).toMatchObject({
      priceReduction: true,
      rescission: true,
      grounds: ["late"],
    })
    expect(secondRankRemedies({ ...facts, today: "2027-01-15", curedOn: "2026-12-02" }).grounds).toEqual(["late"])
  })

  it.each(["refused", "majorInconvenience", "costsBorneByConsumer", "persists", "severe"] as const)(
    "at once when: %s",
    (ground) => {
      expect(secondRankRemedies({ ...facts, [ground]: true })).toMatchObject({
        priceReduction: true,
        rescission: true,
        grounds: [ground],
      })
    },
  )

  it("no rescission for a minor defect", () => {
    expect(secondRankRemedies({ ...facts, refused: true, minor: true })).toMatchObject({
      priceReduction: true,
      rescission: false,
    })
  })

  it("a cure after today is refused", () => {
    expect(() => secondRankRemedies({ ...facts, curedOn: "2026-12-02" })).toThrow(
      /^curedOn: "2026-12-02" .* from requestedOn to today/,
    )
    expect(() => secondRankRemedies({ ...facts, curedOn: "2026-10-31" })).toThrow(/^curedOn: "2026-10-31"/)
    expect(() => secondRankRemedies({ ...facts, today: "2026-10-31" })).toThrow(
      /^today: "2026-10-31" .* not before requestedOn/,
    )
    expect(secondRankRemedies({ ...facts, curedOn: "2026-12-01" }).grounds).toEqual([])
    expect(secondRankRemedies({ ...facts, curedOn: "2026-11-01", today: "2026-11-01" }).grounds).toEqual([])
  })

  it("the reason", () => {
    const all = {
      refused: true,
      majorInconvenience: true,
      costsBorneByConsumer: true,
      persists: true,
      severe: true,
      today: "2027-01-01",
    }
    const reasons = [
      secondRankRemedies(facts),
      secondRankRemedies({ ...facts, curedOn: "2026-11-05" }),
      secondRankRemedies({ ...facts, ...all }),
      secondRankRemedies({ ...facts, refused: true, minor: true }),
    ]
    expect(reasons.map(({ reason }) => ({ fr: reason.fr, en: reason.en }))).toMatchSnapshot()
  })
})
