import type { Shop } from "./client"
import { MERCHANT } from "./merchant"
import { TERMS } from "./terms"

export type SeededProduct = {
  readonly id: string
  readonly title: string
  readonly variantId: string
  readonly price: number
}

export type SeededShop = {
  readonly regionId: string
  readonly locationId: string
  readonly publishableKey: string
  readonly products: Readonly<Record<ProductName, SeededProduct>>
  readonly standardDeliveryId: string
  readonly expressDeliveryId: string
}

export type ProductName = "teapot" | "bowl" | "engraved" | "toothbrush" | "cheese" | "ebook" | "giftWrap"

/**
 * Six kinds of good: two ordinary, and one for each exception that a shop meets most (L221-28, 3°, 5°, 4° and 13°); and a paid
 * extra, which only the customer's own choice makes payable (L121-17).
 */
const PRODUCTS: Record<
  ProductName,
  {
    title: string
    subtitle: string
    description: string
    sku: string
    price: number
    exception?: number
    /** What is said of it before the order, where its description does not. */
    information?: object
    digital?: boolean
    extra?: { kind: "gift_wrap"; name: { fr: string; en: string } }
  }
> = {
  teapot: {
    title: "Théière en grès",
    subtitle: "60 cl",
    description: "Théière en grès émaillé, 60 cl, filtre en inox, fabriquée à Lyon.",
    sku: "THE-60",
    price: 39.9,
  },
  bowl: {
    title: "Bol en grès",
    subtitle: "35 cl",
    description: "Bol en grès émaillé, 35 cl, passe au lave-vaisselle.",
    sku: "BOL-35",
    price: 14.5,
  },
  engraved: {
    title: "Mug gravé à votre nom",
    subtitle: "personnalisé",
    description: "Mug en porcelaine, gravé au prénom choisi.",
    sku: "MUG-NOM",
    price: 24,
    exception: 3,
  },
  toothbrush: {
    title: "Brosse à dents en bois",
    subtitle: "sous scellé d'hygiène",
    description: "Brosse à dents en hêtre, emballage scellé.",
    sku: "BRO-01",
    price: 4.9,
    exception: 5,
  },
  cheese: {
    title: "Saint-Marcellin",
    subtitle: "produit frais",
    description: "Fromage au lait cru, à consommer sous dix jours.",
    sku: "FRO-80",
    price: 3.6,
    exception: 4,
  },
  ebook: {
    title: "Le livre du thé (numérique)",
    subtitle: "EPUB",
    description: "Livre numérique au format EPUB, téléchargé aussitôt.",
    sku: "EPUB-01",
    price: 9.99,
    exception: 13,
    information: {
      nature: "digital_content",
      functionality: {
        fr: "EPUB 3 sans mesure technique de protection ; se lit sur liseuse, ordinateur et téléphone.",
        en: "EPUB 3 without technical protection; can be read on e-readers, computers and telephones.",
      },
    },
    digital: true,
  },
  giftWrap: {
    title: "Emballage cadeau",
    subtitle: "papier et ruban",
    description: "Papier recyclé et ruban de coton, autour des articles de la commande.",
    sku: "EMB-01",
    price: 4,
    digital: true,
    extra: { kind: "gift_wrap", name: { fr: "Emballage cadeau", en: "Gift wrap" } },
  },
}

type SeedOptions = {
  readonly progress?: (part: string) => void
  readonly paymentProviders?: readonly string[]
  /** False: a store without the plugin, to compare with. */
  readonly plugin?: boolean
  /** Units of each article. */
  readonly stock?: number
}

/**
 * Makes a French shop over Medusa's admin API: euros, prices with tax, France, standard and express delivery, stock,
 * products and gift wrap, who the merchant is and which goods are excepted. Told twice it finds what is there.
 * @param options.progress told before each part
 * @param options.paymentProviders ids of those that the store was started with. By default all that Medusa knows: it never
 * forgets one, so a store that was once started with more must say
 */
