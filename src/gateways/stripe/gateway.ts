import type { PaymentGateway } from "../types"
export function stripeGateway(options: Record<string, unknown>): PaymentGateway {
  return options as never
}
