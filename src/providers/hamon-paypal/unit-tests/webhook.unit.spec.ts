import { stagePaypal } from "../../../gateways/paypal/unit-tests/support"
import type { PaypalOptionsInput } from "../../../gateways/paypal/options"
import { paid, providerFor } from "./support"

const WEBHOOK = "1JE4291016473214C"

describe("what core does about PayPal's webhooks", () => {
  const running = stagePaypal()

  async function scene(capture: PaypalOptionsInput["capture"]) {
    const provider = providerFor(running.current, { capture })
    const data = await paid(provider, running.current, "30.00")
    if (capture === "manual") await provider.capturePayment({ data })
    const told = (type: string) => running.current.webhooks.events.filter((event) => event.type === type).pop()!.body
    const act = (type: string, body = told(type)) =>
      provider.getWebhookActionAndData({
        data: JSON.parse(body) as Record<string, unknown>,
        rawData: Buffer.from(body),
        headers: running.current.sign(WEBHOOK, told(type)),
      })
    return { data, told, act }
  }

  it("an authorisation authorises its session", async () => {
    const { data, act } = await scene("manual")
    const action = await act("PAYMENT.AUTHORIZATION.CREATED")
    expect(action).toMatchObject({ action: "authorized", data: { session_id: data.session_id } })
    expect(String(action.data?.amount.valueOf())).toBe("30")
  })

  it("a capture at checkout captures; the capture of an authorisation does not: core asked for it, and would ask again", async () => {
    const automatic = await scene("automatic")
    await expect(automatic.act("PAYMENT.CAPTURE.COMPLETED")).resolves.toMatchObject({
      action: "captured",
      data: { session_id: automatic.data.session_id },
    })
    const manual = await scene("manual")
    await expect(manual.act("PAYMENT.CAPTURE.COMPLETED")).resolves.toEqual({ action: "not_supported" })
  })

  it("L221-14: an approval concludes no order, the customer has not pressed the order button", async () => {
    const { act } = await scene("manual")
    await expect(act("CHECKOUT.ORDER.APPROVED")).resolves.toEqual({ action: "not_supported" })
  })

  it("a webhook that PayPal does not confirm is an error, and names no session", async () => {
    const { told, act } = await scene("automatic")
    const dearer = told("PAYMENT.CAPTURE.COMPLETED").replaceAll('"30.00"', '"90.00"')
    await expect(act("PAYMENT.CAPTURE.COMPLETED", dearer)).rejects.toMatchObject({ type: "not_allowed" })
    const provider = providerFor(running.current)
    await expect(provider.getWebhookActionAndData({ data: {}, rawData: dearer, headers: {} })).rejects.toMatchObject({
      gateway: { outcome: "refused", code: "WEBHOOK_NOT_VERIFIED" },
    })
  })
})