export async function seedShop(
  shop: Shop,
  { progress = () => undefined, paymentProviders, plugin = true, stock = 100 }: SeedOptions = {},
): Promise<SeededShop> {
  progress("euros, France and VAT")
  const channel = await findOrMake(shop, "sales-channels", "sales_channel", { name: "Boutique en ligne" })
  await euros(shop, channel.id)
  const region = await findOrMake(shop, "regions", "region", {
    name: "France",
    currency_code: "eur",
    countries: ["fr"],
    automatic_taxes: true,
    is_tax_inclusive: true,
  })
  await shop.admin(`/regions/${region.id}`, { payment_providers: paymentProviders ?? (await knownProviders(shop)) })
  await vat(shop)
  progress("stock location and delivery")
  const location = await findOrMake(shop, "stock-locations", "stock_location", {
    name: "Atelier de Lyon",
    address: { address_1: "3 quai Perrache", postal_code: "69002", city: "Lyon", country_code: "fr" },
  })
  const delivery = await deliveries(shop, location.id, channel.id)
  progress("products and stock")
  const products = {} as Record<ProductName, SeededProduct>
  for (const name of Object.keys(PRODUCTS) as ProductName[]) {
    products[name] = await product(shop, name, {
      channelId: channel.id,
      locationId: location.id,
      profileId: delivery.profileId,
      stock,
    })
  }
  if (plugin) await announce(shop, products, progress)
  const publishableKey = await key(shop, channel.id)
  shop.useKey(publishableKey)
  return {
    regionId: region.id,
    locationId: location.id,
    publishableKey,
    products,
    standardDeliveryId: delivery.standardId,
    expressDeliveryId: delivery.expressId,
  }
}

/** Who the merchant is, which goods are excepted, and what is a paid extra. */
async function announce(shop: Shop, products: SeededShop["products"], progress: (part: string) => void): Promise<void> {
  progress("merchant and terms of sale, exceptions to the right of withdrawal, paid extras")
  for (const [locale, body] of Object.entries(TERMS)) await shop.admin("/hamon/terms", { locale, body })
  await shop.admin("/hamon/merchant-profile", { merchant: MERCHANT })
  for (const name of Object.keys(PRODUCTS) as ProductName[]) {
    const { exception, extra, information } = PRODUCTS[name]
    const values = { exception: exception && { number: exception }, extra, information }
    for (const [kind, value] of Object.entries(values)) {
      const rule = { kind, target_type: "product", target_id: products[name].id, value }
      if (value) await shop.admin("/hamon/catalogue-rules", rule)
    }
  }
}

/** Every way to pay that the store was ever started with. */
async function knownProviders(shop: Shop): Promise<string[]> {
  const { payment_providers } = await shop.admin("/payments/payment-providers?is_enabled=true")
  return payment_providers.map(({ id }: { id: string }) => id)
}

type Named = { readonly id: string; readonly name?: string; readonly title?: string }

async function findOrMake(
  shop: Shop,
  path: string,
  member: string,
  body: Record<string, unknown> & { name?: string; title?: string },
): Promise<Named> {
  const answer = await shop.admin(`/${path}?limit=200`)
  const list = answer[path.replace(/-/g, "_")] as Named[]
  const found = list.find((one) => (body.name ? one.name === body.name : one.title === body.title))
  return found ?? (await shop.admin(`/${path}`, body))[member]
}

async function euros(shop: Shop, channelId: string): Promise<void> {
  const { stores } = await shop.admin("/stores")
  await shop.admin(`/stores/${stores[0].id}`, {
    name: "Maison Lin",
    supported_currencies: [{ currency_code: "eur", is_default: true, is_tax_inclusive: true }],
    default_sales_channel_id: channelId,
  })
}

async function vat(shop: Shop): Promise<void> {
  const { tax_regions } = await shop.admin("/tax-regions?country_code=fr")
  if (tax_regions.length > 0) return
  await shop.admin("/tax-regions", {
    country_code: "fr",
    provider_id: "tp_system",
    default_tax_rate: { name: "TVA", code: "TVA20", rate: 20 },
  })
}

