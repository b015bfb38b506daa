import type { Browser, Page } from "playwright-core"
import { portNear } from "../../demo/ports"
import { type ShopPage, startShopPage } from "../../demo/shop-page"
import { describeInBrowser, openBrowser, overflow, violations } from "../support/browser"
import { fakeProvider } from "../support/fake-provider"
import { storeSuite } from "../support/store"

let port: number
// Before the store reads its configuration: it answers the pages of one address.
beforeAll(async () => {
  port = await portNear(8100)
  process.env.STORE_CORS = `http://localhost:${port}`
})
afterAll(() => {
  delete process.env.STORE_CORS
})

storeSuite("the shop page in a browser", (store) => {
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

    it("a customer who approves at PayPal comes back to his order; one who gives up there keeps his cart", async () => {
      const paypal = await fakeProvider(store, "pp_paypal_shop")
      const approval = (way: "back" | "left") => {
        const approve_url = `${shopPage.url}/?payment=${way}`
        paypal.initiatePayment.mockResolvedValueOnce({ id: "order", data: { approve_url }, status: "pending" })
      }
      const page = await visit("fr", 1000)
      await page.click(".actions .button")
      await fillIn(page, paypal.id)
      await page.click("main button[type=submit]")
      approval("left")
      await page.click(".order")
      await page
        .getByRole("status")
        .getByText(/est annulé.*panier est conservé/)
        .waitFor()
      expect(paypal.deletePayment).toHaveBeenCalledTimes(1)
      expect(paypal.authorizePayment).not.toHaveBeenCalled()
      approval("back")
      await page.click(".order")
      await page.waitForSelector(".number")
      expect(paypal.authorizePayment).toHaveBeenCalledTimes(1)
      expect(page.url()).toBe(`${shopPage.url}/?lang=fr#thanks`)
    })

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

    async function fillIn(page: Page, providerId: string): Promise<void> {
      await page.fill("#email", "claire@client.example")
      await page.fill("#first_name", "Claire")
      await page.fill("#last_name", "Martin")
      await page.fill("#address_1", "8 passage de la Bonne Graine")
      await page.fill("#postal_code", "75011")
      await page.fill("#city", "Paris")
      await page.locator("input[name=delivery]").first().click()
      await page.locator(`input[value=${providerId}]`).click()
    }

    async function look(name: string, page: Page): Promise<void> {
      expect({ name, found: await violations(page) }).toEqual({ name, found: [] })
      expect({ name, overflow: await overflow(page) }).toEqual({ name, overflow: 0 })
    }
  })
})
