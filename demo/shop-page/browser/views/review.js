import { currentCart, hasIdleDelivery, leaveIfGone, loadCart, needsDelivery } from "../basket.js"
import { whileBusy } from "../busy.js"
import { h } from "../dom.js"
import { loadExtras } from "../extras.js"
import { say } from "../notice.js"
import { leavePaymentPart } from "../leave-payment.js"
import { loadSummary, placeOrder } from "../order.js"
import { chosenMethod, paymentMethods } from "../payments.js"
import { fill, t } from "../settings.js"
import { changesOf, summaryPart } from "../summary.js"

/** The last step: everything that is ordered, what it costs, and directly below it the button (L221-14). */
export async function reviewView() {
  const cart = await loadCart()
  if (!cart || cart.items.length === 0) return "cart"
  const complete = cart.email && cart.shipping_address?.address_1
  if (!complete || hasIdleDelivery() || (needsDelivery() && cart.shipping_methods.length === 0)) return "checkout"
  const [method, methods] = await Promise.all([chosenMethod(), paymentMethods()])
  if (!method) return "checkout"
  const review = { content: h("div", { class: "review" }), method, methods, summary: null, extras: [] }
  await refresh(review)
  return { title: t.review.title, content: review.content }
}

/** Shows what the store has now. */
async function refresh(review, summary = null) {
  review.summary = summary ?? (await loadSummary())
  const asked = review.summary.sections.some(({ entries }) => entries.some(({ standing }) => standing !== null))
  review.extras = asked ? await loadExtras() : []
  draw(review)
}

function draw(review, changed = new Set()) {
  const { content, method, methods, summary, extras } = review
  const begun = summary.sections.some(({ id }) => id === "payment")
  const parts = [
    part(t.review.contact, { href: "#checkout", label: t.review.changeContact }, address(currentCart())),
    part(
      t.review.payment,
      methods.length > 1 && { href: "#checkout", label: t.review.changePayment },
      h("p", null, method.name),
      !begun && h("p", { class: "hint" }, method.money_taken),
      leavePaymentPart(methods, () => refresh(review)),
    ),
    summaryPart(summary, { extras, changed, redraw: () => refresh(review) }),
    h("button", { type: "button", class: "order", onclick: () => order(review) }, summary.button_label),
  ]
  content.replaceChildren(...parts.filter(Boolean))
}

function order(review) {
  const [first] = review.summary.to_choose
  if (first !== undefined) {
    say(t.extras.missing, { error: true })
    document.getElementById(`extra-${first}`)?.focus()
    return
  }
  whileBusy(async () => {
    try {
      await place(review)
    } catch (error) {
      if (error.kind === "gone") throw error
      // A payment that was started and failed can be left, or made again.
      await loadCart()
      await refresh(review)
      document.querySelector("h1").focus()
      throw error
    }
  }, leaveIfGone)
}

async function place(review) {
  const { changed: next, goTo } = await placeOrder(review.summary)
  if (goTo) return location.assign(goTo)
  if (!next) {
    location.hash = "thanks"
    return
  }
  const { changed, gone } = changesOf(review.summary, next)
  await loadCart()
  await refresh(review, next)
  draw(review, changed)
  const left = gone.length > 0 ? ` ${fill(t.review.gone, { names: gone.join(", ") })}` : ""
  say(t.review.changed + left, { error: true })
  document.querySelector("h1").focus()
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
