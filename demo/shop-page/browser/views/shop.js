import { addToCart, pieces } from "../basket.js"
import { whileBusy } from "../busy.js"
import { h } from "../dom.js"
import { say } from "../notice.js"
import { picture } from "../pictures.js"
import { CATALOGUE_LANGUAGE, countOf, fill, money, regionId, t } from "../settings.js"
import { store } from "../store.js"

// With a country the store gives prices with tax, which is what a consumer must read.
const PRODUCTS = `/products?${new URLSearchParams({
  region_id: regionId,
  country_code: "fr",
  fields: "id,title,subtitle,description,handle,thumbnail,*variants,*variants.calculated_price",
  order: "created_at",
  limit: "100",
})}`

export async function shopView() {
  const { products } = await store(PRODUCTS)
  const grid = h("ul", { class: "grid" }, products.map(card))
  const lead = h("p", { class: "lead" }, t.shop.lead)
  return {
    title: t.shop.title,
    wide: true,
    content: [lead, products.length > 0 ? grid : h("p", null, t.shop.empty)],
  }
}

function card(product) {
  const { title, subtitle, description, variants } = product
  return h(
    "li",
    { class: "card" },
    picture(product),
    h(
      "div",
      { class: "card-words", lang: CATALOGUE_LANGUAGE },
      h("h2", null, title),
      subtitle && h("p", { class: "subtitle" }, subtitle),
      description && h("p", null, description),
    ),
    variants.map((variant) => offer(product, variant, variants.length > 1)),
  )
}

function offer({ title }, variant, several) {
  const { calculated_amount_with_tax, calculated_amount, currency_code } = variant.calculated_price
  const name = several ? `${title}, ${variant.title}` : title
  const add = () =>
    whileBusy(async () => {
      await addToCart(variant.id)
      const link = h("a", { href: "#cart" }, `${t.shop.seeCart} (${countOf(pieces())})`)
      say(fill(t.shop.added, { title: name }), { link })
    })
  return h(
    "div",
    { class: "offer" },
    h(
      "p",
      { class: "price" },
      several && h("span", { lang: CATALOGUE_LANGUAGE }, `${variant.title} `),
      h("strong", null, money(calculated_amount_with_tax ?? calculated_amount, currency_code)),
      h("small", null, t.shop.priceNote),
    ),
    h("button", { type: "button", "aria-label": fill(t.shop.addNamed, { title: name }), onclick: add }, t.shop.add),
  )
}
