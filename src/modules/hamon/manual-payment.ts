/**
 * Whether a provider is Medusa's own, which moves no money: the customer paid by transfer, by cheque or in cash, and what core
 * books as a refund is yet to be paid by the seller's hand.
 * @param providerId Medusa's id of a payment provider, such as `pp_system_default`
 */
export function isManual(providerId: string | null): boolean {
  return providerId !== null && providerId.startsWith("pp_system_")
}
