import { leaveIfGone, loadCart, wasExpired } from "./basket.js"
import { settled } from "./busy.js"
import { h } from "./dom.js"
import { say, sayNothing } from "./notice.js"
import { placeConfirmed, recoverOrder } from "./order.js"
import { wayBack } from "./pay.js"
import { leavePayment, startedPayment } from "./payments.js"
import { shopName, t } from "./settings.js"
import { cartView } from "./views/cart.js"
import { checkoutView } from "./views/checkout.js"
import { reviewView } from "./views/review.js"
import { shopView } from "./views/shop.js"
import { thanksView } from "./views/thanks.js"

const VIEWS = { shop: shopView, cart: cartView, checkout: checkoutView, review: reviewView, thanks: thanksView }

const main = document.getElementById("content")
const otherLanguage = document.getElementById("other-language")
const otherLanguagePath = otherLanguage.getAttribute("href")

let visits = 0

/** Shows the view that the address names. A view gives its title and content, or the name of the view to show instead. */
async function show({ first = false } = {}) {
  const visit = ++visits
  await settled()
  if (!first) sayNothing()
  let view
  let told = null
  let name = "shop"
  try {
    if (first) told = await startUp()
    if (Object.hasOwn(VIEWS, location.hash.slice(1))) name = location.hash.slice(1)
    view = await VIEWS[name]()
  } catch (error) {
    if (error.kind === "gone") return leaveIfGone(error)
    view = failed(error, first)
  }
  // Somebody went on to another view while this one was loading.
  if (visit !== visits) return
  if (typeof view === "string") {
    // What is to be said is said on the view that is shown in the end.
    if (!told) return location.replace(`#${view}`)
    history.replaceState(null, "", `#${view}`)
    name = view
    view = await VIEWS[name]()
  }
  draw(name, view, first)
  if (view.error) say(view.error, { error: true })
  else if (told) say(told.sentence, told)
  else if (wasExpired()) say(t.cart.gone)
}

/** Finds what an earlier visit left: an order, a payment confirmed elsewhere, a cart. @returns what to say, if anything */
async function startUp() {
  const way = wayBack()
  // Without the event that an assignment to the address makes: this very visit shows the view.
  const goTo = (name) => history.replaceState(null, "", `#${name}`)
  try {
    if (way === "left") {
      await loadCart()
      goTo("review")
      return startedPayment() ? { sentence: await leavePayment() } : null
    }
    if (way === "back" ? await placeConfirmed() : await recoverOrder()) goTo("thanks")
    else await loadCart()
    return null
  } catch (error) {
    if (!way) throw error
    await loadCart()
    goTo("review")
    return { sentence: error.message, error: true }
  }
}

function draw(name, { title, content, wide = false }, first) {
  document.title = `${title} – ${shopName}`
  const heading = h("h1", { tabindex: -1 }, title)
  main.className = wide ? "wide" : ""
  main.replaceChildren(heading, ...[content].flat())
  otherLanguage.href = `${otherLanguagePath}#${name}`
  for (const link of document.querySelectorAll("header nav a")) {
    if (link.hash === `#${name}` && link !== otherLanguage) link.setAttribute("aria-current", "page")
    else link.removeAttribute("aria-current")
  }
  if (first) return
  // As after a page load in a browser: the reader is at the top and hears where he is.
  scrollTo(0, 0)
  heading.focus({ preventScroll: true })
}

function failed({ message }, first) {
  const again = h("button", { type: "button", onclick: () => show({ first }) }, t.errors.retry)
  return { title: t.errors.title, content: [h("p", null, message), again], error: message }
}

document.querySelector(".skip").addEventListener("click", (event) => {
  // The address names the view: the skip link must not change it.
  event.preventDefault()
  main.focus()
})

addEventListener("hashchange", () => show())
show({ first: true })
