export type StripeOptionsInput = Record<string, unknown>
export function readStripeOptions(input: unknown): StripeOptionsInput {
  return input as StripeOptionsInput
}
