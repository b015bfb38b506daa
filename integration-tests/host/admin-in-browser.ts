import type { Browser, Page } from "playwright-core"
import { Shop } from "../../scripts/shop/client"
import { describeInBrowser, openBrowser, overflow, violations } from "../support/browser"
import { type Desk, seedDesk } from "./desk-scenes"
import { medusa } from "../support/processes"

export type Host = { readonly url: string; readonly built: string; readonly env: NodeJS.ProcessEnv }

const STAFF = { email: "staff@bare-store.example", password: "correct horse battery staple" }
const LANGUAGES = ["fr", "en"] as const
const WIDTHS = [320, 1280]
const PATIENCE = 2 * 60_000

type Language = (typeof LANGUAGES)[number]

/** Buttons that open a form, by the declaration on whose page they stand. */
const FORMS: Record<Language, readonly (readonly [keyof Desk["withdrawals"], string])[]> = {
  fr: [
    ["toPayByHand", "Enregistrer comme payé"],
    ["deducted", "Noter sa réponse"],
    ["deducted", "Trancher un article"],
    ["deducted", "Ajouter des fichiers"],
    ["held", "Lever la retenue"],
    ["toLookAt", "Noter une vérification"],
  ],
  en: [
    ["toPayByHand", "Record as paid"],
    ["deducted", "Note the answer"],
    ["deducted", "Decide on an article"],
    ["deducted", "Add files"],
    ["held", "Lift the hold"],
    ["toLookAt", "Note what you found"],
  ],
}

/**
 * The admin as staff have it: built by a host, in Chromium, in both languages, at a desk and on a telephone, by keyboard. What
 * Medusa's own frame and cards lack (names of their buttons, landmarks) is not judged here: what is ours is.
 */
