import type { Browser, Page } from "playwright-core"
import { portNear } from "../../demo/ports"
import { type ShopPage, startShopPage } from "../../demo/shop-page"
import { capture } from "../../scripts/shop/checkout"
import type { Answer } from "../../scripts/shop/client"
import { seedShop } from "../../scripts/shop/seed"
import { describeInBrowser, openBrowser, overflow, violations } from "../support/browser"
import { paymentOf } from "../support/edges"
import { fakeProvider } from "../support/fake-provider"
import { codeIn, until, withdrawalOf } from "../support/scenes"
import { storeSuite } from "../support/store"

const EMAIL = "claire@client.example"

let port: number
// Before the store reads its configuration: it answers the pages of one address.
beforeAll(async () => {
  port = await portNear(8100)
  process.env.STORE_CORS = `http://localhost:${port}`
})
afterAll(() => {
  delete process.env.STORE_CORS
})

storeSuite(
  "the shop page in a browser",
  (store) => {
    describeInBrowser("Chromium", () => {
      let browser: Browser
      let shopPage: ShopPage
      beforeAll(async () => {
        browser = await openBrowser()
        shopPage = await startShopPage({
          port,
          storeUrl: store.shop.url,
          publishableKey: store.seeded.publishableKey,
          regionId: store.seeded.regionId,
          stripe: { url: store.edges.stripe.url, publishableKey: store.edges.stripe.publishableKey },
        })
      })
      afterEach(() => jest.restoreAllMocks())
      afterAll(async () => {
        await shopPage.stop()
        await browser.close()
      })

      it.each([
        ["fr", 1000, "Paiement par Fake", /n'a pas pu annuler/, /est annulé.*panier est conservé/],
        ["en", 320, "Payment by Fake", /could not cancel/, /is cancelled.*cart is kept/],
      ])(
        "L221-14: in %s at %i px, payment is explained from the first step, and can be left once it has begun",
        async (lang, width, name, failed, left) => {
          const fake = await fakeProvider(store)
          const page = await visit(lang, width)
          await look("cart", page)
          await page.getByText(name, { exact: true }).click()
          await page.getByText("3-D Secure").first().waitFor()
          await look("cart, explained", page)
          await page.click(".actions .button")
          await fillIn(page, fake.id)
          await look("checkout", page)
          await page.click("main button[type=submit]")
          await page.waitForSelector(".order")

          fake.authorizePayment.mockResolvedValueOnce({ data: {}, status: "error" })
          await page.click(".order")
          await page.waitForSelector(".started")
          await look("review, refused payment", page)
          fake.deletePayment.mockRejectedValueOnce(new Error("502 of the provider"))
          await page.click(".started button")
          await page.getByRole("status").getByText(failed).waitFor()
          await page.click(".started button")
          await page.getByRole("status").getByText(left).waitFor()
          expect(await page.locator(".started").count()).toBe(0)
          expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1")
          await look("review, left", page)

          await page.click(".order")
          await page.waitForSelector(".number")
        },
      )

      it("by card, in French: the bank's challenge is refused and then passed, and what is withdrawn comes back to the card (L221-21, L221-24)", async () => {
        const { ledger } = store.edges.stripe
        const page = await visit("fr", 1000)
        await page.locator("[id^=more-]").click()
        await page.getByText("79,80").first().waitFor()
        await page.locator(".payments summary", { hasText: "Carte bancaire" }).click()
        await page.getByText(/confirmer.*authentification forte \(3-D Secure\)/).waitFor()
        await page.click(".actions .button")
        await fillIn(page, "pp_hamon-stripe_default")
        await page.selectOption("#test-card", "pm_card_threeDSecure2Required")
        await look("checkout by card", page)
        await page.click("main button[type=submit]")
        await page.getByText("votre banque réserve le montant").waitFor()

        await page.click(".order")
        await page.getByText(/85,70\s€ sur votre carte/).waitFor()
        await look("the bank", page)
        await page.getByRole("button", { name: "Refuser" }).click()
        await page
          .getByRole("status")
          .getByText(/n'a pas été accepté : rien n'est débité et rien n'est commandé/)
          .waitFor()
        expect(ledger.movements).toEqual([])

        await page.click(".order")
        await page.getByRole("button", { name: "Confirmer ce paiement" }).click()
        const number = /\d+/.exec((await page.locator(".number").textContent()) as string)?.[0] as string
        const { orders } = await store.shop.admin("/orders?fields=id,display_id")
        expect(orders).toMatchObject([{ display_id: Number(number) }])
        const payment = await paymentOf(store.shop, orders[0].id)
        expect(ledger.movements).toMatchObject([{ kind: "authorized", payment, amount: 8570 }])
        await capture(store.shop, orders[0].id)

        await page.click(".withdraw")
        const { reference, code } = await withdrawOne(page, number)
        await follow(page, reference, code)
        await page.getByText("Reçue et rapprochée de votre commande.").waitFor()
        const [{ id }] = (await store.shop.admin(`/hamon/withdrawals?q=${reference}`)).withdrawals
        await store.shop.admin(`/hamon/withdrawals/${id}/refund`, {})
        await until(async () => (await withdrawalOf(store, id)).status === "refunded")
        // One of two teapots, and half of the delivery.
        expect(ledger.refunded(payment)).toBe(3990 + 295)
        await follow(page, reference, code)
        await page.getByText("Le remboursement a été envoyé.").waitFor()
        await page.getByRole("cell", { name: /42,85\s€/ }).waitFor()
        await look("the withdrawal, refunded", page)
      })

      it("with PayPal: who gives up there keeps his cart, and who approves comes back to his order", async () => {
        const { ledger } = store.edges.paypal
        const page = await visit("fr", 320)
        await page.click(".actions .button")
        await fillIn(page, "pp_hamon-paypal_default")
        await page.click("main button[type=submit]")
        await page.click(".order")
        await page.getByText(/demande 45,80\s€/).waitFor()
        await look("PayPal", page)
        await page.getByRole("button", { name: "Annuler et revenir à la boutique" }).click()
        await page
          .getByRole("status")
          .getByText(/est annulé.*panier est conservé/)
          .waitFor()
        expect(ledger.movements).toEqual([])
        await page.click(".order")
        await page.getByRole("button", { name: "Approuver le paiement" }).click()
        await page.waitForSelector(".number")
        expect(ledger.movements).toMatchObject([{ kind: "authorized", amount: 4580 }])
        expect(page.url()).toBe(`${shopPage.url}/?lang=fr#thanks`)
      })

      it.each([
        [
          "fr",
          1000,
          "Emballage cadeau",
          /J'ajoute « Emballage cadeau »/,
          /option payante n'est pas encore choisie/,
          /La commande a changé/,
        ],
        [
          "en",
          320,
          "Emballage cadeau",
          /I add “Gift wrap”/,
          /paid option has not been chosen yet/,
          /The order has changed/,
        ],
      ])(
        "L121-17, L221-14: in %s at %i px, paid extras wait for the customer's tick, and what changed elsewhere is shown before anything is ordered",
        async (lang, width, title, words, missing, changed) => {
          const page = await visit(lang, width)
          await page.click("nav a[href='#shop']")
          await page.locator(".card", { hasText: title }).getByRole("button").click()
          await page.click("#notice a")
          const wrap = page.getByRole("checkbox", { name: words })
          await wrap.waitFor()
          expect(await wrap.isChecked()).toBe(false)
          await look("cart with an extra", page)
          await page.click(".actions .button")
          await fillIn(page, "pp_system_default")
          await page.locator(`input[value=${store.seeded.expressDeliveryId}]`).click()
          await page.click("main button[type=submit]")

          await page.waitForSelector(".order")
          const boxes = page.getByRole("checkbox")
          expect(await boxes.count()).toBe(2)
          expect(await page.locator(".review input:checked").count()).toBe(0)
          await look("review, nothing chosen", page)
          await page.click(".order")
          await page.getByRole("status").getByText(missing).waitFor()
          const tick = async (index: number, standing: number) => {
            await boxes.nth(index).click()
            // The store has it, and the view is shown anew.
            await page.waitForSelector("main:not([aria-busy])")
            expect(await page.locator(".review input:checked").count()).toBe(standing)
          }
          await tick(0, 1)
          await tick(1, 2)
          await tick(0, 1)
          await tick(0, 2)
          await look("review, chosen", page)

          await addElsewhere(page)
          await page.click(".order")
          await page.getByRole("status").getByText(changed).waitFor()
          expect(await page.locator(".label em").count()).toBeGreaterThan(1)
          await look("review, changed", page)
          await page.click(".order")
          await page.waitForSelector(".number")
          const [order] = (await store.shop.admin("/orders?fields=id,total")).orders
          // Teapot 39.90, wrap 4.00, express 11.90, and the bowl that came elsewhere 14.50.
          expect(order.total).toBe(70.3)
          const { checkout } = await until(() => fileOf(order.id))
          expect(checkout.acknowledgement.summary.locale).toBe(lang)
          expect(checkout.extras.map(({ standing }: Answer) => standing)).toEqual(["chosen", "chosen"])
        },
      )

      it("a shop that is started without its payments again offers them no more", async () => {
        const offered = async () => {
          const { payment_methods } = await store.shop.store(
            `/hamon/payment-methods?region_id=${store.seeded.regionId}`,
          )
          return payment_methods.map(({ provider_id }: Answer) => provider_id).sort()
        }
        expect(await offered()).toEqual(["pp_hamon-paypal_default", "pp_hamon-stripe_default", "pp_system_default"])
        await seedShop(store.shop, { paymentProviders: ["pp_system_default"] })
        expect(await offered()).toEqual(["pp_system_default"])
      })

      /** Withdraws one teapot on the hosted page, and reads the code in the letter. */
      async function withdrawOne(page: Page, number: string): Promise<{ reference: string; code: string }> {
        await page.fill("#name", "Claire Martin")
        await page.fill("#email", EMAIL)
        await page.fill("#order", number)
        await page.check("#scope-part")
        await page.fill("#article-1", "Théière en grès")
        await page.fill("#quantity-1", "1")
        await page.getByRole("button", { name: "Vérifier ma déclaration" }).click()
        await page.getByRole("button", { name: "Confirmer la rétractation" }).click()
        await page.getByRole("status").waitFor()
        const reference = /[2-9A-Z]{4}(?:-[2-9A-Z]{4}){3}/.exec(await page.innerText("main"))?.[0] as string
        const letter = await store.mailbox.waitFor(({ subject }) => subject.includes(reference))
        return { reference, code: codeIn(letter.text ?? "", reference) }
      }

      async function follow(page: Page, reference: string, code: string): Promise<void> {
        await page.goto(`${store.shop.url}/retractation/suivi?lang=fr`)
        await page.fill("#reference", reference)
        await page.fill("#code", code)
        await page.getByRole("button", { name: "Voir où en est ma rétractation" }).click()
      }

      /** The cart with one teapot, in a browser of its own. */
      async function visit(lang: string, width: number): Promise<Page> {
        const locale = lang === "fr" ? "fr-FR" : "en-GB"
        const page = await (await browser.newContext({ viewport: { width, height: 800 }, locale })).newPage()
        await page.goto(`${shopPage.url}/?lang=${lang}`)
        await page.locator(".offer button").first().click()
        await page.click("#notice a")
        await page.waitForSelector(".payments")
        return page
      }

      /** The order's file; null until it is opened, a moment after the order. */
      async function fileOf(orderId: string): Promise<Answer> {
        if ((await store.service.listOrderCases({ order_id: orderId })).length === 0) return null
        return (await store.shop.admin(`/hamon/orders/${orderId}`)).hamon_order
      }

      /** Another window of the same customer puts a bowl into the cart. */
      async function addElsewhere(page: Page): Promise<void> {
        const id = await page.evaluate(() => Object.entries(localStorage).find(([key]) => key.startsWith("cart "))?.[1])
        const { variantId } = store.seeded.products.bowl
        await store.shop.store(`/carts/${id}/line-items`, { variant_id: variantId, quantity: 1 })
      }

      async function fillIn(page: Page, providerId: string): Promise<void> {
        await page.fill("#email", EMAIL)
        await page.fill("#first_name", "Claire")
        await page.fill("#last_name", "Martin")
        await page.fill("#address_1", "8 passage de la Bonne Graine")
        await page.fill("#postal_code", "75011")
        await page.fill("#city", "Paris")
        await page.locator("input[name=delivery]").first().click()
        await page.locator(`input[value=${providerId}]`).click()
      }

      async function look(name: string, page: Page): Promise<void> {
        if (process.env.SHOTS)
          await page.screenshot({
            path: `${process.env.SHOTS}/${name.replace(/\W+/g, "-")}-${page.viewportSize()?.width}.png`,
            fullPage: true,
          })
        expect({ name, found: await violations(page) }).toEqual({ name, found: [] })
        expect({ name, overflow: await overflow(page) }).toEqual({ name, overflow: 0 })
      }
    })
  },
  { payments: true },
)
