import type { Count, Rule } from "../kit/rate-limits"

const HOUR = 3600

/**
 * What of declaring is limited. A declaration never is: above these numbers its acknowledgement waits in the queue, and so
 * does a link to one's orders; 429 is for who looks things up.
 */
export const DECLARING_RULES = {
  /** Letters that one mailbox receives at once, whoever asks for them. */
  lettersByAddress: { name: "declared_address", points: 10, seconds: HOUR },
  lettersByNetwork: { name: "declared_network", points: 60, seconds: HOUR },
  linksByAddress: { name: "orders_link_address", points: 5, seconds: HOUR },
  linksByNetwork: { name: "orders_link_network", points: 20, seconds: HOUR },
  /** Codes of such links typed by a network: they hold 78 bits, this keeps off who tries many. */
  codesByNetwork: { name: "orders_code_network", points: 30, seconds: 900 },
} satisfies Record<string, Rule>

/**
 * When a letter above a limit goes: at the pace of the limit itself, one after the other, so that a flood becomes a trickle
 * and nothing is dropped.
 */
export function paced({ points, seconds }: Rule, { used }: Pick<Count, "used">, now: Date): Date {
  return new Date(now.getTime() + Math.max(0, used - points) * (seconds / points) * 1000)
}

/** An address as its mailbox has it: what follows a `+` is a name that its holder made up. */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf("@")
  return address.slice(0, at).replace(/\+.*$/, "") + address.slice(at)
}
