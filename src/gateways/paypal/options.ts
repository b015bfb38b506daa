export type PaypalOptionsInput = Record<string, unknown>
export function readPaypalOptions(input: unknown): PaypalOptionsInput {
  return input as PaypalOptionsInput
}
