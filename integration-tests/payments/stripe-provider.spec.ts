import path from "node:path"
import type { IPaymentModuleService, PaymentDTO } from "@medusajs/framework/types"
import { loadModels, Modules } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { HamonStripeService } from "../../src/providers/hamon-stripe/service"
import { startStripe, type StripeEmulator } from "../emulators/stripe"

jest.setTimeout(120_000)

const PROVIDER = "pp_hamon-stripe_default"
const options = { apiKey: "", webhookSecret: "whsec_1", apiBase: "", maxNetworkRetries: 0, timeoutMs: 2000 }

/**
 * Medusa's own payment module, on its own tables, with the provider as a host lists it: what core hands over, what it
 * keeps, and that its rows can be read while it waits for the provider.
 */
moduleIntegrationTestRunner<IPaymentModuleService>({
  moduleName: Modules.PAYMENT,
  dbName: "hamon-stripe-in-payment-module",
  resolve: "@medusajs/medusa/payment",
  moduleModels: loadModels(path.resolve("node_modules/@medusajs/payment/dist/models")),
  moduleOptions: { providers: [{ resolve: { services: [HamonStripeService] }, id: "default", options }] },
  testSuite: ({ service }) => {
    let stripe: StripeEmulator

    beforeAll(async () => {
      stripe = await startStripe()
      Object.assign(options, { apiKey: stripe.apiKey, apiBase: stripe.url })
    })
    afterAll(() => stripe.stop())

    const AMOUNT = { amount: 44.88, currency_code: "eur" }

    async function session(data: Record<string, unknown> = {}) {
      const collection = await service.createPaymentCollections(AMOUNT)
      return service.createPaymentSession(collection.id, { provider_id: PROVIDER, ...AMOUNT, data })
    }

    async function authorized(): Promise<PaymentDTO> {
      const { id, data } = await session()
      stripe.confirm(String(data?.id))
      return (await service.authorizePaymentSession(id, {})) as PaymentDTO
    }

    describe("in Medusa's payment module", () => {
      it("a partial capture takes the amount of core's row, and a second one is refused and leaves no row", async () => {
        const { id, data } = await authorized()
        await service.capturePayment({ payment_id: id, amount: 30.1 })
        expect(stripe.state.intent(String(data?.id))).toMatchObject({ status: "succeeded", amount_received: 3010 })
        await expect(service.capturePayment({ payment_id: id, amount: 1 })).rejects.toThrow(
          "Stripe has released the rest",
        )
        const payment = await service.retrievePayment(id, { relations: ["captures"] })
        expect(payment.captures?.map(({ amount }) => amount)).toEqual([30.1])
      })

      it("a refund carries the key and references of core's row to Stripe, and Stripe's answer back into the payment", async () => {
        const { id, data } = await authorized()
        await service.capturePayment({ payment_id: id })
        const metadata = { hamon_refund: "hamref_1", hamon_order: "7", hamon_withdrawal: "RET-1" }
        await service.refundPayment({ payment_id: id, amount: 10.1, metadata } as never)
        const made = [...stripe.state.refunds.values()].filter(({ payment_intent }) => payment_intent === data?.id)
        expect(made).toMatchObject([{ amount: 1010, metadata }])
        const { data: kept } = await service.retrievePayment(id)
        expect(kept?.hamon_refunds).toEqual({ hamref_1: { id: made[0].id, status: "succeeded", amount: "10.10" } })
      })

      it("staff's own refund is paid under the id of core's row", async () => {
        const { id, data } = await authorized()
        await service.capturePayment({ payment_id: id })
        const { refunds } = await service.refundPayment({ payment_id: id, amount: 5 })
        const made = [...stripe.state.refunds.values()].find(({ payment_intent }) => payment_intent === data?.id)
        expect(made?.metadata).toEqual({ hamon_refund: refunds?.[0].id })
      })

      it("a refund that was refused leaves no row in core, and says why", async () => {
        const { id, data } = await authorized()
        await service.capturePayment({ payment_id: id })
        stripe.openDispute(String(data?.id))
        await expect(service.refundPayment({ payment_id: id, amount: 5 })).rejects.toThrow(
          "the customer disputed this payment",
        )
        expect((await service.retrievePayment(id, { relations: ["refunds"] })).refunds).toEqual([])
      })

      it("a refund whose answer was lost is paid once, though core makes a new row for the next try", async () => {
        const { id, data } = await authorized()
        await service.capturePayment({ payment_id: id })
        stripe.server.faults.plan("POST", /refunds$/, { kind: "status", status: 500, when: "after" })
        const asked = { payment_id: id, amount: 5, metadata: { hamon_refund: "hamref_2" } } as never
        await expect(service.refundPayment(asked)).rejects.toThrow("it may have happened")
        await service.refundPayment(asked)
        expect(stripe.ledger.refunded(String(data?.id))).toBe(500)
      })

      it("a capture whose answer was lost is booked at the next try, and taken once", async () => {
        const { id, data } = await authorized()
        stripe.server.faults.plan("POST", /capture$/, { kind: "status", status: 500, when: "after" })
        await expect(service.capturePayment({ payment_id: id, amount: 20 })).rejects.toThrow("it may have happened")
        await service.capturePayment({ payment_id: id, amount: 20 })
        expect(stripe.ledger.sum("captured", String(data?.id))).toBe(2000)
      })

      it("what a customer sends beside the session neither reaches Stripe nor stays in the payment", async () => {
        const victim = await authorized()
        const sent = {
          id: victim.data?.id,
          hamon_seal: "forged",
          hamon_refunds: { x: {} },
          capture_method: "automatic",
          payment_method_options: { card: { request_three_d_secure: "automatic" } },
          note: "kept by core until the payment is authorised",
        }
        const { id, data } = await session(sent)
        const intent = stripe.state.intent(String(data?.id))
        expect(intent.id).not.toBe(victim.data?.id)
        expect(intent).toMatchObject({
          capture_method: "manual",
          payment_method_options: { card: { request_three_d_secure: "any" } },
        })
        stripe.confirm(intent.id)
        const payment = (await service.authorizePaymentSession(id, {})) as PaymentDTO
        expect(payment.data).toMatchObject({ id: intent.id, hamon_refunds: {} })
        expect(payment.data).not.toHaveProperty("note")
      })

      it("a session whose creation fails after Stripe answered cancels nobody's payment", async () => {
        const victim = await authorized()
        const collection = await service.createPaymentCollections(AMOUNT)
        const sessions = (service as unknown as { paymentSessionService_: { update: () => Promise<never> } })
          .paymentSessionService_
        const failing = jest.spyOn(sessions, "update").mockRejectedValueOnce(new Error("the database is gone"))
        const data = { id: victim.data?.id, hamon_seal: "forged" }
        const asked = service.createPaymentSession(collection.id, { provider_id: PROVIDER, ...AMOUNT, data })
        await expect(asked).rejects.toThrow("the database is gone")
        expect(failing).toHaveBeenCalled()
        expect(stripe.state.intent(String(victim.data?.id)).status).toBe("requires_capture")
      })

      it("an authorisation is voided once", async () => {
        const { id, data } = await authorized()
        await service.cancelPayment(id)
        await service.cancelPayment(id)
        expect(stripe.ledger.sum("voided", String(data?.id))).toBe(4488)
      })
    })
  },
})
