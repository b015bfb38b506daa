import { createServer, type IncomingHttpHeaders, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import type { PaypalGateway } from "../gateway"
import { gatewayFor, heard, key, paidOrder, stagePaypal } from "./support"

const VERIFY = /verify-webhook-signature/

type Received = { readonly raw: Buffer; readonly headers: IncomingHttpHeaders }

describe("webhooks of PayPal", () => {
  const running = stagePaypal()
  const received: Received[] = []
  let shop: Server
  let gateway: PaypalGateway

  beforeAll(async () => {
    shop = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on("data", (chunk: Buffer) => chunks.push(chunk))
      request.on("end", () => {
        received.push({ raw: Buffer.concat(chunks), headers: request.headers })
        response.end()
      })
    })
    await new Promise<void>((resolve) => shop.listen(0, "127.0.0.1", resolve))
    const webhookId = running.current.endpoint(`http://127.0.0.1:${(shop.address() as AddressInfo).port}/hook`)
    gateway = gatewayFor(running.current, { webhookId: ["OLD0000000000000A", webhookId] })
  })
  beforeEach(() => {
    received.length = 0
  })
  afterAll(() => new Promise((resolve) => shop.close(resolve)))

  /** The last webhook of a type, as it reached the shop. */
  async function told(type: string): Promise<Received> {
    await running.current.webhooks.settled()
    const found = received.filter(({ raw }) => raw.toString().includes(`"event_type": "${type}"`)).pop()
    expect(found).toBeDefined()
    return found!
  }

  it("are believed when PayPal confirms them, byte for byte, under any of the webhooks named", async () => {
    const { order } = await paidOrder({ paypal: running.current, gateway }, "30.00")
    const { raw, headers } = await told("PAYMENT.CAPTURE.COMPLETED")
    const event = await gateway.verifyEvent(raw, headers)
    expect(event).toMatchObject({ type: "PAYMENT.CAPTURE.COMPLETED", payment: order, body: raw.toString() })
    expect(event.id).toMatch(/^WH-/)
    expect(Date.parse(event.createdAt)).not.toBeNaN()
  })

  it("name the payment that they are about", async () => {
    const { order, capture } = await paidOrder({ paypal: running.current, gateway }, "30.00")
    await gateway.refund(order, key("hook-1"), "10.00")
    running.current.closeDispute(running.current.openDispute(capture), "lost")
    const payments: [type: string, payment: string][] = [
      ["CHECKOUT.ORDER.APPROVED", order],
      ["PAYMENT.CAPTURE.REFUNDED", capture],
      ["CUSTOMER.DISPUTE.CREATED", capture],
      ["CUSTOMER.DISPUTE.RESOLVED", capture],
    ]
    for (const [type, payment] of payments) {
      const { raw, headers } = await told(type)
      expect(await gateway.verifyEvent(raw, headers)).toMatchObject({ type, payment })
      expect((await gateway.readPayment(payment))?.reference).toBe(order)
    }
  })

  it("are refused when one byte of the body has changed", async () => {
    await paidOrder({ paypal: running.current, gateway }, "30.00")
    const { raw, headers } = await told("PAYMENT.CAPTURE.COMPLETED")
    const richer = Buffer.from(raw.toString().replace('"30.00"', '"90.00"'))
    await expect(gateway.verifyEvent(richer, headers)).rejects.toMatchObject({
      outcome: "refused",
      code: "WEBHOOK_NOT_VERIFIED",
    })
    // The same event, written anew: its spaces are not those that PayPal signed.
    const anew = Buffer.from(JSON.stringify(JSON.parse(raw.toString())))
    await expect(gateway.verifyEvent(anew, headers)).rejects.toMatchObject({ outcome: "refused" })
  })

  it("are refused without asking PayPal when a header is missing or the body is no event", async () => {
    await paidOrder({ paypal: running.current, gateway }, "30.00")
    const { raw, headers } = await told("PAYMENT.CAPTURE.COMPLETED")
    const asked = heard(running.current, VERIFY).length
    for (const name of Object.keys(headers).filter((header) => header.startsWith("paypal-"))) {
      await expect(gateway.verifyEvent(raw, { ...headers, [name]: undefined })).rejects.toMatchObject({
        outcome: "refused",
      })
    }
    for (const body of ["", "null", "[]", "{", "{}", '{"id":1}', `${raw.toString()},"webhook_id":"x"`]) {
      await expect(gateway.verifyEvent(Buffer.from(body), headers)).rejects.toMatchObject({ outcome: "refused" })
    }
    await expect(gateway.verifyEvent(Buffer.from([0x7b, 0xff, 0x7d]), headers)).rejects.toMatchObject({
      outcome: "refused",
    })
    expect(heard(running.current, VERIFY)).toHaveLength(asked)
  })

  it("are refused under another webhook's id", async () => {
    await paidOrder({ paypal: running.current, gateway }, "30.00")
    const { raw, headers } = await told("PAYMENT.CAPTURE.COMPLETED")
    const stranger = gatewayFor(running.current, { webhookId: "OLD0000000000000A" })
    await expect(stranger.verifyEvent(raw, headers)).rejects.toMatchObject({ outcome: "refused" })
  })

  it("are unavailable, not refused, while PayPal cannot be asked", async () => {
    await paidOrder({ paypal: running.current, gateway }, "30.00")
    const { raw, headers } = await told("PAYMENT.CAPTURE.COMPLETED")
    running.current.server.faults.plan("POST", VERIFY, { kind: "status", status: 503, when: "before" }, Infinity)
    await expect(gateway.verifyEvent(raw, headers)).rejects.toMatchObject({ outcome: "unavailable" })
  })

  it("that were never delivered are found in PayPal's own list, over all its pages, oldest first", async () => {
    running.current.webhooks.held = true
    const since = new Date()
    const { order } = await paidOrder({ paypal: running.current, gateway }, "30.00")
    for (let index = 0; index < 12; index += 1) await gateway.refund(order, key(`page-${index}`), "1.00")
    running.current.webhooks.held = false
    const events = await gateway.eventsSince(since)
    const refunds = events.filter(({ type }) => type === "PAYMENT.CAPTURE.REFUNDED")
    expect(refunds).toHaveLength(12)
    expect(events.map(({ createdAt }) => createdAt)).toEqual(events.map(({ createdAt }) => createdAt).sort())
    expect(events.some(({ type }) => type.startsWith("CHECKOUT."))).toBe(false)
    expect((await gateway.readPayment(refunds[0].payment!))?.reference).toBe(order)
    // Links of PayPal name PayPal's host; the token went to ours alone.
    expect(heard(running.current, /webhooks-events/).length).toBeGreaterThanOrEqual(2)
  })
})