async function deliveries(shop: Shop, locationId: string, channelId: string) {
  const profile = await findOrMake(shop, "shipping-profiles", "shipping_profile", { name: "Colis", type: "default" })
  const { stock_location } = await shop.admin(
    `/stock-locations/${locationId}?fields=id,*fulfillment_sets,*fulfillment_sets.service_zones`,
  )
  let zone = stock_location.fulfillment_sets?.[0]?.service_zones?.[0]
  if (!zone) {
    await shop.admin(`/stock-locations/${locationId}/sales-channels`, { add: [channelId] })
    await shop.admin(`/stock-locations/${locationId}/fulfillment-providers`, { add: ["manual_manual"] })
    const made = await shop.admin(`/stock-locations/${locationId}/fulfillment-sets?fields=*fulfillment_sets`, {
      name: "Expéditions de Lyon",
      type: "shipping",
    })
    const setId = made.stock_location.fulfillment_sets[0].id
    const answer = await shop.admin(`/fulfillment-sets/${setId}/service-zones`, {
      name: "France",
      geo_zones: [{ type: "country", country_code: "fr" }],
    })
    zone = answer.fulfillment_set.service_zones[0]
  }
  const option = async (name: string, code: string, amount: number): Promise<string> => {
    const { shipping_options } = await shop.admin("/shipping-options?limit=200")
    const found = (shipping_options as Named[]).find((one) => one.name === name)
    if (found) return found.id
    const { shipping_option } = await shop.admin("/shipping-options", {
      name,
      price_type: "flat",
      provider_id: "manual_manual",
      service_zone_id: zone.id,
      shipping_profile_id: profile.id,
      type: { label: name, description: name, code },
      prices: [{ currency_code: "eur", amount }],
      rules: [
        { attribute: "enabled_in_store", value: "true", operator: "eq" },
        { attribute: "is_return", value: "false", operator: "eq" },
      ],
    })
    return shipping_option.id
  }
  return {
    profileId: profile.id,
    standardId: await option("Livraison standard à domicile", "standard", 5.9),
    expressId: await option("Livraison express à domicile", "express", 11.9),
  }
}

async function product(
  shop: Shop,
  name: ProductName,
  {
    channelId,
    locationId,
    profileId,
    stock,
  }: { channelId: string; locationId: string; profileId: string; stock: number },
): Promise<SeededProduct> {
  const { title, subtitle, description, sku, price, digital } = PRODUCTS[name]
  const fields = "fields=id,title,*variants,*variants.inventory_items"
  const known = await shop.admin(`/products?q=${encodeURIComponent(title)}&${fields}`)
  let made = (known.products as Named[]).find((one) => one.title === title) as
    { id: string; variants: { id: string; inventory_items: { inventory_item_id: string }[] }[] } | undefined
  if (!made) {
    const answer = await shop.admin(`/products?${fields}`, {
      title,
      subtitle,
      description,
      status: "published",
      options: [{ title: "Modèle", values: [subtitle] }],
      variants: [
        {
          title: subtitle,
          sku,
          options: { Modèle: subtitle },
          manage_inventory: !digital,
          prices: [{ currency_code: "eur", amount: price }],
        },
      ],
      sales_channels: [{ id: channelId }],
      ...(!digital && { shipping_profile_id: profileId }),
    })
    made = answer.product as NonNullable<typeof made>
  }
  const [variant] = made.variants
  const itemId = variant.inventory_items?.[0]?.inventory_item_id
  if (itemId) await stockUp(shop, itemId, { locationId, quantity: stock })
  return { id: made.id, title, variantId: variant.id, price }
}

async function stockUp(
  shop: Shop,
  itemId: string,
  { locationId, quantity }: { locationId: string; quantity: number },
): Promise<void> {
  const { inventory_levels } = await shop.admin(`/inventory-items/${itemId}/location-levels`)
  if (inventory_levels.length > 0) return
  await shop.admin(`/inventory-items/${itemId}/location-levels`, {
    location_id: locationId,
    stocked_quantity: quantity,
  })
}

async function key(shop: Shop, channelId: string): Promise<string> {
  const { api_keys } = await shop.admin("/api-keys?type=publishable&limit=100")
  const title = "Boutique de démonstration"
  const known = (api_keys as (Named & { token: string })[]).find((one) => one.title === title)
  if (known) return known.token
  const { api_key } = await shop.admin("/api-keys", { title, type: "publishable" })
  await shop.admin(`/api-keys/${api_key.id}/sales-channels`, { add: [channelId] })
  return api_key.token
}
