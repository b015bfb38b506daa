// One function here runs in the page, and the build of the plugin knows Node.js alone.
/// <reference lib="dom" />
import type { Browser } from "playwright-core"
import type { WebRules } from "../../kit/web/target"
import type { Link } from "./links"
import { inBrowser, serving } from "./browser"

export const WINDOWS = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
} as const
export type Window = keyof typeof WINDOWS

/** Storefronts draw their frame a moment after the page has come. */
const SETTLE = 6_000
const LOAD = 12_000

/**
 * The links of a page as it is drawn, in a wide window and on a phone: `hidden` where nobody sees them without opening
 * something first.
 * @throws WebError when the page is not drawn in time; `BrowserMissing`, see `inBrowser`
 */
export function drawnLinks(
  url: string,
  executable: string,
  rules: WebRules,
  ready: (links: readonly Link[]) => boolean,
): Promise<Record<Window, readonly Link[]>> {
  return inBrowser(executable, async (browser) => ({
    desktop: await linksAt(browser, url, "desktop", rules, ready),
    phone: await linksAt(browser, url, "phone", rules, ready),
  }))
}

async function linksAt(
  browser: Browser,
  url: string,
  window: Window,
  rules: WebRules,
  ready: (links: readonly Link[]) => boolean,
): Promise<readonly Link[]> {
  const context = await browser.newContext({
    viewport: WINDOWS[window],
    isMobile: window === "phone",
    hasTouch: window === "phone",
    serviceWorkers: "block",
    acceptDownloads: false,
    // Certificates are another row's; here the files are answered by us.
    ignoreHTTPSErrors: true,
  })
  try {
    await context.route("**/*", serving(rules))
    const page = await context.newPage()
    await page.goto(url, { waitUntil: "load", timeout: LOAD })
    const end = performance.now() + SETTLE
    for (;;) {
      const links = await page.evaluate(visibleLinks)
      if (ready(links) || performance.now() > end) return links
      await page.waitForTimeout(250)
    }
  } finally {
    await context.close()
  }
}

/** Runs in the page. */
function visibleLinks(): Link[] {
  // A link of no size, off the page, or cut off by what is around it, is seen by nobody.
  const isSeen = (element: HTMLElement): boolean => {
    const checked = element.checkVisibility({
      opacityProperty: true,
      visibilityProperty: true,
      contentVisibilityAuto: false,
    })
    if (!checked) return false
    let { left, top, right, bottom } = element.getBoundingClientRect()
    if (right + window.scrollX <= 0 || bottom + window.scrollY <= 0) return false
    for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
      const { overflowX, overflowY, clipPath } = getComputedStyle(around)
      if (clipPath === "inset(50%)" || clipPath === "inset(100%)") return false
      const box = around.getBoundingClientRect()
      // What scrolls is reached; what is cut is not.
      if (overflowX === "hidden" || overflowX === "clip")
        [left, right] = [Math.max(left, box.left), Math.min(right, box.right)]
      if (overflowY === "hidden" || overflowY === "clip")
        [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)]
    }
    return right - left > 2 && bottom - top > 2
  }
  return Array.from(document.querySelectorAll<HTMLAnchorElement>("a[href]"))
    .filter(({ protocol }) => /^https?:$/.test(protocol))
    .map((element) => ({
      href: element.href,
      words: (element.innerText || element.textContent || element.querySelector("img")?.alt || "")
        .replace(/\s+/g, " ")
        .trim(),
      spoken: element.getAttribute("aria-label") ?? "",
      hidden: !isSeen(element),
    }))
}
