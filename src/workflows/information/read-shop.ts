import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { RegionFacts, ShopFacts, TextInForce } from "../../information/facts"
import { civilDateIn } from "../../law"
import { merchantZone } from "../../modules/hamon/options"
import type { LetterLocale } from "../../modules/hamon/types"
import { hamonService } from "../service"

const REGION_FIELDS = ["id", "name", "countries.iso_2", "payment_providers.id", "payment_providers.is_enabled"]

/**
 * Everything on which the information before the order rests.
 * @param regionId null: every region
 * @throws MedusaError not_found when there is no such region
 */
export async function readShop(
  container: MedusaContainer,
  { regionId, now }: { regionId: string | null; now: Date },
): Promise<ShopFacts> {
  const service = hamonService(container)
  const options = service.getOptions()
  const [profile, regions, terms, notices] = await Promise.all([
    service.publishedProfile(null),
    readRegions(container, regionId),
    inBoth((locale) => termsInForce(container, locale)),
    inBoth((locale) => service.currentOfficialFile("harmonised_notice", locale)),
  ])
  return {
    on: civilDateIn(now.toISOString(), merchantZone(options)),
    merchant: profile && {
      version: profile.version,
      publishedAt: profile.published_at ?? now,
      content: profile.content,
    },
    regions,
    terms,
    notices,
    options,
  }
}

type RawRegion = {
  id: string
  name: string
  countries?: ({ iso_2: string } | null)[]
  payment_providers?: ({ id: string; is_enabled: boolean } | null)[]
}

async function readRegions(container: MedusaContainer, regionId: string | null): Promise<RegionFacts[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const filters = regionId === null ? {} : { id: regionId }
  const { data } = await query.graph({ entity: "region", fields: REGION_FIELDS, filters })
  if (regionId !== null && data.length === 0) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no region ${regionId}`)
  }
  return (data as unknown as RawRegion[])
    .map(({ id, name, countries, payment_providers }) => ({
      id,
      name,
      countries: present(countries).map(({ iso_2 }) => iso_2),
      providers: present(payment_providers)
        .filter(({ is_enabled }) => is_enabled)
        .map((provider) => provider.id),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Core links to providers and countries that may be gone. */
function present<T>(list: readonly (T | null)[] | undefined): T[] {
  return (list ?? []).filter((one): one is T => one !== null)
}

async function termsInForce(container: MedusaContainer, locale: LetterLocale): Promise<TextInForce | null> {
  const [text] = await hamonService(container).listTextVersions(
    { kind: "terms_of_sale", locale },
    { order: { version: "DESC" }, take: 1, select: ["id", "version", "hash"] },
  )
  return text ? { id: text.id, version: text.version, hash: text.hash } : null
}

async function inBoth<T>(read: (locale: LetterLocale) => Promise<T>): Promise<Record<LetterLocale, T>> {
  const [fr, en] = await Promise.all([read("fr"), read("en")])
  return { fr, en }
}
