import { disputePage } from "../lib/dispute-page"
import { mayRecordPaid, maySendAgain } from "../lib/next-acts"
import { providerName } from "../lib/provider-name"
import { troubledSweepers } from "../lib/sweepers"

const STATES = ["planned", "sending", "booked", "failed", "unknown"] as const

const PAID = {
  payment_id: "pay_1",
  payment_provider_id: "pp_hamon-stripe_default",
  paid_otherwise: null,
  amount: "42.40",
}

describe("payments in the admin", () => {
  it.each([
    ["pp_hamon-stripe_default", "provider.stripe"],
    ["pp_hamon-paypal_default", "provider.paypal"],
    ["pp_stripe_stripe", "Stripe (STRIPE)"],
    ["pp_system_default", "System (DEFAULT)"],
    ["pp_hamon-stripes", "Hamon Stripes"],
    [null, "provider.none"],
  ])("names the provider %s as the reader knows it", (id, name) => {
    expect(providerName(id, (key) => key)).toBe(name)
  })

  it("offers to send again, or to record as paid, what failed or is unknown, and nothing else", () => {
    const line = (state: (typeof STATES)[number]) => ({ ...PAID, state, provider_status: null })
    expect(STATES.filter((state) => maySendAgain(line(state)))).toEqual(["failed", "unknown"])
    expect(STATES.filter((state) => mayRecordPaid(line(state)))).toEqual(["failed", "unknown"])
    // Another means by consent, a gift card, a surcharge (L242-4): the machine never pays them.
    expect(mayRecordPaid({ ...line("planned"), payment_id: null })).toBe(true)
    // Medusa's own provider moves no money: what is booked there is paid by hand, once.
    const byHand = { ...line("booked"), payment_provider_id: "pp_system_default" }
    expect(mayRecordPaid(byHand)).toBe(true)
    expect(mayRecordPaid({ ...byHand, amount: "0.00" })).toBe(false)
    const paid_otherwise = { means: "transfer", on: "2026-11-23", proof: "VIR 1", consent: null } as const
    expect(mayRecordPaid({ ...byHand, paid_otherwise })).toBe(false)
  })

  it("never offers to send money again to where it came back from, only to record how it was paid", () => {
    for (const provider_status of ["failed", "canceled"] as const) {
      expect(maySendAgain({ state: "failed", provider_status })).toBe(false)
      expect(mayRecordPaid({ ...PAID, state: "failed" })).toBe(true)
    }
  })

  it("is alarmed by a sweeper that missed several of its own turns, not by one that runs rarely", () => {
    const now = new Date("2026-11-22T12:30:00Z")
    const begun = (id: string, minutesAgo: number, last_error: string | null = null) => {
      const started_at = new Date(now.getTime() - minutesAgo * 60_000).toISOString()
      return { id, started_at, finished_at: started_at, last_error }
    }
    const alarm = (...sweeps: ReturnType<typeof begun>[]) => troubledSweepers(sweeps, now).map(({ id }) => id)
    expect(alarm(begun("refunds", 4), begun("ask-providers", 20), begun("describe-payments", 20))).toEqual([])
    expect(alarm(begun("provider-events", 6), begun("ask-providers", 26))).toEqual(["provider-events", "ask-providers"])
    expect(alarm(begun("ask-providers", 1, "stripe: it answered 401"))).toEqual(["ask-providers"])
  })

  it("leads to the dispute at its own provider", () => {
    expect(disputePage({ provider: "stripe", provider_dispute_id: "dp_1Q" })).toEqual({
      name: "Stripe",
      url: "https://dashboard.stripe.com/disputes/dp_1Q",
    })
    expect(disputePage({ provider: "paypal", provider_dispute_id: "PP-R-1/../x" }).url).toBe(
      "https://www.paypal.com/resolutioncenter/PP-R-1%2F..%2Fx",
    )
  })
})
