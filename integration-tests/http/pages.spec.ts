import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import type { Browser, Page } from "playwright-core"
import { describeInBrowser, openBrowser, overflow, violations } from "../support/browser"
import { linkOf } from "../support/follow"
import { declared, delivered, EMAIL, runJobs, withdrawalOf } from "../support/scenes"
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

    it("the link of a letter: its secret leaves the address, nothing is sent before a press, and one press opens the page", async () => {
      const { reference, id } = await declared(store, await delivered(store))
      const link = await linkOf(store, reference)
      const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage()
      await page.goto(`${store.shop.url}/retractation/suivi?lang=fr#${link}`)
      expect(page.url()).not.toContain(link)
      expect(await page.locator("#reference").isVisible()).toBe(false)
      expect((await withdrawalOf(store, id)).assurance).not.toBe("email_proven")
      expect(await violations(page)).toEqual([])
      await page.getByRole("button", { name: "Voir où en est ma rétractation" }).press("Enter")
      await page.getByRole("heading", { name: "Remboursement" }).waitFor()
      expect((await withdrawalOf(store, id)).assurance).toBe("email_proven")
      await page.locator("summary").first().press("Enter")
      expect(await page.getByRole("checkbox").isChecked()).toBe(false)
      expect([await violations(page), await overflow(page)]).toEqual([[], 0])
      // The page carries on from form to form, in the other language too.
      await page.getByRole("button", { name: "English" }).press("Enter")
      await page.getByRole("heading", { name: "Refund" }).waitFor()
      const [slip] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Download the return slip (PDF)" }).press("Enter"),
      ])
      expect(slip.suggestedFilename()).toBe(`return-slip-${reference}.pdf`)
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
        await page.click("#by-code button[type=submit]")
        await look("follow with a wrong code")
        await page.fill("#code", code)
        await page.click("#by-code button[type=submit]")
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

  describeInBrowser("Chromium, for who lost a number, and on pages of others", () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await openBrowser()
    })
    const servers: Server[] = []
    afterAll(async () => {
      servers.forEach((server) => server.close())
      await browser.close()
    })

    it("D221-5: the button stands on a page of another origin with a strict policy, by keyboard, in the page's language", async () => {
      const page = await shopPage(
        `<hamon-withdrawal-button id="own"><a href="/fallback">fallback</a></hamon-withdrawal-button>
         <hamon-withdrawal-button id="set" locale="en" href="${store.shop.url}/retractation?lang=en"></hamon-withdrawal-button>
         <hamon-withdrawal-button id="bad" locale="xx" href="javascript:alert(1)"></hamon-withdrawal-button>`,
      )
      const own = page.getByRole("link", { name: "Vertrag widerrufen", exact: true })
      expect(await own.getAttribute("href")).toMatch(/\/retractation\?lang=en$/)
      // The page's policy did not keep the look away: the target is large enough for a finger.
      expect((await own.boundingBox())?.height).toBeGreaterThanOrEqual(44)
      expect(await page.locator("#bad a").getAttribute("href")).toMatch(/\/retractation\?lang=fr$/)
      expect(await violations(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
      await page.evaluate(() => document.getElementById("set")?.setAttribute("locale", "fr"))
      await page.keyboard.press("Tab")
      await page.keyboard.press("Tab")
      await page.keyboard.press("Enter")
      await page.waitForURL(`${store.shop.url}/retractation?lang=en`)
    })

    it("without script the link that the page wrote inside the button stays", async () => {
      const page = await shopPage(
        `<hamon-withdrawal-button><a href="/x">Vertrag widerrufen</a></hamon-withdrawal-button>`,
        {
          javaScriptEnabled: false,
        },
      )
      expect(await page.getByRole("link", { name: "Vertrag widerrufen" }).isVisible()).toBe(true)
    })

    it.each([
      ["fr", "Mes commandes", "Choisir dans la commande"],
      ["en", "My orders", "Choose in order"],
    ])(
      "the link of a lost number, in %s: opened, picked, confirmed; no violation of WCAG 2.2 AA, nothing cut off at 320 px",
      async (lang, title, choose) => {
        await delivered(store)
        await runJobs(store)
        const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage()
        const look = async (name: string) => {
          expect({ name, found: await violations(page) }).toEqual({ name, found: [] })
          expect({ name, overflow: await overflow(page) }).toEqual({ name, overflow: 0 })
        }
        await page.goto(`${store.shop.url}/retractation/commandes?lang=${lang}`)
        await look("ask")
        await page.fill("#email", EMAIL)
        await page.press("#email", "Enter")
        await page.getByRole("status").waitFor()
        await look("asked")
        const letter = await store.mailbox.waitFor(({ subject }) => /lien|link/.test(subject))
        const [, path] = /href="[^"]*(\/retractation\/commandes[^"]*#[^"]*)"/.exec(letter.html ?? "") as RegExpExecArray
        await page.goto(store.shop.url + path.replace("&amp;", "&"))
        // Programs that open links, scripts and all, press nothing.
        expect(await page.locator("#open button").evaluate((button) => button === document.activeElement)).toBe(true)
        expect(await page.getByRole("heading", { name: title, level: 1, exact: true }).count()).toBe(0)
        await page.locator("#open button").press("Enter")
        await page.getByRole("heading", { name: title, level: 1, exact: true }).waitFor()
        expect(page.url()).not.toContain("#")
        await look("list")
        await page.getByRole("button", { name: choose }).press("Enter")
        await page.locator("#scope-part").check()
        await page.getByRole("spinbutton").first().fill("1")
        await look("pick")
        await page.locator('button[value="review"]').press("Enter")
        await page.locator('button[value="confirm"]').press("Enter")
        await page.getByRole("status").waitFor()
        await look("recorded")
      },
    )

    /** A page of a shop of another origin, in German, that lets only our module run. */
    async function shopPage(content: string, options: { javaScriptEnabled?: boolean } = {}) {
      const module = `<script type="module" src="${store.shop.url}/hamon/withdrawal-button.js"></script>`
      const body = `<!doctype html><html lang="de"><head><title>Laden</title>${module}</head><body><main><h1>Laden</h1>${content}</main></body></html>`
      // A server of its own: Chromium lets no page of elsewhere ask this machine.
      const server = createServer((_, answer) => {
        const policy = `default-src 'none'; script-src ${store.shop.url}`
        answer.writeHead(200, { "content-type": "text/html", "content-security-policy": policy }).end(body)
      })
      servers.push(server)
      await new Promise<void>((listening) => server.listen(0, "localhost", listening))
      const page = await (await browser.newContext({ viewport: { width: 320, height: 640 }, ...options })).newPage()
      await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
      return page
    }
  })
})

/** A picture of one point in the place of the harmonised notice. */
async function upload({ shop }: TestStore, locale: string): Promise<void> {
  const body = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
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
