import { h } from "../dom.js"
import { lastOrder } from "../order.js"
import { CATALOGUE_LANGUAGE, fill, money, t } from "../settings.js"

export function thanksView() {
  const order = lastOrder()
  if (!order) return "shop"
  const { number, email, currency, total, lines, delivery } = order
  return {
    title: t.thanks.title,
    content: [
      h("p", { class: "number" }, fill(t.thanks.number, { n: number })),
      h("p", null, fill(t.thanks.sent, { email })),
      h(
        "ul",
        { class: "ordered" },
        lines.map(({ product_title, quantity, amount }) =>
          h(
            "li",
            null,
            h("span", null, `${quantity} × `, h("span", { lang: CATALOGUE_LANGUAGE }, product_title)),
            h("strong", null, money(amount, currency)),
          ),
        ),
        delivery > 0 && h("li", null, h("span", null, t.thanks.delivery), h("strong", null, money(delivery, currency))),
      ),
      h(
        "dl",
        { class: "sums" },
        h("div", { class: "sum-total" }, h("dt", null, t.review.total), h("dd", null, money(total, currency))),
      ),
      h("p", null, t.thanks.withdraw),
      h("p", { class: "actions" }, h("a", { class: "button", href: "#shop" }, t.thanks.browse)),
    ],
  }
}
