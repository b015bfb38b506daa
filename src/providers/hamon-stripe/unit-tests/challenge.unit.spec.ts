import type Stripe from "stripe"
import { challengeNext } from "../challenge"
import { closeAll, desk } from "./support"

afterEach(closeAll)

describe("strong authentication", () => {
  it("that the bank wants is asked of the customer, then the payment is authorised", async () => {
    const { stripe, provider, open } = await desk()
    const data = await open()
    const id = String(data.id)
    stripe.confirm(id, "pm_card_threeDSecure2Required", "https://shop.example/back")
    expect(await provider.authorizePayment({ data })).toMatchObject({
      status: "requires_more",
      data: { next_action: { type: "redirect_to_url" } },
    })
    stripe.approve(id)
    expect(await provider.authorizePayment({ data })).toMatchObject({ status: "authorized" })
  })

  it("that the customer fails leaves an error, and no money", async () => {
    const { stripe, provider, open } = await desk()
    const data = await open()
    stripe.confirm(String(data.id), "pm_card_threeDSecure2Required", "https://shop.example/back")
    stripe.refuse(String(data.id))
    expect(await provider.authorizePayment({ data })).toMatchObject({ status: "error" })
    expect(stripe.ledger.movements).toEqual([])
  })

  it.each([
    ["automatic", ["any", "challenge"]],
    ["any", ["challenge"]],
  ] as const)(
    "a soft decline (%s) is tried again, harder each time, until the bank challenges",
    async (option, steps) => {
      const { stripe, provider, open } = await desk({ threeDSecure: option })
      const data = await open()
      const id = String(data.id)
      stripe.confirm(id, "pm_card_softDecline", "https://shop.example/back")
      expect(await provider.authorizePayment({ data })).toMatchObject({
        status: "requires_more",
        data: { payment_method_options: { card: { request_three_d_secure: steps[0] } } },
      })
      stripe.confirm(id, "pm_card_softDecline", "https://shop.example/back")
      expect(stripe.state.intent(id).status).toBe("requires_action")
      stripe.approve(id)
      expect(await provider.getPaymentStatus({ data })).toMatchObject({ status: "authorized" })
    },
  )

  it("a card that the bank refuses is an error, not a challenge", async () => {
    const { stripe, provider, open } = await desk()
    const data = await open()
    stripe.confirm(String(data.id), "pm_card_visa_chargeDeclined")
    expect(await provider.authorizePayment({ data })).toMatchObject({ status: "error" })
    expect(stripe.server.calls.filter(({ method }) => method === "POST")).toHaveLength(1)
  })

  it("goes one step harder, and stops at the hardest", () => {
    const declined = (asked: string | undefined, code = "authentication_required") =>
      challengeNext({
        status: "requires_payment_method",
        last_payment_error: { code: "card_declined", decline_code: code },
        payment_method_options: { card: { request_three_d_secure: asked } },
      } as unknown as Stripe.PaymentIntent)
    expect([declined(undefined), declined("automatic"), declined("any"), declined("challenge")]).toEqual([
      "any",
      "any",
      "challenge",
      null,
    ])
    expect(declined("automatic", "authentication_not_handled")).toBe("any")
    expect(declined("automatic", "insufficient_funds")).toBeNull()
  })
})
