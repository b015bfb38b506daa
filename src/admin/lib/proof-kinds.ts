/** What shows on which day a parcel was received. The API takes any word; these are the ones offered here. */
export const PROOF_KINDS = ["tracking", "signature", "customer", "other"] as const
export type ProofKind = (typeof PROOF_KINDS)[number]

export function isProofKind(kind: string): kind is ProofKind {
  return (PROOF_KINDS as readonly string[]).includes(kind)
}
