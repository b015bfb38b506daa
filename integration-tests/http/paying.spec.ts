import { Modules } from "@medusajs/framework/utils"
import type { Answer } from "../../scripts/shop/client"
import { type FakeProvider, fakeProvider } from "../support/fake-provider"
import { EMAIL, until } from "../support/scenes"
import { storeSuite } from "../support/store"

const SYSTEM = "pp_system_default"

storeSuite("paying is explained, and can be left", (store) => {
  let fake: FakeProvider
  beforeEach(async () => {
    fake = await fakeProvider(store)
  })
  afterEach(() => jest.restoreAllMocks())

  describe("GET /store/hamon/payment-methods", () => {
    it.each([
      ["fr", "Règlement auprès de la boutique", "Paiement par Fake", /dans une application ou par un code/],
      ["en", "Payment to the shop", "Payment by Fake", /in an app or by a code/],
    ])("L221-14: explains in %s each means of payment that the region accepts", async (locale, manual, other, sca) => {
      const methods = await explained(`region_id=${store.seeded.regionId}&locale=${locale}`)
      expect(methods.map(({ provider_id, kind, name }: Answer) => [provider_id, kind, name])).toEqual([
        [fake.id, "other", other],
        [SYSTEM, "manual", manual],
      ])
      const [{ what, steps, money_taken, how_to_leave }] = methods
      expect(what).toContain("Fake")
      expect(steps.some((step: string) => sca.test(step))).toBe(true)
      expect(money_taken).not.toBe("")
      expect(how_to_leave).toContain(`http://localhost:9000/retractation?lang=${locale}`)
    })

    it("answers in the browser's language, and in the shop's where it speaks no other", async () => {
      const names = async (headers: Record<string, string>, query = "") => {
        const url = `${store.shop.url}/store/hamon/payment-methods?region_id=${store.seeded.regionId}${query}`
        const response = await fetch(url, { headers: { "x-publishable-api-key": store.shop.key, ...headers } })
        return [response.headers.get("content-language"), (await response.json()).payment_methods[1].name]
      }
      const french = ["fr", "Règlement auprès de la boutique"]
      expect(await names({ "accept-language": "en-GB,en;q=0.9" })).toEqual(["en", "Payment to the shop"])
      expect(await names({ "accept-language": "de" })).toEqual(french)
      expect(await names({ "accept-language": "en" }, "&locale=fr-FR")).toEqual(french)
      expect(await names({}, "&locale=de")).toEqual(french)
    })

    it("answers for a cart as for its region, and only what the region accepts", async () => {
      const cart = await filledCart()
      const ofRegion = await explained(`region_id=${store.seeded.regionId}&locale=fr`)
      expect(await explained(`cart_id=${cart.id}&locale=fr`)).toEqual(ofRegion)
      await store.shop.admin(`/regions/${store.seeded.regionId}`, { payment_providers: [SYSTEM] })
      expect(await explained(`cart_id=${cart.id}`)).toHaveLength(1)
    })

    it("says whom to call: the merchant, or the contact that he names for the security of payments", async () => {
      const contact = async () => (await explained(`region_id=${store.seeded.regionId}&locale=en`))[0].security_contact
      expect(await contact()).toMatchObject({
        telephone: "04 72 00 00 12",
        email: "bonjour@maison-lin.example",
        hours: null,
        text: expect.stringContaining("04 72 00 00 12, bonjour@maison-lin.example"),
      })
      const security = {
        telephone: "04 72 00 00 99",
        email: "security@maison-lin.example",
        hours: { fr: "tous les jours", en: "every day" },
      }
      const { merchant_profile } = await store.shop.admin("/hamon/merchant-profile")
      await store.shop.admin("/hamon/merchant-profile", { merchant: { ...merchant_profile.content, security } })
      expect(await contact()).toMatchObject({
        telephone: "04 72 00 00 99",
        text: expect.stringContaining("04 72 00 00 99 (every day), security@maison-lin.example"),
      })
    })

    it.each([
      ["", 400, "give region_id or cart_id"],
      ["region_id=a&cart_id=b", 400, "give region_id or cart_id"],
      ["region_id=reg_unknown", 404, "there is no region reg_unknown"],
      ["cart_id=cart_unknown", 404, "there is no cart cart_unknown"],
      ["region_id=a&colour=red", 400, "colour"],
    ])("asked with ?%s it answers %i and why", async (query, status, words) => {
      await expect(store.shop.store(`/hamon/payment-methods?${query}`)).rejects.toMatchObject({
        status,
        answer: expect.stringContaining(words),
      })
    })
  })

  describe("POST /store/hamon/carts/:id/cancel-payment", () => {
    it("cancels the payment at its provider; the cart stays and is paid in another way", async () => {
      const cart = await filledCart()
      const session = await startPayment(cart.id, fake.id)
      expect(await leave(cart.id)).toMatchObject({
        outcome: "left",
        message: expect.stringMatching(/^Le paiement est annulé.*Votre panier est conservé/),
        canceled: [{ id: session.id, provider_id: fake.id }],
      })
      expect(fake.deletePayment).toHaveBeenCalledWith(expect.objectContaining({ data: session.data }))
      expect(await sessionsOf(cart.id)).toEqual([])
      await startPayment(cart.id, SYSTEM)
      expect((await store.shop.store(`/carts/${cart.id}/complete`, {})).type).toBe("order")
    })

    it("is the same for Medusa's own provider", async () => {
      const cart = await filledCart()
      await startPayment(cart.id, SYSTEM)
      expect(await leave(cart.id, "en")).toMatchObject({
        outcome: "left",
        message: expect.stringContaining("The payment is cancelled"),
      })
      expect(await sessionsOf(cart.id)).toEqual([])
    })

    it("has nothing to cancel where no payment was started, and says so", async () => {
      const cart = await filledCart()
      expect(await leave(cart.id)).toMatchObject({ outcome: "nothing", canceled: [] })
      await store.shop.store("/payment-collections", { cart_id: cart.id })
      expect(await leave(cart.id)).toMatchObject({ outcome: "nothing", canceled: [] })
    })

    it("refuses an unknown cart with a sentence", async () => {
      await expect(leave("cart_unknown")).rejects.toMatchObject({
        status: 404,
        answer: expect.stringContaining("there is no cart cart_unknown"),
      })
    })

    it("L221-21: after the order it is a withdrawal, before dispatch too; the order and its payment stay", async () => {
      const cart = await filledCart()
      await startPayment(cart.id, fake.id)
      const { order } = await store.shop.store(`/carts/${cart.id}/complete`, {})
      expect(await refusedLeave(cart.id)).toMatchObject({
        status: 409,
        code: "order_placed",
        message: expect.stringMatching(/rien n'a été annulé.*http:\/\/localhost:9000\/retractation\?lang=fr/),
        withdrawal_url: "http://localhost:9000/retractation?lang=fr",
      })
      expect(fake.deletePayment).not.toHaveBeenCalled()
      expect(fake.cancelPayment).not.toHaveBeenCalled()
      const { order: kept } = await store.shop.admin(`/orders/${order.id}`)
      expect(kept).toMatchObject({ status: "pending", payment_status: "authorized" })
    })

    it("a provider that fails: the customer reads what holds, the payment stays, and trying again works", async () => {
      const cart = await filledCart()
      const session = await startPayment(cart.id, fake.id)
      fake.deletePayment.mockRejectedValueOnce(new Error("502 of the provider"))
      expect(await refusedLeave(cart.id)).toMatchObject({
        status: 503,
        code: "payment_not_cancelled",
        message: expect.stringMatching(/Votre panier est conservé.*Réessayez.*04 72 00 00 12/),
      })
      expect((await sessionsOf(cart.id)).map(({ id }) => id)).toEqual([session.id])
      expect(await leave(cart.id)).toMatchObject({ outcome: "left" })
    })

    it("of several payments, those that could be cancelled stay cancelled when one could not", async () => {
      const cart = await filledCart()
      const stays = await startPayment(cart.id, fake.id)
      const goes = await store.container.resolve(Modules.PAYMENT).createPaymentSession(stays.payment_collection_id, {
        provider_id: SYSTEM,
        currency_code: "eur",
        amount: 10,
        data: {},
      })
      fake.deletePayment.mockRejectedValueOnce(new Error("502 of the provider"))
      expect((await refusedLeave(cart.id)).status).toBe(503)
      expect((await sessionsOf(cart.id)).map(({ id }) => id)).toEqual([stays.id])
      expect(goes.id).not.toBe(stays.id)
    })

    it("a provider that keeps silent: the customer is not left waiting, and the cancellation goes on", async () => {
      const cart = await filledCart()
      await startPayment(cart.id, fake.id)
      const gate = gated(fake.deletePayment)
      expect(await refusedLeave(cart.id)).toMatchObject({
        status: 503,
        code: "payment_provider_silent",
        message: expect.stringContaining("n'a pas encore répondu"),
      })
      gate.open()
      await until(async () => (await sessionsOf(cart.id)).length === 0)
      expect(await leave(cart.id)).toMatchObject({ outcome: "nothing" })
    })

    it("asked twice at once, the provider is asked once, and both answers hold", async () => {
      const cart = await filledCart()
      await startPayment(cart.id, fake.id)
      const answers = await Promise.all([leave(cart.id), leave(cart.id)])
      expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["left", "nothing"])
      expect(fake.deletePayment).toHaveBeenCalledTimes(1)
    })

    it("a payment that was made, its webhook still on the way: said, and left to become the order", async () => {
      const cart = await filledCart()
      const session = await startPayment(cart.id, fake.id)
      fake.getPaymentStatus.mockResolvedValueOnce({ status: "captured" })
      expect(await refusedLeave(cart.id, "en")).toMatchObject({
        status: 409,
        code: "payment_made",
        message: expect.stringContaining("Your payment has already been made"),
      })
      expect(fake.deletePayment).not.toHaveBeenCalled()
      // Made between the question and the cancellation, which the provider then refuses.
      fake.getPaymentStatus.mockResolvedValueOnce({ status: "pending" }).mockResolvedValueOnce({ status: "captured" })
      fake.deletePayment.mockRejectedValueOnce(new Error("this payment has succeeded"))
      expect(await refusedLeave(cart.id)).toMatchObject({ status: 409, code: "payment_made" })
      expect((await sessionsOf(cart.id)).map(({ id }) => id)).toEqual([session.id])
      // The webhook comes: captured in Medusa too, before the cart is an order.
      const payments = store.container.resolve(Modules.PAYMENT)
      const payment = await payments.authorizePaymentSession(session.id, {})
      await payments.capturePayment({ payment_id: payment?.id as string })
      fake.getPaymentStatus.mockClear()
      expect(await refusedLeave(cart.id)).toMatchObject({ status: 409, code: "payment_made" })
      expect(fake.getPaymentStatus).not.toHaveBeenCalled()
    })

    it("a provider that cannot say its state is asked to cancel all the same", async () => {
      const cart = await filledCart()
      await startPayment(cart.id, fake.id)
      fake.getPaymentStatus.mockRejectedValue(new Error("Method not implemented."))
      expect(await leave(cart.id)).toMatchObject({ outcome: "left" })
    })

    it("a payment that was authorised while its cart became no order is voided at the provider", async () => {
      const cart = await filledCart()
      const session = await startPayment(cart.id, fake.id)
      const payments = store.container.resolve(Modules.PAYMENT)
      const payment = await payments.authorizePaymentSession(session.id, {})
      expect(await leave(cart.id)).toMatchObject({ outcome: "left" })
      expect(fake.cancelPayment).toHaveBeenCalledTimes(1)
      expect((await payments.retrievePayment(payment?.id as string)).canceled_at).not.toBeNull()
      await startPayment(cart.id, SYSTEM)
      const { order } = await store.shop.store(`/carts/${cart.id}/complete`, {})
      const { order: placed } = await store.shop.admin(`/orders/${order.id}?fields=*payment_collections.payments`)
      const valid = placed.payment_collections[0].payments.filter(({ canceled_at }: Answer) => !canceled_at)
      expect(valid.map(({ provider_id }: Answer) => provider_id)).toEqual([SYSTEM])
      expect(placed.payment_status).toBe("authorized")
    })

    it("an order asked for while its payment is being left waits, and is not placed on it", async () => {
      const cart = await filledCart()
      await startPayment(cart.id, fake.id)
      const gate = gated(fake.deletePayment)
      const left = leave(cart.id)
      await until(async () => fake.deletePayment.mock.calls.length > 0)
      const locks = jest.spyOn(store.container.resolve(Modules.LOCKING), "acquire")
      const completed = store.shop.store(`/carts/${cart.id}/complete`, {}).catch((error: Answer) => error)
      await until(async () => locks.mock.calls.some(([key]) => key === cart.id))
      gate.open()
      expect(await left).toMatchObject({ outcome: "left" })
      expect(await completed).toMatchObject({ status: 400, answer: expect.stringContaining("Payment sessions") })
      expect(fake.authorizePayment).not.toHaveBeenCalled()
    })

    it("a payment left while its order is being placed is not cancelled: the order is placed", async () => {
      const cart = await filledCart()
      await startPayment(cart.id, fake.id)
      const gate = gated(fake.authorizePayment, "authorized")
      const completed = store.shop.store(`/carts/${cart.id}/complete`, {})
      await until(async () => fake.authorizePayment.mock.calls.length > 0)
      expect(await refusedLeave(cart.id)).toMatchObject({ status: 503, code: "cart_busy" })
      gate.open()
      expect((await completed).type).toBe("order")
      expect(fake.deletePayment).not.toHaveBeenCalled()
      expect(await refusedLeave(cart.id)).toMatchObject({ status: 409, code: "order_placed" })
    })
  })

  async function explained(query: string): Promise<Answer> {
    return (await store.shop.store(`/hamon/payment-methods?${query}`)).payment_methods
  }

  /** A cart that lacks nothing but the payment. */
  async function filledCart(): Promise<Answer> {
    const { shop, seeded } = store
    const address = {
      first_name: "Claire",
      last_name: "Martin",
      address_1: "8 passage de la Bonne Graine",
      postal_code: "75011",
      city: "Paris",
      country_code: "fr",
    }
    const { cart } = await shop.store("/carts", {
      region_id: seeded.regionId,
      email: EMAIL,
      shipping_address: address,
      billing_address: address,
      items: [{ variant_id: seeded.products.bowl.variantId, quantity: 1 }],
    })
    await shop.store(`/carts/${cart.id}/shipping-methods`, { option_id: seeded.standardDeliveryId })
    return cart
  }

  async function startPayment(cartId: string, provider_id: string): Promise<Answer> {
    const { payment_collection } = await store.shop.store("/payment-collections", { cart_id: cartId })
    await store.shop.store(`/payment-collections/${payment_collection.id}/payment-sessions`, { provider_id })
    const [session] = await sessionsOf(cartId)
    return { ...session, payment_collection_id: payment_collection.id }
  }

  async function sessionsOf(cartId: string): Promise<Answer[]> {
    const { cart } = await store.shop.store(`/carts/${cartId}?fields=*payment_collection.payment_sessions`)
    return cart.payment_collection.payment_sessions
  }

  function leave(cartId: string, locale = "fr"): Promise<Answer> {
    return store.shop.store(`/hamon/carts/${cartId}/cancel-payment?locale=${locale}`, {})
  }

  async function refusedLeave(cartId: string, locale = "fr"): Promise<Answer> {
    const refusal = await leave(cartId, locale).then(
      (answer) => expect(answer).toBe("a refusal"),
      (error: Answer) => error,
    )
    return { ...JSON.parse(refusal.answer), status: refusal.status }
  }

  /** The provider's next answer comes when the test lets it. */
  function gated(call: jest.Mock, status?: string) {
    let open: () => void = () => undefined
    const opened = new Promise<void>((resolve) => (open = resolve))
    call.mockImplementationOnce(async ({ data }: Answer) => {
      await opened
      return { data, status }
    })
    return { open: () => open() }
  }
})
