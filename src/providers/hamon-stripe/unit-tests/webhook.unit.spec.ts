import { BigNumber } from "@medusajs/framework/utils"
import { closeAll, desk, type Desk, refusalOf } from "./support"

afterEach(closeAll)

/** The last event of a type as core hands it over. */
function told({ stripe }: Desk, type: string, secret = "whsec_1") {
  const event = stripe.webhooks.events.findLast((one) => one.type === type)
  const body = String(event?.body)
  return { data: {}, rawData: Buffer.from(body), headers: { "stripe-signature": stripe.sign(secret, body) } }
}

describe("what core is told of an intent's events", () => {
  it.each([
    ["payment_intent.amount_capturable_updated", "authorized", "pm_card_visa"],
    ["payment_intent.payment_failed", "failed", "pm_card_visa_chargeDeclined"],
    ["payment_intent.requires_action", "requires_more", "pm_card_threeDSecure2Required"],
    ["payment_intent.created", "pending", "pm_card_visa"],
  ])("%s: %s, the session and the amount", async (type, action, card) => {
    const here = await desk()
    const { id } = await here.open()
    here.stripe.confirm(String(id), card, "https://shop.example/back")
    const answer = await here.provider.getWebhookActionAndData(told(here, type))
    expect(answer).toMatchObject({ action, data: { session_id: "payses_1" } })
    expect(new BigNumber(answer.data?.amount as never).numeric).toBe(44.88)
  })

  it("an amount without decimals is itself: 500 JPY", async () => {
    const here = await desk({ capture: "automatic" })
    const { id } = await here.open({}, 500, "jpy")
    here.stripe.confirm(String(id))
    const answer = await here.provider.getWebhookActionAndData(told(here, "payment_intent.succeeded"))
    expect(answer.action).toBe("captured")
    expect(new BigNumber(answer.data?.amount as never).numeric).toBe(500)
  })

  it("a capture that core asked for itself is not told again; one whose answer was lost is", async () => {
    const here = await desk()
    here.rows.captures.capt_1 = "44.88"
    const data = await here.authorized()
    await here.provider.capturePayment({ data, context: { idempotency_key: "capt_1" } })
    const event = told(here, "payment_intent.succeeded")
    for (let n = 0; n < 2; n++) {
      expect(await here.provider.getWebhookActionAndData(event)).toEqual({ action: "not_supported" })
    }
    delete here.rows.captures.capt_1
    expect(await here.provider.getWebhookActionAndData(event)).toMatchObject({ action: "captured" })
  })

  it("refunds, disputes and other programs' payments are not core's", async () => {
    const here = await desk({ capture: "automatic" })
    const { id } = await here.open()
    here.stripe.confirm(String(id))
    here.stripe.openDispute(String(id))
    const types = ["charge.succeeded", "charge.dispute.created"]
    for (const type of types) {
      expect(await here.provider.getWebhookActionAndData(told(here, type))).toEqual({ action: "not_supported" })
    }
    here.stripe.state.intent(String(id)).metadata = {}
    here.stripe.state.tell("payment_intent.succeeded", here.stripe.state.intent(String(id)))
    const stranger = told(here, "payment_intent.succeeded")
    expect(await here.provider.getWebhookActionAndData(stranger)).toEqual({ action: "not_supported" })
  })

  it("a payment that another program made in the name of a session of this shop is not its payment", async () => {
    const here = await desk({ capture: "automatic" })
    await here.open()
    const theirs = await here.open({}, 1)
    const { state } = here.stripe
    state.intent(String(theirs.id)).metadata = { session_id: "payses_1" }
    here.stripe.confirm(String(theirs.id))
    const event = told(here, "payment_intent.succeeded")
    expect(await here.provider.getWebhookActionAndData(event)).toEqual({ action: "not_supported" })
  })

  it("holds with each of several secrets; any other signature is refused", async () => {
    const here = await desk({ webhookSecret: ["whsec_old", "whsec_new"] })
    await here.open()
    for (const secret of ["whsec_old", "whsec_new"]) {
      const event = told(here, "payment_intent.created", secret)
      await expect(here.provider.getWebhookActionAndData(event)).resolves.toMatchObject({ action: "pending" })
    }
    const forged = told(here, "payment_intent.created", "whsec_other")
    expect(await refusalOf(here.provider.getWebhookActionAndData(forged))).toMatchObject({ type: "not_allowed" })
  })
})
