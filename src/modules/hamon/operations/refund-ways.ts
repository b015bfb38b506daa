import type { RefundRow } from "../types"

/**
 * How a part is given back: `payment`: the payment it was paid with; `means`: another means, by consent; `credit`: the gift
 * card or store credit it was paid with; `void`: what the customer approved is never taken from him.
 */
export type PartKind = "payment" | "means" | "credit" | "void"

/** The way on which a line goes back, as its key says. */
export function wayOf({ key }: Pick<RefundRow, "key">): PartKind {
  return (["means", "credit", "void"] as const).find((kind) => key.includes(`:${kind}`)) ?? "payment"
}

/** By what a line is paid, for who reads its name: a payment provider's id, `credit`, or the means that staff used instead. */
export function meansOf(line: Pick<RefundRow, "key" | "paid_otherwise" | "payment_provider_id">): string | null {
  if (wayOf(line) === "credit") return "credit"
  const { paid_otherwise: paid, payment_provider_id: provider } = line
  return paid && paid.means !== "provider" ? paid.means : provider
}
