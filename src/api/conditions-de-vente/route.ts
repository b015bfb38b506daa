import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { TERMS_OF_SALE, type TextVersionRow } from "../../modules/hamon/operations/text-versions"
import type HamonModuleService from "../../modules/hamon/service"
import type { LetterLocale } from "../../modules/hamon/types"
import { termsMissingPage, termsOfSalePage } from "../../pages/terms-of-sale"
import { hamonService } from "../../workflows/service"
import { localeOf } from "../limits"

/** The terms of sale in force, in the reader's language or in French; `?version=` shows one that was. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const service = hamonService(req.scope)
  const locale = localeOf(req)
  const { version } = req.query
  const [profile, terms] = await Promise.all([service.publishedProfile(null), find(service, locale, version)])
  const frame = { locale, merchant: profile?.content.name ?? null }
  res.type("html")
  if (!terms) return res.status(404).send(termsMissingPage(frame, version === undefined ? "any" : "version"))
  const all = await service.listTextVersions(
    { kind: TERMS_OF_SALE, locale: terms.locale },
    { select: ["version"], order: { version: "DESC" }, take: 200 },
  )
  const versions = all.map((one) => one.version)
  const place = { territories: service.getOptions().merchantTerritories }
  return res.send(termsOfSalePage(frame, { terms, current: terms.version === versions[0], versions, place }))
}

async function find(
  service: HamonModuleService,
  locale: LetterLocale,
  version: unknown,
): Promise<TextVersionRow | null> {
  const read = (language: LetterLocale) => {
    if (version === undefined) return service.currentText(TERMS_OF_SALE, language)
    // An integer of PostgreSQL ends before ten digits do.
    if (typeof version !== "string" || !/^[1-9]\d{0,8}$/.test(version)) return null
    return service.numberedText(TERMS_OF_SALE, language, Number(version))
  }
  return (await read(locale)) ?? (locale === "fr" || (await spoken(service, locale)) ? null : read("fr"))
}

/** Whether the shop has terms of its own in a language: then another language's version is not what was asked for. */
async function spoken(service: HamonModuleService, locale: LetterLocale): Promise<boolean> {
  return (await service.currentText(TERMS_OF_SALE, locale)) !== null
}
