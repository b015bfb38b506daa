import { refundedOn } from "../operations/refunded-on"

const PARIS = "Europe/Paris"
const line = (more: object = {}) => ({
  state: "booked" as const,
  booked_at: new Date("2026-11-22T23:30:00Z"),
  provider_status: null,
  amount: "42.40",
  payment_provider_id: "pp_stripe_stripe",
  paid_otherwise: null,
  ...more,
})
const otherwise = (on: string) => ({ means: "transfer" as const, on, proof: "SEPA 1042", consent: "e-mail" })

describe("the day of a refund (L221-24)", () => {
  it("is the merchant's day of the last line, and none while a line is not paid or there is none", () => {
    expect(refundedOn([line()], PARIS)).toBe("2026-11-23")
    expect(refundedOn([line(), line({ booked_at: new Date("2026-11-20T12:00:00Z") })], PARIS)).toBe("2026-11-23")
    for (const state of ["planned", "sending", "failed", "unknown"]) {
      expect(refundedOn([line(), line({ state })], PARIS)).toBeNull()
    }
    expect(refundedOn([], PARIS)).toBeNull()
  })

  it("does not come while the provider holds the money back", () => {
    expect(refundedOn([line({ provider_status: "pending" })], PARIS)).toBeNull()
    expect(refundedOn([line({ provider_status: "succeeded" })], PARIS)).toBe("2026-11-23")
  })

  it("does not come with Medusa's manual provider, which moves no money, until staff say that they have paid", () => {
    const byHand = line({ payment_provider_id: "pp_system_default" })
    expect(refundedOn([byHand], PARIS)).toBeNull()
    expect(refundedOn([{ ...byHand, paid_otherwise: otherwise("2026-11-25") }], PARIS)).toBe("2026-11-25")
    // Nothing went back with it: an authorisation that was given up.
    expect(refundedOn([line(), { ...byHand, amount: "0.00" }], PARIS)).toBe("2026-11-23")
  })

  it("is the day that staff recorded, wherever the merchant is", () => {
    const recorded = line({ booked_at: new Date("2026-11-20T12:00:00Z"), paid_otherwise: otherwise("2026-11-20") })
    expect(refundedOn([recorded], "Pacific/Wallis")).toBe("2026-11-20")
    expect(refundedOn([{ ...recorded, provider_status: "failed" as const }], PARIS)).toBe("2026-11-20")
    expect(refundedOn([{ ...recorded, provider_status: "pending" as const }], PARIS)).toBe("2026-11-20")
  })
})
