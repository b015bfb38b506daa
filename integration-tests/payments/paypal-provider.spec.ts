import path, { join } from "node:path"
import type { IPaymentModuleService, PaymentDTO } from "@medusajs/framework/types"
import { loadModels, Modules } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { type Paypal, startPaypal } from "../emulators/paypal"

const PROVIDER = "pp_hamon-paypal_default"
const FOLDER = join(__dirname, "../../src/providers/hamon-paypal")

/** The module is made anew before each test; by then the emulator's address stands here. */
const manual = {
  clientId: "emulated-client",
  clientSecret: "emulated-client-secret",
  environment: "sandbox",
  apiBase: "https://unknown.example",
  webhookId: "1JE4291016473214C",
  returnUrl: "https://shop.example/paid",
  cancelUrl: "https://shop.example/cart",
  timeoutMs: 600,
  maxRetries: 0,
}
const automatic = { ...manual, capture: "automatic" }

jest.setTimeout(120_000)

moduleIntegrationTestRunner<IPaymentModuleService>({
  moduleName: Modules.PAYMENT,
  dbName: "hamon-paypal-core-module",
  resolve: "@medusajs/medusa/payment",
  moduleModels: loadModels(path.resolve("node_modules/@medusajs/payment/dist/models")),
  moduleOptions: {
    providers: [
      { resolve: FOLDER, id: "default", options: manual },
      { resolve: FOLDER, id: "atonce", options: automatic },
    ],
  },
  testSuite: ({ service }) => {
    let paypal: Paypal

    beforeAll(async () => {
      paypal = await startPaypal()
      manual.apiBase = automatic.apiBase = paypal.url
    })
    afterEach(() => paypal.server.faults.clear())
    afterAll(() => paypal.stop())

    async function openSession(amount: number, data: Record<string, unknown> = {}, provider_id = PROVIDER) {
      const collection = await service.createPaymentCollections({ currency_code: "eur", amount })
      return service.createPaymentSession(collection.id, { provider_id, amount, currency_code: "eur", data })
    }

    async function pay(amount: number, provider_id = PROVIDER): Promise<PaymentDTO> {
      const session = await openSession(amount, {}, provider_id)
      paypal.approve(String(session.data?.id))
      return (await service.authorizePaymentSession(session.id, {})) as PaymentDTO
    }

    const order = (payment: PaymentDTO) => String(payment.data?.id)

    describe("Medusa's payment module with PayPal", () => {
      it("keeps the provider's word over the browser's, and charges what the session says", async () => {
        const session = await openSession(11.691, { id: "FORGED", amount: { value: "0.01" }, hamon_seal: "x" })
        expect(session).toMatchObject({ status: "requires_more", data: { amount: { value: "11.69" } } })
        expect(session.data?.id).not.toBe("FORGED")
        paypal.approve(String(session.data?.id))
        await service.authorizePaymentSession(session.id, {})
        expect(paypal.ledger.sum("authorized", String(session.data?.id))).toBe(1169)
      })

      it("takes partial captures by core's rows, and refunds by them, each exactly", async () => {
        const payment = await pay(30)
        await service.capturePayment({ payment_id: payment.id, amount: 10 })
        await service.capturePayment({ payment_id: payment.id, amount: 20 })
        expect(paypal.ledger.sum("captured", order(payment))).toBe(3000)
        await service.refundPayment({ payment_id: payment.id, amount: 25 })
        expect(paypal.ledger.refunded(order(payment))).toBe(2500)
        const [after] = await service.listPayments({ id: payment.id }, { relations: ["refunds"] })
        const [note] = Object.entries(after.data?.hamon_refunds as Record<string, { amount: string }>)
        expect(note).toMatchObject([after.refunds?.[0].id, { amount: "25.00", status: "succeeded" }])
      })

      it("pays a line of the ledger once, though core gives each attempt a row of its own", async () => {
        const payment = await pay(30, "pp_hamon-paypal_atonce")
        const metadata = { hamon_refund: "hrefund_1", hamon_order: "1001", hamon_withdrawal: "ABCD" }
        const input = { payment_id: payment.id, amount: 10, metadata }
        paypal.server.faults.plan("POST", /refund$/, { kind: "silence", when: "after" })
        await service.refundPayment(input)
        await service.refundPayment(input)
        expect(paypal.ledger.refunded(order(payment))).toBe(1000)
      })

      it("lets go of the money when core cancels, and core deletes an unpaid session without a word", async () => {
        const payment = await pay(30)
        await service.cancelPayment(payment.id)
        expect(paypal.ledger.sum("voided", order(payment))).toBe(3000)
        const unpaid = await openSession(5)
        await expect(service.deletePaymentSession(unpaid.id)).resolves.toBeUndefined()
      })

      it("does nothing to somebody's payment when core hands over what a browser sent", async () => {
        const victim = await pay(30)
        const mine = await openSession(1)
        // Core then asks the provider to delete a session of which it knows what the browser sent, and nothing else.
        const { paymentSessionService_: rows } = service as unknown as {
          paymentSessionService_: { update(): Promise<unknown> }
        }
        jest.spyOn(rows, "update").mockRejectedValueOnce(new Error("the database is gone"))
        const sent = { ...victim.data, hamon_seal: mine.data?.hamon_seal }
        await expect(openSession(5, sent)).rejects.toThrow("the database is gone")
        expect(paypal.ledger.sum("voided", order(victim))).toBe(0)
      })

      it("believes no webhook that PayPal does not confirm", async () => {
        const payload = { data: {}, rawData: Buffer.from("{}"), headers: {} }
        await expect(service.getWebhookActionAndData({ provider: "hamon-paypal_default", payload })).rejects.toThrow(
          "This is no webhook of PayPal",
        )
      })
    })
  },
})
