import { currentCart, hasIdleDelivery, leaveIfGone, linesOf, loadCart, needsDelivery } from "../basket.js"
import { whileBusy } from "../busy.js"
import { h } from "../dom.js"
import { say } from "../notice.js"
import { leavePaymentPart } from "../leave-payment.js"
import { placeOrder, recordCheckout } from "../order.js"
import { chosenMethod, paymentMethods } from "../payments.js"
import { CATALOGUE_LANGUAGE, fill, money, t } from "../settings.js"

/** The last step: everything that is ordered, what it costs, and directly below it the button (L221-14). */
export async function reviewView() {
  const cart = await loadCart()
  if (!cart || cart.items.length === 0) return "cart"
  const complete = cart.email && cart.shipping_address?.address_1
  if (!complete || hasIdleDelivery() || (needsDelivery() && cart.shipping_methods.length === 0)) return "checkout"
  const [method, methods] = await Promise.all([chosenMethod(), paymentMethods()])
  if (!method) return "checkout"
  const content = h("div", { class: "review" })
  fillIn(content, await recordCheckout(), { method, methods })
  return { title: t.review.title, content }
}

function fillIn(content, record, paying) {
  const cart = currentCart()
  const parts = [
    part(t.review.contact, { href: "#checkout", label: t.review.changeContact }, address(cart)),
    record.delivery_chosen &&
      part(
        t.review.delivery,
        { href: "#checkout", label: t.review.changeDelivery },
        h("p", { lang: CATALOGUE_LANGUAGE }, record.delivery_chosen.name),
      ),
    part(
      t.review.payment,
      paying.methods.length > 1 && { href: "#checkout", label: t.review.changePayment },
      h("p", null, paying.method.name),
      h("p", { class: "hint" }, paying.method.money_taken),
      leavePaymentPart(paying.methods, () => fillIn(content, record, paying)),
    ),
    summary(cart, record),
    h("button", { type: "button", class: "order", onclick: () => order(content, record, paying) }, t.review.button),
  ]
  content.replaceChildren(...parts.filter(Boolean))
}

function order(content, shown, paying) {
  const place = async () => {
    const { changed, goTo } = await placeOrder(shown)
    if (goTo) return location.assign(goTo)
    if (!changed) {
      location.hash = "thanks"
      return
    }
    await loadCart()
    fillIn(content, changed, paying)
    say(t.review.changed, { error: true })
    document.querySelector("h1").focus()
  }
  whileBusy(async () => {
    try {
      await place()
    } catch (error) {
      if (error.kind === "gone") throw error
      // A payment that was started and failed can be left, or made again.
      await loadCart()
      fillIn(content, shown, paying)
      document.querySelector("h1").focus()
      throw error
    }
  }, leaveIfGone)
}

function part(title, change, ...children) {
  const link = change && h("a", { href: change.href, "aria-label": change.label }, t.review.change)
  return h(
    "section",
    { class: "part" },
    h("div", { class: "part-head" }, h("h2", null, title), link),
    children.filter(Boolean),
  )
}

function address({ email, shipping_address: to }) {
  const lines = [
    email,
    `${to.first_name} ${to.last_name}`,
    to.address_1,
    to.address_2,
    `${to.postal_code} ${to.city}`,
    "France",
  ]
  return h(
    "p",
    { class: "address" },
    lines.filter(Boolean).map((line) => h("span", null, line)),
  )
}

function summary(cart, { lines, delivery_chosen: delivery, total, currency }) {
  const sum = (name, amount, type) => h("div", { class: type }, h("dt", null, name), h("dd", null, amount))
  return part(
    t.review.summary,
    { href: "#cart", label: t.review.changeCart },
    h(
      "ul",
      { class: "ordered" },
      inCartOrder(cart, lines).map((line) => ordered(line, cart, currency)),
    ),
    h(
      "dl",
      { class: "sums" },
      delivery &&
        sum(t.review.delivery, Number(delivery.price) === 0 ? t.checkout.free : money(delivery.price, currency)),
      sum(t.review.total, money(total, currency), "sum-total"),
      sum(t.review.vat, money(cart.tax_total, currency), "sum-vat"),
    ),
  )
}

function inCartOrder(cart, lines) {
  const place = linesOf(cart).map(({ id }) => id)
  return [...lines].sort((a, b) => place.indexOf(a.id) - place.indexOf(b.id))
}

/** What the article is (its essential characteristics), how many, what it costs, and what the right of withdrawal is. */
function ordered({ id, title, quantity, total, exception }, cart, currency) {
  const item = cart.items.find((one) => one.id === id)
  const words = [item?.product_subtitle, item?.product_description].filter(Boolean)
  return h(
    "li",
    null,
    h(
      "div",
      null,
      h("h3", { lang: CATALOGUE_LANGUAGE }, title),
      words.map((sentence) => h("p", { class: "hint", lang: CATALOGUE_LANGUAGE }, sentence)),
      h("p", { class: "hint" }, fill(t.review.quantity, { n: quantity })),
    ),
    h("strong", null, money(total, currency)),
    exception && h("p", { class: "exception" }, t.exceptions[exception]),
  )
}
