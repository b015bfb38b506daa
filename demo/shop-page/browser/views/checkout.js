import { currentCart, dropIdleDelivery, leaveIfGone, loadCart, needsDelivery, take } from "../basket.js"
import { whileBusy } from "../busy.js"
import { h } from "../dom.js"
import { check, field, settle } from "../fields.js"
import { chooseCard, chosenCard, TEST_CARDS } from "../card.js"
import { explained } from "../explained.js"
import { chooseMethod, chosenMethod, paymentMethods } from "../payments.js"
import { CATALOGUE_LANGUAGE, fill, money, t } from "../settings.js"
import { store } from "../store.js"

export async function checkoutView() {
  const cart = await loadCart()
  if (!cart || cart.items.length === 0) return "cart"
  const delivered = needsDelivery()
  const options = delivered ? (await store(`/shipping-options?cart_id=${cart.id}`)).shipping_options : []
  const [methods, chosen] = await Promise.all([paymentMethods(), chosenMethod()])
  const summary = h("div", { class: "errors", tabindex: -1, hidden: true })
  const form = h(
    "form",
    { novalidate: true, onchange: settle, onsubmit: (event) => submit(event, summary) },
    contact(cart),
    address(cart, delivered),
    delivered ? delivery(cart, options) : h("p", null, t.checkout.noDelivery),
    payment(methods, chosen),
    h("p", { class: "actions" }, h("button", { type: "submit" }, t.checkout.submit)),
  )
  return { title: t.checkout.title, content: [h("p", null, t.checkout.intro), summary, form] }
}

function contact({ email, shipping_address: known }) {
  return h(
    "fieldset",
    null,
    h("legend", null, t.checkout.contact),
    field({
      name: "email",
      label: t.checkout.email,
      hint: t.checkout.emailHint,
      type: "email",
      autocomplete: "email",
      // Browsers accept an address without a domain such as a@b; the store does not.
      pattern: "[^@\\s]+@[^@\\s]+\\.[^@\\s]+",
      value: email ?? "",
    }),
    h(
      "div",
      { class: "pair" },
      field({
        name: "first_name",
        label: t.checkout.firstName,
        autocomplete: "given-name",
        value: known?.first_name ?? "",
        pattern: ".*\\S.*",
      }),
      field({
        name: "last_name",
        label: t.checkout.lastName,
        autocomplete: "family-name",
        value: known?.last_name ?? "",
        pattern: ".*\\S.*",
      }),
    ),
  )
}

function address({ shipping_address: known }, delivered) {
  return h(
    "fieldset",
    null,
    h("legend", null, delivered ? t.checkout.addressDelivery : t.checkout.addressBilling),
    field({
      name: "address_1",
      label: t.checkout.street,
      autocomplete: "address-line1",
      value: known?.address_1 ?? "",
      pattern: ".*\\S.*",
    }),
    field({
      name: "address_2",
      label: t.checkout.complement,
      autocomplete: "address-line2",
      value: known?.address_2 ?? "",
      optional: true,
    }),
    h(
      "div",
      { class: "pair" },
      field({
        name: "postal_code",
        label: t.checkout.postalCode,
        autocomplete: "postal-code",
        inputmode: "numeric",
        pattern: "\\s*\\d{5}\\s*",
        value: known?.postal_code ?? "",
      }),
      field({
        name: "city",
        label: t.checkout.city,
        autocomplete: "address-level2",
        value: known?.city ?? "",
        pattern: ".*\\S.*",
      }),
    ),
    h("p", { class: "hint" }, t.checkout.country, " ", delivered && t.checkout.onlyHere),
  )
}

/** None is chosen for the customer (L121-17: no payment by a box ticked beforehand); his own earlier choice is kept. */
function delivery({ currency_code, shipping_methods }, options) {
  const chosen = shipping_methods?.[0]?.shipping_option_id
  return h(
    "fieldset",
    null,
    h("legend", null, t.checkout.delivery),
    h("p", { class: "wrong", id: "delivery-wrong", hidden: true }),
    options.map(({ id, name, amount }) =>
      h(
        "label",
        { class: "choice" },
        h("input", { type: "radio", name: "delivery", id, value: id, required: true, checked: id === chosen }),
        h("span", { lang: CATALOGUE_LANGUAGE }, name),
        h("strong", null, amount === 0 ? t.checkout.free : money(amount, currency_code)),
      ),
    ),
  )
}

/** None is chosen for the customer, unless the shop accepts one alone. */
function payment(methods, chosen) {
  return h(
    "fieldset",
    null,
    h("legend", null, t.checkout.payment),
    h("p", { class: "wrong", id: "payment-wrong", hidden: true }),
    methods.flatMap((method) => [
      ...(methods.length === 1
        ? [explained(method)]
        : [choice(method, chosen), explained(method, fill(t.payment.explained, method))]),
      method.kind === "card" && testCards(),
    ]),
  )
}

function choice({ provider_id: id, name }, chosen) {
  const checked = id === chosen?.provider_id
  return h(
    "label",
    { class: "choice" },
    h("input", { type: "radio", name: "payment", id, value: id, required: true, checked }),
    h("span", null, name),
  )
}

/** In the place of Stripe's frame, into which a customer types his card. */
function testCards() {
  const card = (id) => h("option", { value: id, selected: id === chosenCard() }, t.payment.testCards[id])
  return h(
    "div",
    { class: "field" },
    h("label", { for: "test-card" }, t.payment.testCard),
    h("select", { id: "test-card", onchange: ({ target }) => chooseCard(target.value) }, TEST_CARDS.map(card)),
  )
}

function submit(event, summary) {
  event.preventDefault()
  const form = event.target
  if (!check(form, summary)) return
  const typed = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]))
  whileBusy(async () => {
    const { email, delivery: option_id, payment: providerId, ...names } = typed
    if (providerId) chooseMethod(providerId)
    const place = { ...names, country_code: "fr" }
    await dropIdleDelivery()
    const { id } = currentCart()
    take((await store(`/carts/${id}`, { email, shipping_address: place, billing_address: place })).cart)
    if (option_id) take((await store(`/carts/${id}/shipping-methods`, { option_id })).cart)
    location.hash = "review"
  }, leaveIfGone)
}
