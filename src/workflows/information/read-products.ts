import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { ProductFacts } from "../../information/product-facts"
import type { CartRule } from "../../modules/hamon/types"
import { hamonService } from "../service"

const FIELDS = [
  "id",
  "title",
  "status",
  "description",
  "material",
  "weight",
  "length",
  "width",
  "height",
  "origin_country",
  "categories.id",
  "sales_channels.id",
]
/** Products of one reading. */
const PAGE = 200

export type ReadProduct = ProductFacts & { readonly status: string; readonly salesChannelIds: readonly string[] }

type Raw = {
  id: string
  title: string
  status: string
  description: string | null
  material: string | null
  weight: number | string | null
  length: number | string | null
  width: number | string | null
  height: number | string | null
  origin_country: string | null
  categories?: ({ id: string } | null)[] | null
  sales_channels?: ({ id: string } | null)[] | null
}

/**
 * Products with the rules on them, in the order of their ids.
 * @param locale Medusa's, where it keeps translations of products
 */
export async function readProducts(
  container: MedusaContainer,
  ids: readonly string[],
  locale?: string,
): Promise<ReadProduct[]> {
  if (ids.length === 0) return []
  return read(container, { id: [...ids] }, { take: ids.length, skip: 0 }, locale)
}

/** All published products, a page at a time: for the report, and whoever looks at the whole catalogue. */
export async function* publishedProducts(container: MedusaContainer): AsyncGenerator<ReadProduct[]> {
  for (let skip = 0; ; skip += PAGE) {
    const page = await read(container, { status: "published" }, { take: PAGE, skip })
    if (page.length > 0) yield page
    if (page.length < PAGE) return
  }
}

async function read(
  container: MedusaContainer,
  filters: Record<string, unknown>,
  { take, skip }: { take: number; skip: number },
  locale?: string,
): Promise<ReadProduct[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const pagination = { take, skip, order: { id: "ASC" } }
  const { data } = await query.graph({ entity: "product", fields: FIELDS, filters, pagination }, { locale })
  const products = data as unknown as Raw[]
  const targets = products.flatMap((product) => [product.id, ...idsOf(product.categories)])
  const rules = await hamonService(container).listCatalogueRules({ target_id: [...new Set(targets)] })
  return products.map((product) => factsOf(product, rules as unknown as CartRule[]))
}

function factsOf(product: Raw, rules: readonly CartRule[]): ReadProduct {
  const categoryIds = idsOf(product.categories)
  return {
    id: product.id,
    title: product.title,
    status: product.status,
    description: product.description,
    material: product.material,
    weight: numberOf(product.weight),
    length: numberOf(product.length),
    width: numberOf(product.width),
    height: numberOf(product.height),
    originCountry: product.origin_country,
    categoryIds,
    salesChannelIds: idsOf(product.sales_channels),
    rules: rules.filter(({ target_id }) => target_id === product.id || categoryIds.includes(target_id)),
  }
}

/** In a stable order: of two categories that say different things the same one wins each time. */
function idsOf(list: readonly ({ id: string } | null)[] | null | undefined): string[] {
  return (list ?? [])
    .filter((one) => one !== null)
    .map(({ id }) => id)
    .sort()
}

function numberOf(value: number | string | null): number | null {
  const number = Number(value)
  return value === null || !Number.isFinite(number) || number <= 0 ? null : number
}
