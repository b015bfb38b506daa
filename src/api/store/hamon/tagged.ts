import type { MedusaResponse } from "@medusajs/framework/http"
import { sha256 } from "../../../kit/secrets"
import type { LetterLocale } from "../../../modules/hamon/types"

/** What selects the language of an answer, for caches: Medusa's own header too. */
const LANGUAGE = ["Accept-Language", "x-medusa-locale"]

/**
 * Answers with a strong `ETag` of the body: `If-None-Match` is answered 304 by Express. Caches ask each time, since what is
 * said before an order may be another a moment later.
 * @param others further headers that select the answer; with them it is one person's, and no shared cache keeps it
 */
export function sendTagged(
  res: MedusaResponse,
  locale: LetterLocale,
  body: Record<string, unknown>,
  others: readonly string[] = [],
): void {
  const text = JSON.stringify(body)
  const privately = others.length > 0 ? "private, no-cache" : "no-cache"
  for (const header of [...LANGUAGE, ...others]) res.vary(header)
  res
    .set({ ETag: `"${sha256(text)}"`, "Cache-Control": privately, "Content-Language": locale })
    .type("json")
    .send(text)
}
