/**
 * What became of a call to a payment provider:
 * - `refused`: the provider answered no; nothing happened, and asking again will not help;
 * - `unavailable`: it answered that it cannot now (429), or was never reached; nothing happened, ask again later;
 * - `uncertain`: no answer, or a fault of the provider (5xx): it may have happened. Read back, or ask with the same key.
 */
export type GatewayOutcome = "refused" | "unavailable" | "uncertain"

/** A failed call. The sentence is for staff; it never holds a secret, a card or a name. */
export class GatewayError extends Error {
  constructor(
    readonly outcome: GatewayOutcome,
    sentence: string,
    /** The provider's own code, such as `charge_disputed` or `CAPTURE_FULLY_REFUNDED`. */
    readonly code: string | null = null,
  ) {
    super(sentence)
    this.name = "GatewayError"
  }
}
