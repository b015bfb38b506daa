import type { Edges } from "../../integration-tests/support/edges"
import type { Mailbox, Mail } from "../../scripts/mailbox"
import type { Answer, Shop } from "../../scripts/shop/client"
import type { SeededShop } from "../../scripts/shop/seed"
import type { EarlierStory } from "../folder"
import type { Moment } from "../timeline"

/** How long a letter, or the store's own work, is waited for. */
export const PATIENCE = 60_000

export type Stage = {
  readonly shop: Shop
  readonly shopUrl: string
  readonly seeded: SeededShop
  readonly mailbox: Mailbox
  /** The emulated Stripe and PayPal; null in a shop that is paid by hand. */
  readonly edges: Edges | null
  readonly progress: (step: string) => void
  /** Writes into the timeline. */
  readonly tell: (moment: Moment) => void
}

/**
 * A story asks for the day on which it goes on, in days since its beginning, and is told the instant. So several stories
 * share one clock, which never goes back.
 * @returns what a later start can look at again
 */
export type Story = AsyncGenerator<number, EarlierStory, Date>

/** The day of every story's end: now. */
export const LAST_DAY = 6

export type Guest = { readonly first: string; readonly last: string; readonly email: string }

/** A guest of this story: another one each time it is played. */
export function guest(first: string): Guest {
  const names = ["Martin", "Bernard", "Petit", "Durand", "Moreau", "Laurent", "Garcia", "Roux", "Fontaine", "Mercier"]
  const last = names[Math.floor(Date.now() / 1000) % names.length]
  const email = `${first}.${last}.${Date.now().toString(36)}@client.example`.toLowerCase()
  return { first, last, email }
}

/** The letters of a guest with that word in their subject. */
export function lettersTo({ email }: Guest): (word: string) => (mail: Mail) => boolean {
  return (word) => (mail) => mail.to.includes(email) && mail.subject.includes(word)
}

export function moment(at: Date, fr: string, en: string, articles: readonly string[], why: Moment["why"]): Moment {
  return { at, what: { fr, en }, articles, why }
}

export function clock({ deadlines }: Answer, kind: string): Answer {
  return deadlines.find((one: Answer) => one.kind === kind)
}

/** The civil day in Paris. */
export function civil(instant: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(instant)
}

/** Asks until there is an answer. @throws Error that says what did not come to hold */
export async function until<T>(what: string, ask: () => Promise<T>): Promise<NonNullable<T>> {
  const end = Date.now() + PATIENCE
  while (Date.now() < end) {
    const answer = await ask()
    if (answer) return answer
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`after ${PATIENCE / 1000} s it still does not hold that ${what}`)
}

export function check(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise)
}
