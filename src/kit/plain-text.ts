import { z } from "@medusajs/framework/zod"

/** Whether PostgreSQL can keep a text and a page can show it: no NUL, no half of a character. */
export function isPlain(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed()
}

/** Such a text, and not an empty one. */
export function plainText(longest: number) {
  return z.string().trim().min(1).max(longest).refine(isPlain, "holds a character that cannot be kept")
}
