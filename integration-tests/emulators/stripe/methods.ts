import type Stripe from "stripe"
import { cardOfNumber, TEST_CARDS, type TestCard } from "./cards"
import { invalid } from "./fault"
import { asText, isRecord, type Params } from "./form"
import { newMethod } from "./objects"
import type { State } from "./state"

/** @see https://docs.stripe.com/api/payment_methods */

/** A card from its number, as a page sends it. */
export function createMethod(state: State, params: Params): Stripe.PaymentMethod {
  const number = isRecord(params.card) ? asText(params.card.number) : undefined
  const card = number && cardOfNumber(number)
  if (!card) {
    throw invalid(
      "Your card number is incorrect.",
      { type: "card_error", code: "incorrect_number", param: "number" },
      402,
    )
  }
  return keep(state, card)
}

/** A method by its id; a test card's own name makes a new one, as at Stripe. */
export function methodOf(state: State, id: string): Stripe.PaymentMethod {
  const card = TEST_CARDS[id]
  return card ? keep(state, card) : state.find(state.methods, "PaymentMethod", id, "payment_method")
}

export function attachMethod(state: State, method: Stripe.PaymentMethod, params: Params): Stripe.PaymentMethod {
  method.customer = state.find(state.customers, "customer", asText(params.customer) ?? "", "customer").id
  return method
}

export function detachMethod(method: Stripe.PaymentMethod): Stripe.PaymentMethod {
  method.customer = null
  return method
}

function keep(state: State, card: TestCard): Stripe.PaymentMethod {
  const method = newMethod(state, card)
  state.methods.set(method.id, method)
  state.cards.set(method.id, card)
  return method
}