export function adminInBrowser(host: () => Host): void {
  describeInBrowser("its admin in Chromium", () => {
    let browser: Browser
    let desk: Desk

    beforeAll(async () => {
      const { url, built, env } = host()
      await medusa(["user", "-e", STAFF.email, "-p", STAFF.password], { cwd: built, env })
      const shop = new Shop(url)
      await shop.logIn(STAFF.email, STAFF.password)
      desk = await seedDesk(shop)
      browser = await openBrowser()
    }, PATIENCE)

    afterAll(() => browser?.close())

    it.each(LANGUAGES.flatMap((language) => WIDTHS.map((width) => [language, width] as const)))(
      "WCAG 2.2 AA: every page of staff, in %s at %i px: axe finds nothing, nothing is cut off",
      async (language, width) => {
        const page = await loggedIn(language, width)
        const found: Record<string, unknown> = {}
        for (const [name, { path, ours }] of Object.entries(pages(desk))) {
          await page.goto(`${host().url}/app${path}`)
          await page.locator(ours).first().waitFor()
          await shown(page)
          found[name] = { axe: await violations(page, ours), overflow: await overflow(page) }
        }
        const nothing = { axe: [], overflow: 0 }
        expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, nothing])))
        await page.context().close()
      },
      PATIENCE,
    )

    it.each(LANGUAGES.flatMap((language) => WIDTHS.map((width) => [language, width] as const)))(
      "every form of the desk opens by keyboard, in %s at %i px: axe finds nothing, what is missing is said, and the keyboard goes back where it was",
      async (language, width) => {
        const page = await loggedIn(language, width)
        const found: Record<string, unknown> = {}
        for (const [declaration, name] of FORMS[language]) {
          await page.goto(`${host().url}/app/withdrawals/${desk.withdrawals[declaration]}`)
          await shown(page)
          const button = page.getByRole("button", { name, exact: true }).first()
          await button.focus()
          await page.keyboard.press("Enter")
          const form = page.getByRole("dialog")
          await form.waitFor()
          await settled(page)
          const empty = await violations(page, "[role=dialog]")
          await form.locator("button[type=submit]").press("Enter")
          await settled(page)
          const sent = await violations(page, "[role=dialog]")
          const said = (await form.locator("[aria-invalid=true]").count()) > 0
          const wide = await overflow(page)
          await page.keyboard.press("Escape")
          await form.waitFor({ state: "hidden" })
          const back = await button.evaluate((one) => one === document.activeElement)
          found[name] = { empty, sent, said, wide, back }
        }
        const right = { empty: [], sent: [], said: true, wide: 0, back: true }
        expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, right])))
        await page.context().close()
      },
      PATIENCE,
    )

    it("an act by keyboard alone: opened, written, sent; it stands in the timeline, and the keyboard goes on with what is next", async () => {
      const page = await loggedIn("fr", 1280)
      await page.goto(`${host().url}/app/withdrawals/${desk.withdrawals.toLookAt}`)
      await shown(page)
      await tabTo(page, "Noter une vérification")
      await page.keyboard.press("Enter")
      await page.getByRole("dialog").waitFor()
      await tabTo(page, null, "TEXTAREA")
      await page.keyboard.type("La cliente voulait dire un seul bol.")
      await tabTo(page, "Enregistrer")
      await page.keyboard.press("Enter")
      await page.getByText("« La cliente voulait dire un seul bol. »").first().waitFor()
      await page.getByRole("dialog").waitFor({ state: "detached" })
      await shown(page)
      expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^(À faire|Rien à faire)/)
      await page.context().close()
    })

    it.each([
      ["fr", "État", "Rapprochée", "Effacer ce filtre"],
      ["en", "Status", "Matched", "Clear this filter"],
    ] as const)(
      "the list is narrowed by keyboard, in %s, and says by what",
      async (language, filter, status, clear) => {
        const page = await loggedIn(language, 320)
        await page.goto(`${host().url}/app/withdrawals`)
        await shown(page)
        const button = page.getByRole("button", { name: new RegExp(`^${filter}`) })
        await button.press("Enter")
        await page.getByRole("menuitemcheckbox", { name: status, exact: true }).press("Enter")
        await settled(page)
        expect(await violations(page, "[role=menu]")).toEqual([])
        await page.keyboard.press("Escape")
        await page.waitForURL(/status=matched/)
        expect(await button.innerText()).toMatch(new RegExp(`^${filter}\\s?: ${status}$`))
        expect(await button.evaluate((one) => one === document.activeElement)).toBe(true)
        await button.press("Enter")
        await page.getByRole("menuitem", { name: clear }).press("Enter")
        await page.waitForURL((url) => !url.searchParams.has("status"))
        await page.context().close()
      },
    )

    async function loggedIn(language: Language, width: number): Promise<Page> {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        // As a proxy with a certificate tells it: in production Medusa's session is for HTTPS alone.
        extraHTTPHeaders: { "x-forwarded-proto": "https" },
      })
      await context.addCookies([{ name: "lng", value: language, url: host().url }])
      await context.addInitScript(`localStorage.setItem("lng", "${language}")`)
      const page = await context.newPage()
      await page.goto(`${host().url}/app/login`)
      await page.fill('input[name="email"]', STAFF.email)
      await page.fill('input[name="password"]', STAFF.password)
      await page.keyboard.press("Enter")
      await page.waitForURL(/app\/(?!login)/)
      return page
    }
  })
}

/** Pages with something of ours, and where it stands on them: all of it, or our cards among Medusa's. */
function pages({ orderId, productId, withdrawals }: Desk): Record<string, { path: string; ours: string }> {
  const own = {
    list: "/withdrawals",
    filtered: "/withdrawals?status=matched&flag=more_than_left",
    nothing: "/withdrawals?q=zzzz",
    ...Object.fromEntries(Object.entries(withdrawals).map(([name, id]) => [name, `/withdrawals/${id}`])),
    disputes: "/disputes",
    conformity: "/conformity",
    settings: "/settings/hamon",
  }
  const beside = { order: `/orders/${orderId}`, product: `/products/${productId}` }
  const placed = (paths: Record<string, string>, ours: string) =>
    Object.entries(paths).map(([name, path]) => [name, { path, ours }] as const)
  return Object.fromEntries([...placed(own, "main"), ...placed(beside, "[data-hamon]")])
}

/** Waits until a page has said everything: nothing loads, nothing moves. */
async function shown(page: Page): Promise<void> {
  await page.locator("main h1, main h2").first().waitFor()
  await page.waitForLoadState("networkidle")
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"))
  await settled(page)
}

/** Waits until what slides or fades has come to rest: colours in between are nobody's. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))))
}

/** Presses Tab until the element that has the keyboard is the one that is looked for. @throws Error when it is never reached */
async function tabTo(page: Page, name: string | null, tag = "BUTTON"): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press("Tab")
    const at = await page.evaluate(() => [document.activeElement?.tagName, document.activeElement?.textContent?.trim()])
    if (at[0] === tag && (name === null || at[1] === name)) return
  }
  throw new Error(`the keyboard never reaches ${name ?? tag}`)
}
