import { existsSync, readFileSync } from "node:fs"
import { type Browser, chromium, type Page } from "playwright-core"

const BROWSER = process.env.CHROMIUM ?? "/usr/bin/chromium"
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")

/** A suite that needs Chromium: skipped, and said, where there is none; never on the build machine. */
export const describeInBrowser: jest.Describe = existsSync(BROWSER) || process.env.CI ? describe : skipped()

function skipped(): jest.Describe {
  console.warn(`${BROWSER} is missing: the tests in the browser are skipped. On Debian: apt-get install chromium`)
  return describe.skip
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: BROWSER,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
  })
}

type Axe = { run: (where: string | Document) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }

/**
 * What axe finds on a page against WCAG 2.2 AA and its own best practices: rule and element, for a readable failure.
 * @param part selector of the part of it that is ours
 */
export async function violations(page: Page, part: string | null = null): Promise<string[]> {
  // Evaluated, not added as a script: the page's own policy stays as it is.
  await page.evaluate(AXE)
  const { violations: found } = await page.evaluate(
    (where) => (window as unknown as { axe: Axe }).axe.run(where ?? document),
    part,
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`)
}

/** By how many pixels a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
