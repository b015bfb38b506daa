import { h } from "./dom.js"
import { t } from "./settings.js"

/**
 * A means of payment: its name in sight, what the customer will go through when he opens it.
 * @param title instead of the name, where that stands beside it already
 */
export function explained({ name, what, steps, money_taken, how_to_leave, security_contact: { text } }, title = name) {
  return h(
    "details",
    { class: "payment" },
    h("summary", null, title),
    h("p", null, what),
    h("h3", null, t.payment.steps),
    h(
      "ol",
      null,
      steps.map((step) => h("li", null, step)),
    ),
    said(t.payment.moneyTaken, money_taken),
    said(t.payment.howToLeave, how_to_leave),
    said(t.payment.wrong, text),
  )
}

function said(title, words) {
  return [h("h3", null, title), h("p", null, linked(words))]
}

/** The shop's texts name addresses as they are written: here they are links. */
function linked(words) {
  return words
    .split(/(https?:\/\/\S*[^\s.,;:!?»)])/)
    .map((part) => (/^https?:\/\//.test(part) ? h("a", { href: part }, part) : part))
}
