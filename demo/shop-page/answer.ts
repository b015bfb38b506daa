import { readFileSync } from "node:fs"
import type { IncomingMessage, ServerResponse } from "node:http"
import { extname } from "node:path"
import { pageLocale } from "../../src/pages/texts"
import { browserFiles } from "./browser-files"
import { shopDocument, type ShopDocument } from "./document"

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
}

/** Our own files, the store, and Stripe where cards are confirmed, nothing else; no inline script or style, and no HTML made from text by a script. */
function headers({ storeUrl, stripe }: Shop): Record<string, string> {
  const store = new URL(storeUrl).origin
  const edges = [store, stripe && new URL(stripe.url).origin].filter(Boolean)
  return {
    "Content-Security-Policy": [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      `img-src 'self' ${store}`,
      `connect-src ${edges.join(" ")}`,
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join("; "),
    // The demo may be changed and reloaded: nothing old is shown.
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
  }
}

type Shop = Pick<ShopDocument, "storeUrl" | "publishableKey" | "regionId" | "stripe">

/** Answers a request of the shop page: one document in two languages, and the files it names. */
export function answerWith(shop: Shop): (req: IncomingMessage, res: ServerResponse) => void {
  const common = headers(shop)
  const files = browserFiles()
  return (req, res) => {
    const send = (status: number, type: string, body: string | Buffer, more: Record<string, string> = {}): void => {
      res.writeHead(status, { ...common, "Content-Type": type, ...more })
      res.end(req.method === "HEAD" ? undefined : body)
    }
    if (req.method !== "GET" && req.method !== "HEAD") {
      return send(405, "text/plain; charset=utf-8", "GET", { Allow: "GET, HEAD" })
    }
    const [path, query = ""] = (req.url ?? "/").split("?")
    if (path === "/") {
      const chosen = new URLSearchParams(query).get("lang")
      const locale = pageLocale(chosen, req.headers["accept-language"], "fr")
      const body = shopDocument({ ...shop, locale })
      return send(200, "text/html; charset=utf-8", body, { Vary: "Accept-Language", "Content-Language": locale })
    }
    const file = files.get(path)
    if (!file) return send(404, "text/plain; charset=utf-8", "404")
    send(200, TYPES[extname(file)], readFileSync(file))
  }
}
