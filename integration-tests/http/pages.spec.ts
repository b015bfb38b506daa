import type { Browser, Page } from "playwright-core"
import { describeInBrowser, openBrowser, overflow, violations } from "../support/browser"
import { declared, delivered, EMAIL } from "../support/scenes"
import { storeSuite, type TestStore } from "../support/store"

storeSuite("hosted pages in a browser", (store) => {
  describeInBrowser("Chromium", () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await openBrowser()
    })
    afterAll(() => browser.close())

    it("L221-21: the whole function works without JavaScript, by keyboard, in French", async () => {
      const page = await (await browser.newContext({ javaScriptEnabled: false, locale: "fr-FR" })).newPage()
      await page.goto(`${store.shop.url}/retractation`)
      await page.focus("#name")
      const type = async (text: string) => {
        await page.keyboard.type(text)
        await page.keyboard.press("Tab")
      }
      await type("Claire Martin")
      await type(EMAIL)
      await type("1042")
      await page.keyboard.press("Space")
      await page.getByRole("button", { name: "Vérifier ma déclaration" }).press("Enter")
      await page.getByRole("button", { name: "Confirmer la rétractation" }).press("Enter")
      await page.getByRole("status").waitFor()
      expect(await page.title()).toContain("Votre rétractation a été reçue")
      await store.mailbox.waitFor(({ to }) => to.includes(EMAIL))
    })

    it.each(["fr", "en"])(
      "every page in %s: no violation of WCAG 2.2 AA, nothing cut off at 320 px, the style is applied",
      async (lang) => {
        const order = await delivered(store)
        const { reference, code } = await declared(store, order)
        const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage()
        const refused: string[] = []
        page.on("console", (message) => {
          // A page with pictures is asked for its icon too, and has none.
          const icon = message.location().url.endsWith("/favicon.ico")
          if (message.type() === "error" && !icon) refused.push(message.text())
        })
        const look = async (name: string) => {
          expect({ name, found: await violations(page) }).toEqual({ name, found: [] })
          expect({ name, overflow: await overflow(page) }).toEqual({ name, overflow: 0 })
          expect(await page.evaluate(() => getComputedStyle(document.querySelector("header") as Element).display)).toBe(
            "flex",
          )
        }
        await page.goto(`${store.shop.url}/retractation?lang=${lang}`)
        await look("form")
        await page.click("main button[type=submit]")
        await look("form with errors")
        await fillIn(page)
        await page.click("main button[type=submit]")
        await look("review")
        await page.click('button[value="confirm"]')
        await look("recorded")
        await page.goto(`${store.shop.url}/retractation/suivi?lang=${lang}`)
        await look("follow")
        await page.fill("#reference", reference)
        await page.fill("#code", "2222-2222")
        await page.click("main button[type=submit]")
        await look("follow with a wrong code")
        await page.fill("#code", code)
        await page.click("main button[type=submit]")
        await look("followed")
        await page.goto(`${store.shop.url}/conditions-de-vente?lang=${lang}`)
        await look("terms of sale")
        await page.goto(`${store.shop.url}/compte/deverrouiller?lang=${lang}`)
        await look("unlock")
        await page.fill("#email", EMAIL)
        await page.click("main button.plain")
        await look("unlock, code asked for")
        await page.fill("#code", "2222-2222")
        await page.click("main button:not(.plain)")
        await look("unlock with a wrong code")
        await page.goto(`${store.shop.url}/mentions-legales?lang=${lang}`)
        await look("legal notice")
        await upload(store, lang)
        await page.reload()
        await look("legal notice with the harmonised notice")
        expect(await page.evaluate(() => document.querySelector("img")?.naturalWidth)).toBe(1)
        // A page that answers 422 is reported by the browser too; what its policy blocks is not.
        expect(refused.filter((text) => !text.includes("422"))).toEqual([])
      },
    )
  })
})

/** A picture of one point in the place of the harmonised notice. */
async function upload({ shop }: TestStore, locale: string): Promise<void> {
  const body =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
  await shop.admin("/hamon/official-files", { kind: "harmonised_notice", locale, body })
}

async function fillIn(page: Page): Promise<void> {
  await page.fill("#name", "Claire Martin")
  await page.fill("#email", EMAIL)
  await page.fill("#order", "une-commande-dont-la-description-est-bien-longue-et-sans-espace-pour-voir")
  await page.check("#scope-part")
  await page.fill("#article-1", "Théière en grès")
  await page.fill("#quantity-1", "1")
}
