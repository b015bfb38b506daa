import type { MedusaRequest } from "@medusajs/framework/http"
import type { HamonOptions } from "../../modules/hamon/options"
import type { LetterLocale } from "../../modules/hamon/types"
import { hamonService } from "../../workflows/service"
import { localeOf } from "../limits"

/** What a request of the pages of the function needs to answer. */
export type Visit = { readonly locale: LetterLocale; readonly merchant: string | null; readonly options: HamonOptions }

export async function visit(req: MedusaRequest): Promise<Visit> {
  const service = hamonService(req.scope)
  // The page stands without the profile: a database that fails must not take the form away.
  const profile = await service.publishedProfile(null).catch(() => null)
  return { locale: localeOf(req), merchant: profile?.content.name ?? null, options: service.getOptions() }
}
