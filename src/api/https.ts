import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { insecurePage } from "../pages/insecure"
import { hamonService } from "../workflows/service"
import { localeOf } from "./limits"

/** A browser that has seen it asks for nothing in clear for a year. */
const STRICT = "max-age=31536000"

/**
 * Hosted pages are served encrypted where `publicUrl` says https: a page asked for in clear is sent there (308), a form
 * sent in clear is refused with a sentence, since what it holds has already been read on the way. In clear is what the proxy
 * says came so (`X-Forwarded-Proto`; Medusa trusts one): without its word a page is served, or a proxy that does not say
 * would send every customer in circles.
 */
export function encrypted(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  guard(req, res, next, (url, path) => {
    res
      .status(403)
      .type("html")
      .send(insecurePage({ locale: localeOf(req), path, url }))
  })
}

/** The same, but its form is taken however it came: a declaration of withdrawal is never refused (L221-21). */
export function encryptedUnlessDeclared(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  guard(req, res, next, () => next())
}

function guard(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
  form: (url: string, path: string) => void,
): void {
  const { publicUrl, redirectToHttps } = hamonService(req.scope).getOptions()
  if (!publicUrl.startsWith("https:")) return next()
  if (req.secure) {
    if (process.env.NODE_ENV === "production") res.set("Strict-Transport-Security", STRICT)
    return next()
  }
  if (!redirectToHttps || req.get("x-forwarded-proto") === undefined) return next()
  // A caller may write a whole address where a path belongs: only its path is taken.
  const { pathname, search } = new URL(req.originalUrl, publicUrl)
  const url = publicUrl + pathname
  if (req.method === "GET" || req.method === "HEAD") return res.redirect(308, url + search)
  form(url, pathname)
}
