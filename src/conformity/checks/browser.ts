import type { Browser, BrowserServer, Route } from "playwright-core"
import { fetchPage } from "../../kit/web/fetch-page"
import type { WebRules } from "../../kit/web/target"
import { WebError } from "../../kit/web/web-error"

/** The browser is there for the report alone; a page that never ends is not waited for. */
const PATIENCE = 40_000
const LARGEST_FILE = 8_000_000
const MOST_FILES = 400

/**
 * Opens Chromium for as long as `act` runs, in a process that is killed when its time is over. It has no way to the
 * network: each file that a page asks for is read by `fetchPage`, so that no page sends it, or us, to internal addresses.
 * @param executable path of Chromium; `playwright-core` is the host's to install
 * @throws BrowserMissing saying what is missing
 */
export async function inBrowser<T>(executable: string, act: (browser: Browser) => Promise<T>): Promise<T> {
  const { chromium } = await playwright()
  let server: BrowserServer
  try {
    server = await chromium.launchServer({ executablePath: executable, args: ARGUMENTS, timeout: PATIENCE, env: {} })
  } catch (error) {
    const [line] = String((error as Error).message).split("\n")
    throw new BrowserMissing(`Chromium at CHROMIUM_PATH does not start: ${line}`)
  }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new WebError("too_slow", "the page was not drawn in time")), PATIENCE)
  })
  try {
    const work = chromium.connect(server.wsEndpoint()).then(act)
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
    await server.kill()
  }
}

/** The report cannot draw pages, and says what to install. */
export class BrowserMissing extends Error {}

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-sync",
  // What does not come through `serve` (web sockets, prefetching) finds no host at all.
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
]

async function playwright(): Promise<typeof import("playwright-core")> {
  try {
    return await import("playwright-core")
  } catch (error) {
    throw new BrowserMissing(`the package playwright-core is not installed (${(error as NodeJS.ErrnoException).code})`)
  }
}

/** Answers what a page asks for: files are read under the rules, and nothing is sent anywhere. */
export function serving(rules: WebRules): (route: Route) => Promise<void> {
  let files = 0
  return async (route) => {
    const request = route.request()
    if (request.method() !== "GET" || ++files > MOST_FILES) return route.abort()
    try {
      const { status, headers, body } = await fetchPage(request.url(), {
        ...rules,
        most: LARGEST_FILE,
        patience: 10_000,
        types: null,
        headers: request.headers(),
      })
      await route.fulfill({ status, headers: shownHeaders(headers), body })
    } catch (error) {
      // A file that may not be read is missing from the page, as where a network is down.
      if (!(error instanceof WebError)) throw error
      await route.abort()
    }
  }
}

function shownHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) =>
      !/^(set-cookie|content-length|content-encoding|transfer-encoding|connection|keep-alive|strict-transport-security)$/.test(
        name,
      ),
  )
  return Object.fromEntries(
    kept.map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")]),
  )
}
