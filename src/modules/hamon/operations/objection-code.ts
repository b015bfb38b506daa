import { keyedHash } from "../../../kit/secrets"
import type { HamonOptions } from "../options"

/** No 0, O, 1, I, L, U: 30 characters, of which 16 carry 78 bits. Nobody guesses them, so that no try has to be counted. */
const LEGIBLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
const CHARACTERS = 16

/**
 * The secret of the letter that tells of a hold: derived from the shop's secret, so that nothing has to be kept, and of use
 * for this one declaration and this one act.
 */
export function objectionCode({ secret }: HamonOptions, withdrawalId: string): string {
  const hash = keyedHash(secret, "withdrawal_objection", withdrawalId)
  let rest = BigInt(`0x${hash}`)
  const letters = Array.from({ length: CHARACTERS }, () => {
    const letter = LEGIBLE[Number(rest % BigInt(LEGIBLE.length))]
    rest /= BigInt(LEGIBLE.length)
    return letter
  })
  return (letters.join("").match(/.{4}/g) as string[]).join("-")
}
