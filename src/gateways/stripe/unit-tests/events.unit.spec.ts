import type { Told } from "../../../../integration-tests/emulators/edge/webhooks"
import { closeAll, type Edge, edge, refusalOf } from "./support"

afterEach(closeAll)

const now = () => Math.floor(Date.now() / 1000)

/** The last event of a type, signed. */
function signed({ stripe }: Edge, type: string, secret: string, at = now()) {
  const told = stripe.webhooks.events.findLast((event) => event.type === type) as Told
  return { raw: Buffer.from(told.body), headers: { "stripe-signature": stripe.sign(secret, told.body, at) }, told }
}

describe("an event is believed when its signature holds", () => {
  it.each(["refund.created", "charge.refunded", "payment_intent.succeeded", "charge.dispute.created"])(
    "%s names the payment that it is about",
    async (type) => {
      const here = await edge()
      const id = await here.paid()
      await here.gateway.refund(id, { key: "k", order: null, withdrawal: null }, "1.00")
      here.stripe.openDispute(id)
      const { raw, headers, told } = signed(here, type, "whsec_unused")
      expect(await here.gateway.verifyEvent(raw, headers)).toEqual({
        id: told.id,
        type,
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        payment: id,
        body: told.body,
      })
    },
  )

  it("told twice, it has the same id", async () => {
    const here = await edge()
    await here.paid()
    const { raw, headers } = signed(here, "payment_intent.succeeded", "whsec_unused")
    const [first, second] = [await here.gateway.verifyEvent(raw, headers), await here.gateway.verifyEvent(raw, headers)]
    expect(second).toEqual(first)
  })

  it("holds with any of several secrets, and with no other", async () => {
    const here = await edge()
    await here.paid()
    const gateway = here.with({ webhookSecret: ["whsec_old", "whsec_new"] })
    for (const secret of ["whsec_old", "whsec_new"]) {
      const { raw, headers } = signed(here, "payment_intent.succeeded", secret)
      await expect(gateway.verifyEvent(raw, headers)).resolves.toMatchObject({ type: "payment_intent.succeeded" })
    }
    const { raw, headers } = signed(here, "payment_intent.succeeded", "whsec_stranger")
    expect(await refusalOf(gateway.verifyEvent(raw, headers))).toMatchObject({ outcome: "refused" })
  })

  it("is refused without signature, with a changed body, too old, or when it is no event", async () => {
    const here = await edge()
    await here.paid()
    const { raw, headers } = signed(here, "payment_intent.succeeded", "whsec_unused")
    const changed = Buffer.from(raw.toString().replace("4488", "1"))
    const old = signed(here, "payment_intent.succeeded", "whsec_unused", now() - 301)
    const sign = (body: string) => ({ "stripe-signature": here.stripe.sign("whsec_unused", body) })
    const attempts = [
      here.gateway.verifyEvent(raw, {}),
      here.gateway.verifyEvent(changed, headers),
      here.gateway.verifyEvent(old.raw, old.headers),
      here.gateway.verifyEvent(Buffer.from("not json"), sign("not json")),
      here.gateway.verifyEvent(Buffer.from("{}"), sign("{}")),
    ]
    for (const attempt of attempts) {
      expect(await refusalOf(attempt)).toMatchObject({ outcome: "refused", code: "webhook_signature" })
    }
    await expect(here.with({ webhookToleranceSeconds: 600 }).verifyEvent(old.raw, old.headers)).resolves.toBeDefined()
  })
})

describe("events since then", () => {
  it("are those about refunds and disputes, oldest first, delivered or not", async () => {
    const here = await edge()
    const id = await here.paid()
    const { id: refund } = await here.gateway.refund(id, { key: "k", order: null, withdrawal: null }, "1.00")
    here.stripe.settleRefund(refund, "failed")
    const { id: dispute } = here.stripe.openDispute(id)
    here.stripe.closeDispute(dispute, "won")
    const events = await here.gateway.eventsSince(new Date(Date.now() - 60_000))
    expect(events.map(({ type }) => type)).toEqual([
      "refund.created",
      "charge.refunded",
      "refund.failed",
      "refund.updated",
      "charge.refund.updated",
      "charge.dispute.created",
      "charge.dispute.funds_withdrawn",
      "charge.dispute.funds_reinstated",
      "charge.dispute.closed",
    ])
    expect(new Set(events.map(({ payment }) => payment))).toEqual(new Set([id]))
  })

  it("are all told, over many pages, and none from before", async () => {
    const here = await edge()
    const id = await here.paid({ amount: 50_000 })
    for (let n = 0; n < 60; n++) await here.gateway.refund(id, { key: `k${n}`, order: null, withdrawal: null }, "1.00")
    const events = await here.gateway.eventsSince(new Date(Date.now() - 600_000))
    expect(new Set(events.map((event) => event.id)).size).toBe(120)
    expect(await here.gateway.eventsSince(new Date(Date.now() + 60_000))).toEqual([])
  })
})
