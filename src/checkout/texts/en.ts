import type { CheckoutTexts } from "./fr"

export const en: CheckoutTexts = {
  delivery: "Delivery thirty days after the order at the latest, as no date was announced (L216-1)",
  choice: {
    extra: "I add “{name}” to my order, for {amount}.",
    dearer_delivery: "I choose the delivery “{name}” at {amount}, not the standard delivery at {cheapest}.",
    turned_paid: "“{name}” is no longer free: I keep it in my order, for {amount}.",
  },
}
