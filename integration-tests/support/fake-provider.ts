import { Modules } from "@medusajs/framework/utils"
import type { TestStore } from "./store"

type Answers = Record<string, unknown>

/** A payment provider whose every answer a test may set, behind Medusa's real payment module. */
export type FakeProvider = {
  readonly id: string
  readonly initiatePayment: jest.Mock<Promise<Answers>>
  readonly authorizePayment: jest.Mock<Promise<Answers>>
  readonly capturePayment: jest.Mock<Promise<Answers>>
  readonly cancelPayment: jest.Mock<Promise<Answers>>
  readonly deletePayment: jest.Mock<Promise<Answers>>
  readonly getPaymentStatus: jest.Mock<Promise<Answers>>
}

/**
 * Adds the provider to the shop's region, beside Medusa's own.
 * @param providerId says what the plugin takes it for: `pp_paypal_…` is PayPal
 */
export async function fakeProvider(store: TestStore, providerId = "pp_fake_shop"): Promise<FakeProvider> {
  let made = 0
  const fake: FakeProvider = {
    id: providerId,
    initiatePayment: jest.fn(async () => {
      const id = `fake_${++made}`
      return { id, data: { id }, status: "pending" }
    }),
    authorizePayment: jest.fn(async ({ data }) => ({ data, status: "authorized" })),
    capturePayment: jest.fn(async ({ data }) => ({ data })),
    cancelPayment: jest.fn(async ({ data }) => ({ data })),
    deletePayment: jest.fn(async ({ data }) => ({ data })),
    getPaymentStatus: jest.fn(async () => ({ status: "pending" })),
  }
  const { paymentProviderService_ } = store.container.resolve(Modules.PAYMENT) as unknown as {
    paymentProviderService_: { retrieveProvider: (id: string) => unknown }
  }
  const real = paymentProviderService_.retrieveProvider.bind(paymentProviderService_)
  jest
    .spyOn(paymentProviderService_, "retrieveProvider")
    .mockImplementation((id) => (id === providerId ? fake : real(id)))
  await store.sql(`INSERT INTO payment_provider (id, is_enabled) VALUES ('${providerId}', true) ON CONFLICT DO NOTHING`)
  await store.shop.admin(`/regions/${store.seeded.regionId}`, { payment_providers: ["pp_system_default", providerId] })
  return fake
}
