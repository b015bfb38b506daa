import Stripe from "stripe"
import { LawError } from "../../../law"
import { gatewayError } from "../errors"

const { errors } = Stripe

describe("a failure of Stripe says what became of the call", () => {
  it.each([
    ["a refused card", new errors.StripeCardError({ type: "card_error", statusCode: 402 }), "refused"],
    [
      "a refused request",
      new errors.StripeInvalidRequestError({ type: "invalid_request_error", statusCode: 400 }),
      "refused",
    ],
    [
      "a key with other parameters",
      new errors.StripeIdempotencyError({ type: "idempotency_error", statusCode: 400 }),
      "refused",
    ],
    ["a key in use", new errors.StripeIdempotencyError({ type: "idempotency_error", statusCode: 409 }), "uncertain"],
    [
      "a wrong key",
      new errors.StripeAuthenticationError({ type: "invalid_request_error", statusCode: 401 }),
      "refused",
    ],
    [
      "a key that may not",
      new errors.StripePermissionError({ type: "invalid_request_error", statusCode: 403 }),
      "refused",
    ],
    ["too many calls", new errors.StripeRateLimitError({ type: "rate_limit_error", statusCode: 429 }), "unavailable"],
    ["no connection", new errors.StripeConnectionError({ type: "api_error" }), "uncertain"],
    ["a fault of Stripe", new errors.StripeAPIError({ type: "api_error", statusCode: 500 }), "uncertain"],
    ["any 5xx", new errors.StripeInvalidRequestError({ type: "invalid_request_error", statusCode: 503 }), "uncertain"],
    ["an amount that is none", new LawError("amount", "a decimal string", "x"), "refused"],
    ["a fault of our own", new TypeError("x is undefined"), "uncertain"],
  ])("%s", (_name, error, outcome) => {
    expect(gatewayError(error)).toMatchObject({ name: "GatewayError", outcome })
  })

  it("once read, it stays what it is", () => {
    const read = gatewayError(new TypeError("x"))
    expect(gatewayError(read)).toBe(read)
  })

  it("repeats no key, secret, address or card number", () => {
    const message =
      "No sk_test_51Habc nor whsec_abc nor pi_1abc_secret_2def for claire@client.example with 4242 4242 4242 4242"
    const { message: sentence } = gatewayError(
      new errors.StripeInvalidRequestError({ type: "invalid_request_error", message, statusCode: 400 }),
    )
    expect(sentence).toBe("Stripe refused: No sk_… nor whsec_… nor pi_… for (an address) with (a number)")
  })
})
