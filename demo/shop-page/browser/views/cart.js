import { currentCart, leaveIfGone, linesOf, loadCart, removeLine, setQuantity } from "../basket.js"
import { whileBusy } from "../busy.js"
import { explained } from "../explained.js"
import { leavePaymentPart } from "../leave-payment.js"
import { extraBox, loadExtras } from "../extras.js"
import { shopInformation } from "../payments.js"
import { h } from "../dom.js"
import { say } from "../notice.js"
import { picture } from "../pictures.js"
import { CATALOGUE_LANGUAGE, fill, money, t } from "../settings.js"

const MOST = 99

export async function cartView() {
  const [, information] = await Promise.all([loadCart(), shopInformation()])
  const content = h("div", { class: "cart" })
  fillIn(content, information, await extrasOf(currentCart()))
  return { title: t.cart.title, content }
}

/** A cart without articles has no extras to ask for. */
async function extrasOf(cart) {
  return cart && cart.items.length > 0 ? loadExtras() : []
}

function fillIn(content, information, extras) {
  const { payment_methods: methods, delivery } = information
  const cart = currentCart()
  if (!cart || cart.items.length === 0) {
    content.replaceChildren(
      h("p", null, t.cart.empty),
      h("p", null, h("a", { class: "button", href: "#shop" }, t.cart.browse)),
    )
    return
  }
  const redraw = async () => fillIn(content, information, await extrasOf(currentCart()))
  const parts = [
    h(
      "ul",
      { class: "lines" },
      linesOf(cart).map((line) => row(line, cart, redraw)),
    ),
    extras.length > 0 &&
      h(
        "fieldset",
        { class: "extras" },
        h("legend", null, t.extras.title),
        h("p", { class: "hint" }, t.extras.hint),
        extras.map((extra) => extraBox(extra, redraw)),
      ),
    h(
      "dl",
      { class: "sums" },
      h("div", { class: "sum-total" }, h("dt", null, t.cart.subtotal), h("dd", null, total(cart))),
    ),
    h("p", { class: "hint" }, t.cart.deliveryLater),
    // Said at the latest when the order process begins (L221-14): restrictions of delivery, means of payment.
    h("p", { class: "hint" }, delivery.areas ?? t.checkout.onlyHere),
    delivery.restrictions && h("p", { class: "hint" }, delivery.restrictions),
    h(
      "section",
      { class: "payments" },
      h("h2", null, t.payment.accepted),
      methods.map((method) => explained(method)),
    ),
    leavePaymentPart(methods, redraw),
    h("p", { class: "actions" }, h("a", { class: "button", href: "#checkout" }, t.cart.checkout)),
  ]
  content.replaceChildren(...parts.filter(Boolean))
}

function total(cart) {
  return money(cart.item_total, cart.currency_code)
}

function row(line, cart, redraw) {
  const { id, product_title: title, product_subtitle: subtitle, product_handle: handle, thumbnail, quantity } = line
  /** Changes the line; the control that was used keeps the focus, although the row is made anew. */
  const change = (next, control) =>
    whileBusy(async () => {
      try {
        await setQuantity(id, next)
        say(fill(t.cart.updated, { title, n: next }))
      } finally {
        await redraw()
        const again = document.getElementById(control)
        const target = again?.disabled ? document.getElementById(`quantity-${id}`) : again
        target?.focus()
      }
    }, leaveIfGone)
  const remove = () =>
    whileBusy(async () => {
      await removeLine(id)
      await redraw()
      say(fill(t.cart.removed, { title }))
      document.querySelector("h1").focus()
    }, leaveIfGone)
  const typed = ({ target }) => {
    const next = Number(target.value)
    if (Number.isInteger(next) && next >= 1 && next <= MOST) change(next, target.id)
    else target.value = quantity
  }
  const step = (name, by, sign, label) => {
    const next = quantity + by
    const attributes = { id: `${name}-${id}`, type: "button", class: "step", "aria-label": fill(label, { title }) }
    const none = next < 1 || next > MOST
    return h("button", { ...attributes, disabled: none, onclick: () => change(next, attributes.id) }, sign)
  }
  return h(
    "li",
    { class: "line" },
    picture({ handle, thumbnail }),
    h(
      "div",
      { class: "line-words" },
      h("h2", { lang: CATALOGUE_LANGUAGE }, title),
      subtitle && h("p", { class: "subtitle", lang: CATALOGUE_LANGUAGE }, subtitle),
      h("p", { class: "hint" }, fill(t.cart.each, { price: money(line.unit_price, cart.currency_code) })),
    ),
    h(
      "div",
      { class: "stepper" },
      step("fewer", -1, "−", t.cart.fewer),
      h("input", {
        id: `quantity-${id}`,
        type: "number",
        min: 1,
        max: MOST,
        value: quantity,
        "aria-label": fill(t.cart.quantity, { title }),
        onchange: typed,
      }),
      step("more", 1, "+", t.cart.more),
    ),
    h("strong", { class: "line-total" }, money(line.total, cart.currency_code)),
    h(
      "button",
      { type: "button", class: "plain", "aria-label": fill(t.cart.removeNamed, { title }), onclick: remove },
      t.cart.remove,
    ),
  )
}
