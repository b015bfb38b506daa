/**
 * Milliseconds that all attempts of one call to a provider may take. A refund is a few calls, and its line is held for five
 * minutes by who sends it: longer calls would let a second worker begin while the first still waits.
 */
export const LONGEST_CALL = 60_000
