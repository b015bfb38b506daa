import { FetchError } from "@medusajs/js-sdk"

/** What the server said, as a sentence; null where it said nothing that a person can read. */
export function sentenceOf(error: unknown): string | null {
  const words = error instanceof Error ? error.message.trim() : ""
  if (words === "") return null
  const sentence = words[0].toUpperCase() + words.slice(1)
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`
}

export function isNotFound(error: unknown): boolean {
  return error instanceof FetchError && error.status === 404
}

/** Somebody else wrote in between. */
export function isConflict(error: unknown): boolean {
  return error instanceof FetchError && error.status === 409
}
