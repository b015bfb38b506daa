/**
 * What a bank does with a card:
 * - `ok`, `declined` (with its decline code);
 * - `challenge`: 3-D Secure must be passed each time;
 * - `soft_decline`: the bank declines with `authentication_required` until a harder authentication is asked for than before.
 */
export type Bank =
  { readonly does: "ok" | "challenge" | "soft_decline" } | { readonly does: "declined"; readonly why: string }

export type TestCard = {
  readonly number: string
  readonly bank: Bank
  /** How a refund to it begins. */
  readonly refunds: "succeeded" | "pending"
}

/** Stripe's own names and numbers, but for `pm_card_softDecline`. @see https://docs.stripe.com/testing */
export const TEST_CARDS: Readonly<Record<string, TestCard>> = {
  pm_card_visa: { number: "4242424242424242", bank: { does: "ok" }, refunds: "succeeded" },
  pm_card_mastercard: { number: "5555555555554444", bank: { does: "ok" }, refunds: "succeeded" },
  pm_card_authenticationRequired: { number: "4000002760003184", bank: { does: "challenge" }, refunds: "succeeded" },
  pm_card_threeDSecure2Required: { number: "4000000000003220", bank: { does: "challenge" }, refunds: "succeeded" },
  pm_card_softDecline: { number: "4000000000003113", bank: { does: "soft_decline" }, refunds: "succeeded" },
  pm_card_visa_chargeDeclined: {
    number: "4000000000000002",
    bank: { does: "declined", why: "generic_decline" },
    refunds: "succeeded",
  },
  pm_card_visa_chargeDeclinedInsufficientFunds: {
    number: "4000000000009995",
    bank: { does: "declined", why: "insufficient_funds" },
    refunds: "succeeded",
  },
  pm_card_pendingRefund: { number: "4000000000007726", bank: { does: "ok" }, refunds: "pending" },
}

const BY_NUMBER = new Map(Object.values(TEST_CARDS).map((card) => [card.number, card]))

export function cardOfNumber(number: string): TestCard | undefined {
  return BY_NUMBER.get(number.replace(/\D/g, ""))
}
