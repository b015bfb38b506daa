import type { MedusaStoreRequest } from "@medusajs/framework/http"
import type { HamonOptions } from "../../../modules/hamon/options"
import type { LetterLocale } from "../../../modules/hamon/types"
import { pageLocale } from "../../../pages/texts"

/** The language to answer in: Medusa's `?locale=` or `x-medusa-locale` (`fr`, `fr-FR`), then the browser's, then the shop's. */
export function customerLocale(
  req: Pick<MedusaStoreRequest, "locale" | "headers">,
  { defaultLocale }: Pick<HamonOptions, "defaultLocale">,
): LetterLocale {
  const chosen = req.locale?.toLowerCase().split("-")[0]
  return pageLocale(chosen, req.headers["accept-language"], defaultLocale)
}
