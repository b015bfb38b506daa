import type { CheckoutTexts } from "./fr"

export const en: CheckoutTexts = {
  delivery: "Delivery thirty days after the order at the latest, as no date was announced (L216-1)",
  choice: {
    extra: "I add “{name}” to my order, for {amount}.",
    dearer_delivery: "I choose the delivery “{name}” at {amount} instead of the standard delivery at {cheapest}.",
    turned_paid: "“{name}” is no longer free: I keep it in my order, for {amount}.",
  },
  refused: {
    extra_not_chosen:
      "Your cart contains a paid extra that you have not chosen: {extras}. Tick it to keep it, or remove it from the cart.",
    payment_surcharge:
      "Your cart contains a charge for the means of payment, which is forbidden (L112-12 Code monétaire et financier): {extras}. It has to be removed.",
  },
  acknowledge: {
    changed: "The cart has changed: show the new summary. Nothing is ordered.",
    terms_changed:
      "The terms of sale that were accepted are not those in force: show the new summary. Nothing is ordered.",
    missing:
      "Before you order, check the summary of your cart: it has not been shown yet, or the cart has changed since. Nothing is ordered.",
  },
}
