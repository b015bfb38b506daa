import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { accountTexts, waitingTime } from "../accounts/texts"
import { networkOf } from "../kit/network"
import type { Rule } from "../kit/rate-limits"
import { fill } from "../kit/fill"
import type { LetterLocale } from "../modules/hamon/types"
import { waitPage } from "../pages/wait"
import { pageLocale } from "../pages/texts"
import { rateLimits } from "../workflows/rate-limits"
import { hamonService } from "../workflows/service"

/** Calls of the plugin's store API by a network: a storefront that renders on its server calls for many customers. */
const STORE_CALLS: Rule = { name: "store_network", points: 1200, seconds: 600 }
/** Codes of objections that a network may try. */
const OBJECTIONS: Rule = { name: "objection_network", points: 30, seconds: 900 }
/** Webhooks of a network: each unknown one may cost a call to the provider; those that were refused are told again. */
const WEBHOOKS: Rule = { name: "webhook_network", points: 1200, seconds: 60 }

/** A middleware of a route: calls of a network above the rule are answered 429, with the time to wait. */
export function limitedByNetwork(rule: Rule, answer: typeof tooMany = tooMany) {
  return async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => {
    if (!hamonService(req.scope).getOptions().limitRequests) return next()
    const { allowed, retryAfter } = await rateLimits(req.scope).take(rule, networkOf(req.ip))
    return allowed ? next() : answer(req, res, retryAfter)
  }
}

/** The two steps of a declaration by API: it is never refused (L221-21), as on the page. */
const DECLARING = /^\/store\/hamon\/withdrawals(\/confirm)?\/?$/i

/** Calls of the store API, but for declarations. */
async function storeCalls(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const declares = req.method === "POST" && DECLARING.test(req.baseUrl + req.path)
  return declares ? next() : limitedByNetwork(STORE_CALLS)(req, res, next)
}

/** 429 with `Retry-After` (RFC 6585) and a sentence, as JSON. */
export function tooMany(req: MedusaRequest, res: MedusaResponse, retryAfter: number, sentence?: string): void {
  const locale = localeOf(req)
  const message = sentence ?? waitSentence(retryAfter, locale)
  res.status(429).set("Retry-After", String(retryAfter)).json({ type: "too_many_requests", message })
}

/** The same as a hosted page. */
export function tooManyPage(req: MedusaRequest, res: MedusaResponse, retryAfter: number): void {
  const locale = localeOf(req)
  res
    .status(429)
    .set("Retry-After", String(retryAfter))
    .type("html")
    .send(waitPage({ locale, path: req.path, sentence: waitSentence(retryAfter, locale) }))
}

/** The language that the caller chose on the page, or prefers, or the shop's. */
export function localeOf(req: MedusaRequest): LetterLocale {
  const chosen = (req.body as Record<string, unknown> | undefined)?.lang ?? req.query.lang
  return pageLocale(chosen, req.headers["accept-language"], hamonService(req.scope).getOptions().defaultLocale)
}

function waitSentence(retryAfter: number, locale: LetterLocale): string {
  return fill(accountTexts(locale).wait, { time: waitingTime(retryAfter, locale) })
}

/**
 * Limits of the public routes. `/retractation` has none: a declaration is never refused (L221-21), and its answer looks
 * nothing up. What `/retractation/commandes` shows and sends is limited in its route.
 */
export const limitMiddlewares: MiddlewareRoute[] = [
  { method: ["POST"], matcher: "/retractation/opposition", middlewares: [limitedByNetwork(OBJECTIONS, tooManyPage)] },
  { method: ["POST"], matcher: "/hooks/hamon/*", middlewares: [limitedByNetwork(WEBHOOKS)] },
  { method: ["GET", "POST", "PUT", "DELETE"], matcher: "/store/hamon/*", middlewares: [storeCalls] },
]
