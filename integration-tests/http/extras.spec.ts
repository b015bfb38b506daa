import { asValue } from "@medusajs/framework/awilix"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { buy, capture, chooseExtras, fillCart, pay, receive, ship } from "../../scripts/shop/checkout"
import type { Answer } from "../../scripts/shop/client"
import { cartRefusal } from "../../src/workflows/checkout/guard"
import { requireChosenExtras } from "../../src/workflows/checkout/require-chosen-extras"
import { standingRecord } from "../../src/workflows/checkout/standing-record"
import { declared, delivered, EMAIL, ordered, proven, runJobs, until, withdrawalOf } from "../support/scenes"
import { storeSuite } from "../support/store"

const CLAIRE = { first: "Claire", last: "Martin" }
const EXTRA = { kind: "gift_wrap", name: { fr: "Emballage cadeau", en: "Gift wrap" } }

storeSuite(
  "extras that were not chosen",
  (store) => {
    afterEach(() => jest.restoreAllMocks())

    describe("what is an extra (L121-17)", () => {
      it("a product that the merchant calls one: neither payment nor order until the customer chooses it, with the words that he read", async () => {
        await rule("extra", "product", store.seeded.products.bowl.id, EXTRA)
        const cartId = await cartOf(["teapot", "bowl"])
        const refused = await refusal(pay(store.shop, cartId))
        expect(refused).toMatchObject({ status: 409, type: "not_allowed", code: "extra_not_chosen" })
        expect(refused.message).toContain("Emballage cadeau (14,50\u00a0€)")
        const [held] = refused.extras
        expect(held).toMatchObject({ key: store.seeded.products.bowl.id, standing: "unchosen", amount: "14.50" })
        expect(held.choose).toBe(`PUT /store/hamon/carts/${cartId}/extras/${held.key}`)
        expect(await refusal(complete(cartId))).toMatchObject({ status: 409, code: "extra_not_chosen" })

        const [shown] = await extras(cartId)
        expect(shown.text).toBe("J'ajoute «\u00a0Emballage cadeau\u00a0» à ma commande, pour 14,50\u00a0€.")
        const [chosen] = await chooseExtras(store.shop, cartId)
        expect(chosen).toMatchObject({ standing: "chosen", text: shown.text })
        const [kept] = await store.service.listExtraChoices({ cart_id: cartId })
        expect(kept).toMatchObject({ text_shown: shown.text, text_version_id: shown.text_version, amount: "14.50" })
        await pay(store.shop, cartId)
        const { order } = await complete(cartId)
        expect((await recordOf(order.id)).content.extras).toMatchObject([{ key: held.key, standing: "chosen" }])
      })

      it("what the refusal says takes it out of the cart", async () => {
        await rule("extra", "product", store.seeded.products.bowl.id, EXTRA)
        const cartId = await cartOf(["teapot", "bowl"])
        const { extras: held } = await refusal(pay(store.shop, cartId))
        const [method, path] = held[0].remove[0].split(" ")
        await store.shop.store(path.replace("/store", ""), undefined, method)
        await pay(store.shop, cartId)
        expect((await complete(cartId)).type).toBe("order")
      })

      it("the list of a cart's extras is kept by no cache: it is that customer's, in his language", async () => {
        const cartId = await cartOf(["teapot"])
        const { headers } = await fetch(`${store.shop.url}/store/hamon/carts/${cartId}/extras`, {
          headers: { "x-publishable-api-key": store.shop.key },
        })
        expect(headers.get("cache-control")).toBe("no-store")
        expect(headers.get("vary")).toMatch(/accept-language/i)
      })

      it("taken out and put in again by a script, it has to be chosen again", async () => {
        const { bowl } = store.seeded.products
        await rule("extra", "product", bowl.id, EXTRA)
        const cartId = await cartOf(["teapot", "bowl"])
        await chooseExtras(store.shop, cartId)
        const { cart } = await store.shop.store(`/carts/${cartId}`)
        const line = cart.items.find(({ product_id }: Answer) => product_id === bowl.id)
        await store.shop.store(`/carts/${cartId}/line-items/${line.id}`, undefined, "DELETE")
        await store.shop.store(`/carts/${cartId}/line-items`, { variant_id: bowl.variantId, quantity: 1 })
        expect(await refusal(pay(store.shop, cartId))).toMatchObject({ status: 409, code: "extra_not_chosen" })
        await chooseExtras(store.shop, cartId)
        await pay(store.shop, cartId)
      })

      it("every product of a category that is one, in the merchant's own words", async () => {
        const { product_category } = await store.shop.admin("/product-categories", { name: "Options", is_active: true })
        await store.shop.admin(`/product-categories/${product_category.id}/products`, {
          add: [store.seeded.products.bowl.id],
        })
        const text = { fr: "Oui, {name} à {amount}.", en: "Yes, {name} at {amount}." }
        await rule("extra", "category", product_category.id, { ...EXTRA, text })
        const cartId = await cartOf(["teapot", "bowl"])
        expect(await refusal(pay(store.shop, cartId))).toMatchObject({ status: 409 })
        const [english] = await extras(cartId, "en")
        expect(english.text).toBe("Yes, Gift wrap at €14.50.")
        await chooseExtras(store.shop, cartId)
        await pay(store.shop, cartId)
      })

      it("a shipping option that is one", async () => {
        await rule("extra", "shipping_option", store.seeded.standardDeliveryId, { ...EXTRA, kind: "priority_handling" })
        const cartId = await cartOf(["teapot"])
        expect((await refusal(pay(store.shop, cartId))).extras).toMatchObject([
          { kind: "priority_handling", amount: "5.90" },
        ])
        await chooseExtras(store.shop, cartId)
        await pay(store.shop, cartId)
      })

      it("a charge that host code slips in without a product", async () => {
        const cartId = await cartOf(["teapot"])
        const { id } = await charge(cartId, { title: "Assurance casse", unit_price: 4.9 })
        const refused = await refusal(pay(store.shop, cartId))
        expect(refused.extras).toMatchObject([{ key: id, kind: "other", name: "Assurance casse", amount: "4.90" }])
        await chooseExtras(store.shop, cartId)
        await pay(store.shop, cartId)
      })

      it("a line that the shop marks in its metadata; no mark acquits what the merchant's rule calls an extra", async () => {
        const { teapot, bowl } = store.seeded.products
        await rule("extra", "product", bowl.id, EXTRA)
        const cartId = await cartOf(["teapot"])
        const add = (variant_id: string, metadata: object) =>
          store.shop.store(`/carts/${cartId}/line-items`, { variant_id, quantity: 1, metadata })
        await add(bowl.variantId, { hamon_extra: false, extra: false })
        await add(store.seeded.products.cheese.variantId, { hamon_extra: "insurance" })
        const held = (await refusal(pay(store.shop, cartId))).extras
        expect(held.map(({ kind, name }: Answer) => [kind, name]).sort()).toEqual([
          ["gift_wrap", "Emballage cadeau"],
          ["insurance", "Saint-Marcellin"],
        ])
        expect(held.some(({ key }: Answer) => key === teapot.id)).toBe(false)
      })

      it("a gift of a promotion that turns paid when the promotion ends", async () => {
        const { bowl } = store.seeded.products
        const { promotion } = await store.shop.admin("/promotions", {
          code: "BOLOFFERT",
          type: "standard",
          status: "active",
          application_method: {
            type: "percentage",
            target_type: "items",
            allocation: "each",
            value: 100,
            max_quantity: 1,
            currency_code: "eur",
            target_rules: [{ attribute: "items.product.id", operator: "eq", values: [bowl.id] }],
          },
        })
        const cartId = await cartOf(["teapot", "bowl"])
        await store.shop.store(`/carts/${cartId}/promotions`, { promo_codes: ["BOLOFFERT"] })
        expect(await extras(cartId)).toEqual([])
        await pay(store.shop, cartId)
        await store.shop.admin(`/promotions/${promotion.id}`, undefined, "DELETE")
        await store.shop.store(`/carts/${cartId}`, { email: "claire@client.example" })
        const refused = await refusal(complete(cartId))
        expect(refused.extras).toMatchObject([{ key: bowl.id, amount: "14.50", standing: "unchosen" }])
        expect((await extras(cartId))[0].text).toMatch(/n'est plus offert/)
        await chooseExtras(store.shop, cartId)
        await pay(store.shop, cartId)
        expect((await complete(cartId)).type).toBe("order")
      })

      it("two for one: the article beside which another of its product is free stays what he came to buy", async () => {
        const { bowl } = store.seeded.products
        const cartId = await cartOf(["bowl"])
        await charge(cartId, { title: "Bol en grès", product_id: bowl.id, unit_price: 0, is_custom_price: true })
        expect(await extras(cartId)).toEqual([])
        // What was announced once is no gift that turned paid, however often it is looked at.
        expect(await extras(cartId)).toEqual([])
        await pay(store.shop, cartId)
      })

      it("a mode of delivery that was never offered, at more than the cheapest standard one", async () => {
        const cartId = await cartOf(["teapot"])
        const carts = store.container.resolve(Modules.CART)
        const hidden = (name: string, amount: number) =>
          carts.addShippingMethods(cartId, [
            { name, amount, is_tax_inclusive: true, shipping_option_id: `so_${name}` } as never,
          ])
        await hidden("cachée", 4)
        expect(await extras(cartId)).toMatchObject([{ kind: "dearer_delivery", amount: "4.00", supplement: "4.00" }])
        await carts.deleteShippingMethods((await carts.listShippingMethods({})).map(({ id }) => id))
        await hidden("chère", 49)
        expect(await extras(cartId)).toMatchObject([{ kind: "dearer_delivery", amount: "49.00", supplement: "43.10" }])
        expect(await refusal(pay(store.shop, cartId))).toMatchObject({ status: 409, code: "extra_not_chosen" })
        await carts.deleteShippingMethods((await carts.listShippingMethods({})).map(({ id }) => id))
        await hidden("bon marché", 3)
        expect(await extras(cartId)).toEqual([])
      })

      it("dearer delivery than the cheapest standard one, whoever put it there; the cheapest needs no choice", async () => {
        const cartId = await cartOf(["teapot"])
        await store.shop.store(`/carts/${cartId}/shipping-methods`, { option_id: store.seeded.expressDeliveryId })
        const refused = await refusal(pay(store.shop, cartId))
        expect(refused.extras).toMatchObject([{ kind: "dearer_delivery", amount: "11.90" }])
        const [shown] = await extras(cartId)
        expect(shown).toMatchObject({ supplement: "6.00", key: store.seeded.expressDeliveryId })
        expect(shown.text).toContain("11,90\u00a0€, et non la livraison standard à 5,90\u00a0€")
        await store.shop.store(`/carts/${cartId}/shipping-methods`, { option_id: store.seeded.standardDeliveryId })
        await pay(store.shop, cartId)
      })

      it("a second mode of delivery for the same goods", async () => {
        const cartId = await cartOf(["teapot"])
        await store.container
          .resolve(Modules.CART)
          .addShippingMethods([{ cart_id: cartId, name: "Supplément de port", amount: 3 } as never])
        expect((await refusal(pay(store.shop, cartId))).extras).toMatchObject([
          { amount: expect.stringMatching(/^3\./) },
        ])
      })

      it("L112-12 CMF: a charge for the means of payment is refused altogether", async () => {
        const cartId = await cartOf(["teapot"])
        const { id } = await charge(cartId, {
          title: "Frais de carte",
          unit_price: 1,
          metadata: { hamon_extra: "payment_surcharge" },
        })
        const refused = await refusal(pay(store.shop, cartId))
        expect(refused).toMatchObject({ status: 409, code: "payment_surcharge", extras: [{ choose: null }] })
        expect(refused.message).toContain("L112-12")
        const [shown] = await extras(cartId)
        expect(await refusal(choose(cartId, { ...shown, key: id }))).toMatchObject({
          status: 400,
          message: expect.stringContaining("L112-12"),
        })
        const surcharge = { ...EXTRA, kind: "payment_surcharge" }
        expect(await refusal(rule("extra", "product", store.seeded.products.bowl.id, surcharge))).toMatchObject({
          status: 400,
          message: expect.stringContaining("L112-12"),
        })
      })
    })

    describe("a choice", () => {
      beforeEach(async () => {
        await rule("extra", "product", store.seeded.products.bowl.id, EXTRA)
      })

      it("that was ticked beforehand is kept as evidence, and is no consent", async () => {
        const cartId = await cartOf(["teapot", "bowl"])
        const [shown] = await extras(cartId)
        const { extra } = await choose(cartId, shown, { preselected: true })
        expect(extra.standing).toBe("by_default")
        expect((await refusal(pay(store.shop, cartId))).extras).toMatchObject([{ standing: "by_default" }])
        await chooseExtras(store.shop, cartId)
        await pay(store.shop, cartId)
        const rows = await store.service.listExtraChoices({ cart_id: cartId }, { order: { chosen_at: "ASC" } })
        expect(rows.map(({ preselected, ended_by }) => [preselected, ended_by])).toEqual([
          [true, "newer_choice"],
          [false, null],
        ])
      })

      it("holds for its amount alone: another quantity asks again, and so does another price", async () => {
        const cartId = await cartOf(["teapot", "bowl"])
        await chooseExtras(store.shop, cartId)
        const { cart } = await store.shop.store(`/carts/${cartId}`)
        const line = cart.items.find(({ product_id }: Answer) => product_id === store.seeded.products.bowl.id)
        await store.shop.store(`/carts/${cartId}/line-items/${line.id}`, { quantity: 3 })
        expect((await refusal(pay(store.shop, cartId))).extras).toMatchObject([
          { standing: "amount_changed", amount: "43.50", quantity: 3 },
        ])
        await chooseExtras(store.shop, cartId)
        await pay(store.shop, cartId)
      })

      it("is asked again when the cart goes to another region and currency", async () => {
        const { region } = await store.shop.admin("/regions", {
          name: "Suisse",
          currency_code: "chf",
          countries: ["ch"],
          payment_providers: ["pp_system_default"],
        })
        await store.shop.admin(
          `/products/${store.seeded.products.bowl.id}/variants/${store.seeded.products.bowl.variantId}`,
          {
            prices: [
              { currency_code: "eur", amount: 14.5 },
              { currency_code: "chf", amount: 14.5 },
            ],
          },
        )
        const { cart } = await store.shop.store("/carts", {
          region_id: store.seeded.regionId,
          items: [{ variant_id: store.seeded.products.bowl.variantId, quantity: 1 }],
        })
        await chooseExtras(store.shop, cart.id)
        expect((await extras(cart.id))[0].standing).toBe("chosen")
        await store.shop.store(`/carts/${cart.id}`, { region_id: region.id })
        expect((await extras(cart.id))[0]).toMatchObject({ standing: "amount_changed" })
      })

      it("taken back, holds no more", async () => {
        const cartId = await cartOf(["teapot", "bowl"])
        const [{ key }] = await chooseExtras(store.shop, cartId)
        const { extras: left } = await store.shop.store(`/hamon/carts/${cartId}/extras/${key}`, undefined, "DELETE")
        expect(left).toMatchObject([{ key, standing: "unchosen" }])
        expect(await refusal(pay(store.shop, cartId))).toMatchObject({ status: 409 })
      })

      it.each([
        ["an older text", { text_version: "hamtx_of_before" }, 400, /another one now/],
        ["another price", { amount: "1.00" }, 400, /costs 14.50 now, not 1.00/],
        ["no word on whether it was ticked beforehand", { preselected: undefined }, 400, /preselected/],
        ["a number for the price", { amount: 14.5 }, 400, /amount/],
        ["a member that does not exist", { colour: "red" }, 400, /colour/],
        ["a NUL", { text_version: "a\u0000b" }, 400, /cannot be kept/],
        ["a language that the shop does not speak", { locale: "de" }, 400, /locale/],
      ])("with %s is refused with a sentence", async (_, wrong, status, message) => {
        const cartId = await cartOf(["teapot", "bowl"])
        const [shown] = await extras(cartId)
        const refused = await refusal(choose(cartId, shown, wrong))
        expect(refused.status).toBe(status)
        expect(refused.message).toMatch(message)
        expect((await extras(cartId))[0].standing).toBe("unchosen")
      })

      it("of what is not in the cart, or in a cart that is none, says so", async () => {
        const cartId = await cartOf(["teapot"])
        const body = { key: "prod_none", text_version: "x", amount: "1.00" }
        expect(await refusal(choose(cartId, body))).toMatchObject({ status: 404, message: /put it into the cart/ })
        for (const id of ["cart_none", "a%00b", "%ff", "%ED%A0%80", "x".repeat(2000)]) {
          expect((await refusal(choose(id, body))).status).toBe(404)
          expect((await refusal(store.shop.store(`/hamon/carts/${id}/extras`))).status).toBe(404)
        }
      })

      it("in a cart that is an order changes nothing any more", async () => {
        const cartId = await cartOf(["teapot", "bowl"])
        const [chosen] = await chooseExtras(store.shop, cartId)
        await pay(store.shop, cartId)
        await complete(cartId)
        for (const method of ["PUT", "DELETE"] as const) {
          const act =
            method === "PUT"
              ? choose(cartId, chosen)
              : store.shop.store(`/hamon/carts/${cartId}/extras/${chosen.key}`, undefined, method)
          expect(await refusal(act)).toMatchObject({
            status: 400,
            message: expect.stringContaining("is an order already"),
          })
        }
        // Asked again, core answers with the same order.
        expect((await complete(cartId)).type).toBe("order")
      })

      it("by two pages of one cart at the same moment leaves one word standing", async () => {
        const cartId = await cartOf(["teapot", "bowl"])
        const [shown] = await extras(cartId)
        const acts = Array.from({ length: 20 }, (_, n) =>
          n % 4 === 3
            ? store.shop.store(`/hamon/carts/${cartId}/extras/${shown.key}`, undefined, "DELETE")
            : choose(cartId, shown, { preselected: n % 4 === 0 }),
        )
        const ends = await Promise.allSettled(acts)
        expect(ends.filter(({ status }) => status === "rejected")).toEqual([])
        const standing = await store.service.listExtraChoices({ cart_id: cartId, ended_at: null })
        expect(standing.length).toBeLessThanOrEqual(1)
      })
    })

    describe("the ways to an order", () => {
      it("a session that was begun before an extra slipped in is gone, and another is not begun", async () => {
        const cartId = await cartOf(["teapot"])
        await pay(store.shop, cartId)
        await rule("extra", "product", store.seeded.products.bowl.id, EXTRA)
        await store.shop.store(`/carts/${cartId}/line-items`, {
          variant_id: store.seeded.products.bowl.variantId,
          quantity: 1,
        })
        expect(await refusal(complete(cartId))).toMatchObject({ status: 409 })
        const { cart } = await store.shop.store(`/carts/${cartId}?fields=*payment_collection.payment_sessions`)
        expect(cart.payment_collection.payment_sessions ?? []).toEqual([])
      })

      // Of PayPal nothing completes a cart but the customer's order: its approval is told to nobody (L221-14).
      it("a webhook completes no cart with an extra that was not chosen; told again after the choice, it does", async () => {
        const { webhooks } = store.edges.stripe
        const cartId = await cartOf(["teapot", "bowl"])
        webhooks.held = true
        webhooks.events.length = 0
        await pay(store.shop, cartId, store.edges.means.stripe)
        // The total does not change, so core keeps the session.
        await rule("extra", "product", store.seeded.products.bowl.id, EXTRA)
        const told = async () =>
          (await Promise.all(webhooks.events.map((event) => webhooks.tell(event)))).map(([core]) => core)
        expect(await told()).toContain(409)
        const { notifications } = await store.shop.admin("/notifications?channel=feed")
        expect(notifications.filter(({ data }: Answer) => data.description?.includes(cartId))).toHaveLength(1)
        expect((await store.shop.store(`/carts/${cartId}`)).cart.completed_at).toBeNull()

        await chooseExtras(store.shop, cartId)
        expect(await told()).not.toContain(409)
        await until(async () => (await ordersOf(cartId)).length > 0)
        webhooks.held = false
      })

      it("a cart is read again when any row that its record rests on has changed, and only then", async () => {
        const { teapot, bowl } = store.seeded.products
        const cartId = await cartOf(["teapot", "bowl"])
        await pay(store.shop, cartId)
        const carts = jest.spyOn(store.container.resolve(Modules.CART), "listCarts")
        expect(await cartRefusal(store.container, cartId, "fr", "pay")).toBeNull()
        expect(carts).not.toHaveBeenCalled()

        const { cart } = await store.shop.store(`/carts/${cartId}`)
        const [line] = cart.items
        const changes: Record<string, () => Promise<unknown>> = {
          quantity: () => store.shop.store(`/carts/${cartId}/line-items/${line.id}`, { quantity: 2 }),
          "mark of a line": () =>
            store.shop.store(`/carts/${cartId}/line-items/${line.id}`, { quantity: 2, metadata: { a: 1 } }),
          address: () =>
            store.shop.store(`/carts/${cartId}`, {
              shipping_address: { ...cart.shipping_address, id: undefined, city: "Lyon", postal_code: "69001" },
            }),
          "rule on a product": () => rule("extra", "product", bowl.id, EXTRA),
          "rule changed on a server whose clock is behind": async () => {
            await rule("extra", "product", teapot.id, EXTRA)
            await store.sql(
              `UPDATE hamon_catalogue_rule SET updated_at = '2100-01-01' WHERE target_id = '${teapot.id}'`,
            )
            await cartRefusal(store.container, cartId, "fr", "pay")
            await rule("extra", "product", bowl.id, { ...EXTRA, kind: "donation" })
          },
          "rule taken back": async () => {
            const [{ id }] = await store.service.listCatalogueRules({ target_id: bowl.id })
            await store.shop.admin(`/hamon/catalogue-rules/${id}`, undefined, "DELETE")
          },
          delivery: () =>
            store.shop.store(`/carts/${cartId}/shipping-methods`, { option_id: store.seeded.standardDeliveryId }),
          category: async () => {
            const { product_category } = await store.shop.admin("/product-categories", {
              name: "Thés",
              is_active: true,
            })
            await store.shop.admin(`/product-categories/${product_category.id}/products`, { add: [teapot.id] })
          },
        }
        const still: string[] = []
        for (const [name, change] of Object.entries(changes)) {
          await cartRefusal(store.container, cartId, "fr", "pay")
          expect((await standingRecord(store.container, cartId)).record).not.toBeNull()
          await change()
          if ((await standingRecord(store.container, cartId)).record) still.push(name)
        }
        expect(still).toEqual([])
      })

      it("where core's tables are not as expected, the cart is read as ever, and the log says so", async () => {
        await rule("extra", "product", store.seeded.products.bowl.id, EXTRA)
        const cartId = await cartOf(["teapot", "bowl"])
        const warned = jest.spyOn(store.container.resolve(ContainerRegistrationKeys.LOGGER), "warn").mockReturnValue()
        const elsewhere = store.container.createScope() as typeof store.container
        const raw = jest.fn().mockRejectedValue(new Error('relation "credit_line" does not exist'))
        elsewhere.register(ContainerRegistrationKeys.PG_CONNECTION, asValue({ raw }))
        expect(await cartRefusal(elsewhere, cartId, "fr", "pay")).toMatchObject({ code: "extra_not_chosen" })
        expect(raw).toHaveBeenCalledTimes(1)
        expect(warned).toHaveBeenCalledWith(expect.stringContaining("credit_line"))
      })

      it("a webhook that we cannot read goes on to core", async () => {
        const response = await fetch(`${store.shop.url}/hooks/payment/hamon-stripe_default`, {
          method: "POST",
          body: "{",
        })
        expect(response.status).toBeLessThan(500)
      })

      it("code that completes a cart by itself is held where the host asks us in core's hook, which the plugin leaves free", async () => {
        const cartId = await cartOf(["teapot", "bowl"])
        await pay(store.shop, cartId)
        await rule("extra", "product", store.seeded.products.bowl.id, EXTRA)
        // A hook has one handler: taken by the plugin, this would throw.
        completeCartWorkflow.hooks.validate(requireChosenExtras as never)
        const { errors } = await completeCartWorkflow(store.container).run({
          input: { id: cartId },
          throwOnError: false,
        })
        expect(errors[0].error).toMatchObject({ message: expect.stringContaining("Emballage cadeau") })
        expect(await ordersOf(cartId)).toEqual([])
      })

      it("with `extras.enforce` off nothing is held, and what was announced is recorded all the same", async () => {
        const options = store.service.getOptions()
        jest
          .spyOn(store.service, "getOptions")
          .mockReturnValue({ ...options, extras: { ...options.extras, enforce: false } })
        await rule("extra", "product", store.seeded.products.bowl.id, EXTRA)
        const order = await buy(store.shop, store.seeded, {
          email: EMAIL,
          name: CLAIRE,
          units: [{ variantId: store.seeded.products.bowl.variantId, quantity: 1 }],
        })
        expect((await recordOf(order.id)).content.extras).toMatchObject([{ standing: "unchosen" }])
      })
    })

    describe("an order that holds an extra without its choice is found, whatever way it came (L121-17)", () => {
      beforeEach(async () => {
        await rule("extra", "product", store.seeded.products.cheese.id, EXTRA)
      })

      it("a draft order that staff made", async () => {
        const { draft_order } = await store.shop.admin("/draft-orders", {
          email: EMAIL,
          region_id: store.seeded.regionId,
          items: [{ variant_id: store.seeded.products.cheese.variantId, quantity: 2 }],
        })
        await store.shop.admin(`/draft-orders/${draft_order.id}/convert-to-order`, {})
        const [found] = await foundIn(draft_order.id)
        expect(found).toMatchObject({ title: "Saint-Marcellin", amount: "7.20", item_type: "line" })
        expect(found.reason.fr).toContain("L121-17")
        // Of what was never taken nothing can be given back.
        expect((await pictureOf(draft_order.id)).unchosen_extras).toMatchObject([{ refundable: false }])
      })

      it("an edit of the order by staff, even when every event was lost", async () => {
        const order = await ordered(store)
        expect(await foundIn(order.id, 0)).toEqual([])
        store.loseEvents()
        await edit(order.id, [{ variant_id: store.seeded.products.cheese.variantId, quantity: 1 }])
        jest.restoreAllMocks()
        await runJobs(store)
        expect(await foundIn(order.id)).toMatchObject([{ amount: "3.60" }])
      })

      it("an exchange", async () => {
        const order = await delivered(store)
        const pot = order.items.find(({ variant_sku }: Answer) => variant_sku === "THE-60")
        const { exchange } = await store.shop.admin("/exchanges", { order_id: order.id })
        await store.shop.admin(`/exchanges/${exchange.id}/inbound/items`, { items: [{ id: pot.id, quantity: 1 }] })
        await store.shop.admin(`/exchanges/${exchange.id}/outbound/items`, {
          items: [{ variant_id: store.seeded.products.cheese.variantId, quantity: 1 }],
        })
        await store.shop.admin(`/exchanges/${exchange.id}/request`, {})
        await runJobs(store)
        expect((await foundIn(order.id)).map(({ amount }) => amount)).toContain("3.60")
      })

      it("more of it than the customer chose; staff are told once, and give the excess back once", async () => {
        const order = await buyCheese()
        await capture(store.shop, order.id)
        await edit(order.id, [], [{ id: order.items[0].id, quantity: 3 }])
        await runJobs(store)
        const [found] = await foundIn(order.id)
        expect(found).toMatchObject({ amount: "7.20" })
        expect(found.reason.fr).toContain("au-delà de ce que le client a choisi")
        await runJobs(store)
        const { notifications } = await store.shop.admin("/notifications?channel=feed")
        expect(notifications.filter(({ data }: Answer) => /unchosen extra/.test(data.title))).toHaveLength(1)

        // Taken out and put in again, it is found again.
        await edit(order.id, [], [{ id: order.items[0].id, quantity: 1 }])
        await runJobs(store)
        expect(await foundIn(order.id, 0)).toEqual([])
        await edit(order.id, [], [{ id: order.items[0].id, quantity: 2 }])
        await runJobs(store)
        expect(await foundIn(order.id)).toMatchObject([{ id: found.id, amount: "3.60" }])
      })

      it("staff give it back: the money goes once, and a withdrawal afterwards does not pay it again", async () => {
        const { order, found } = await orderWithUnchosen()
        expect(found).toMatchObject({ amount: "14.50", state: "open" })
        await until(async () => (await pictureOf(order.id)).unchosen_extras[0].refundable)
        const act = () => store.shop.admin(`/hamon/unchosen-extras/${found.id}/refund`, {})
        const acts = await Promise.all([act(), act(), act()])
        expect(new Set(acts.map(({ refunds }) => refunds[0].id)).size).toBe(1)
        await until(async () => (await paidBack(order.id)) === 14.5)
        await runJobs(store)
        expect(await paidBack(order.id)).toBe(14.5)
        expect((await pictureOf(order.id)).unchosen_extras).toMatchObject([
          { state: "refunded", refunds: [{ amount: "14.50", state: "booked" }] },
        ])

        await withdrawn(order)
        // 39.90 × 2 + 14.50 + 5.90, all of it once.
        expect(await paidBack(order.id)).toBeCloseTo(100.2, 2)
      })

      it("a withdrawal gave it back first: there is nothing left to give, and the money went once", async () => {
        const { order, found } = await orderWithUnchosen()
        await withdrawn(order, { articles: [["Bol en grès", 1]] })
        const back = await paidBack(order.id)
        expect(back).toBeGreaterThanOrEqual(14.5)
        expect(await refusal(store.shop.admin(`/hamon/unchosen-extras/${found.id}/refund`, {}))).toMatchObject({
          status: 400,
          message: expect.stringContaining("a withdrawal has given it back"),
        })
        await runJobs(store)
        expect(await foundIn(order.id, 0)).toEqual([])
        expect(await paidBack(order.id)).toBe(back)
      })

      it("staff show the consent that they have: it is not given back; both decisions are a sentence afterwards", async () => {
        const { draft_order } = await store.shop.admin("/draft-orders", {
          email: EMAIL,
          region_id: store.seeded.regionId,
          items: [{ variant_id: store.seeded.products.cheese.variantId, quantity: 1 }],
        })
        await store.shop.admin(`/draft-orders/${draft_order.id}/convert-to-order`, {})
        const [{ id }] = await foundIn(draft_order.id)
        const path = `/hamon/unchosen-extras/${id}`
        expect(await refusal(store.shop.admin(`${path}/consent`, { ground: "oui" }))).toMatchObject({ status: 400 })
        const ground = "demandé au téléphone le 22 novembre, appel noté"
        const { unchosen_extra } = await store.shop.admin(`${path}/consent`, { ground })
        expect(unchosen_extra).toMatchObject({ state: "consent_shown", ground })
        expect(await refusal(store.shop.admin(`${path}/refund`, {}))).toMatchObject({ status: 400 })
        expect(await refusal(store.shop.admin("/hamon/unchosen-extras/none/refund", {}))).toMatchObject({ status: 404 })
        const { unchosen_extras, count } = await store.shop.admin("/hamon/unchosen-extras?state=consent_shown")
        expect([count, unchosen_extras[0].id]).toEqual([1, id])
      })

      it("what left the order again needs no decision", async () => {
        const order = await ordered(store)
        const { cheese } = store.seeded.products
        await edit(order.id, [{ variant_id: cheese.variantId, quantity: 1 }])
        await runJobs(store)
        const [found] = await foundIn(order.id)
        await edit(order.id, [], [{ id: found.item_id, quantity: 0 }])
        await runJobs(store)
        expect(await foundIn(order.id, 0)).toEqual([])
        expect(await refusal(store.shop.admin(`/hamon/unchosen-extras/${found.id}/refund`, {}))).toMatchObject({
          status: 400,
          message: expect.stringContaining("no longer in the order"),
        })
      })
    })

    /** Findings of an order that wait for staff. */
    async function foundIn(orderId: string, atLeast = 1): Promise<Answer[]> {
      const path = `/hamon/unchosen-extras?state=open&order_id=${orderId}`
      const found = async () => (await store.shop.admin(path)).unchosen_extras
      return atLeast === 0 ? found() : until(async () => ((await found()).length >= atLeast ? found() : null))
    }

    async function edit(orderId: string, add: object[], change: { id: string; quantity: number }[] = []) {
      const { order_change } = await store.shop.admin("/order-edits", { order_id: orderId })
      if (add.length > 0) await store.shop.admin(`/order-edits/${orderId}/items`, { items: add })
      for (const { id, quantity } of change) {
        await store.shop.admin(`/order-edits/${orderId}/items/item/${id}`, { quantity })
      }
      await store.shop.admin(`/order-edits/${orderId}/request`, {})
      await store.shop.admin(`/order-edits/${orderId}/confirm`, {})
      return order_change
    }

    async function buyCheese(): Promise<Answer> {
      const cartId = await cartOf(["cheese"])
      await chooseExtras(store.shop, cartId)
      await pay(store.shop, cartId)
      return (await complete(cartId)).order
    }

    /** An order with a paid extra that nobody chose, of a shop that answers for its extras itself. */
    async function orderWithUnchosen(): Promise<{ order: Answer; found: Answer }> {
      const options = store.service.getOptions()
      const lax = { ...options, extras: { ...options.extras, enforce: false } }
      jest.spyOn(store.service, "getOptions").mockReturnValue(lax)
      await rule("extra", "product", store.seeded.products.bowl.id, EXTRA)
      const order = await ordered(store)
      jest.restoreAllMocks()
      const [found] = await foundIn(order.id)
      return { order, found }
    }

    /** A withdrawal from beginning to end: the goods sent, withdrawn from, back, and refunded. */
    async function withdrawn(order: Answer, more?: Parameters<typeof declared>[2]): Promise<void> {
      const units = order.items.map(({ id, quantity }: Answer) => ({ id, quantity }))
      await ship(store.shop, order.id, units, { locationId: store.seeded.locationId, tracking: "LA1" })
      const declaration = await declared(store, order, more)
      const { return_id } = await proven(store, declaration)
      await receive(store.shop, return_id)
      await until(async () => (await withdrawalOf(store, declaration.id)).goods_back_on)
      await store.shop.admin(`/hamon/withdrawals/${declaration.id}/refund`, {})
      await until(async () => (await withdrawalOf(store, declaration.id)).status === "refunded")
    }

    async function pictureOf(orderId: string): Promise<Answer> {
      return (await store.shop.admin(`/hamon/orders/${orderId}`)).hamon_order
    }

    async function paidBack(orderId: string): Promise<number> {
      const { order } = await store.shop.admin(`/orders/${orderId}?fields=*payment_collections.payments.refunds`)
      const refunds = order.payment_collections.flatMap(({ payments }: Answer) =>
        payments.flatMap((one: Answer) => one.refunds ?? []),
      )
      return refunds.reduce((sum: number, { amount }: Answer) => sum + Number(amount), 0)
    }

    type Product = keyof typeof store.seeded.products

    async function cartOf(products: readonly Product[]): Promise<string> {
      const units = products.map((name) => ({ variantId: store.seeded.products[name].variantId, quantity: 1 }))
      return (await fillCart(store.shop, store.seeded, { email: EMAIL, name: CLAIRE, units })).cartId
    }

    function rule(kind: string, target_type: string, target_id: string, value: object): Promise<Answer> {
      return store.shop.admin("/hamon/catalogue-rules", { kind, target_type, target_id, value })
    }

    async function charge(cartId: string, line: object): Promise<Answer> {
      const made = { quantity: 1, is_tax_inclusive: true, ...line }
      const [item] = await store.container.resolve(Modules.CART).addLineItems(cartId, [made as never])
      return item
    }

    async function extras(cartId: string, locale = "fr"): Promise<Answer[]> {
      return (await store.shop.store(`/hamon/carts/${cartId}/extras?locale=${locale}`)).extras
    }

    function choose(cartId: string, { key, text_version, amount }: Answer, more: object = {}): Promise<Answer> {
      const body = { locale: "fr", text_version, amount, preselected: false, ...more }
      return store.shop.store(`/hamon/carts/${cartId}/extras/${key}`, body, "PUT")
    }

    function complete(cartId: string): Promise<Answer> {
      return store.shop.store(`/carts/${cartId}/complete`, {})
    }

    async function ordersOf(cartId: string): Promise<Answer[]> {
      const { data } = await store.container
        .resolve("query")
        .graph({ entity: "order_cart", fields: ["order_id"], filters: { cart_id: cartId } })
      return data
    }

    /** The record that the order is bound to, once it is. */
    function recordOf(orderId: string): Promise<Answer> {
      return until(async () => (await store.service.listCheckoutRecords({ order_id: orderId }))[0])
    }
  },
  { payments: true },
)

/** The answer of a call that is refused, with its status. */
async function refusal(call: Promise<Answer>): Promise<Answer> {
  const error = await call.then(
    () => {
      throw new Error("the call was not refused")
    },
    (refused: { status: number; answer: string }) => refused,
  )
  return { status: error.status, ...JSON.parse(error.answer) }
}
