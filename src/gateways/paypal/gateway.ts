import type { PaymentGateway } from "../types"
export function paypalGateway(options: Record<string, unknown>): PaymentGateway {
  return options as never
}
