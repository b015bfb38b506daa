import { z } from "@medusajs/framework/zod"

/** Whether PostgreSQL can keep a text and a page can show it: no NUL, no half of a character. */
export function isPlain(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed()
}

/** Text that PostgreSQL can keep and a page can show: not empty, no NUL, no half of a character. */
export function plainText(longest: number) {
  return z.string().trim().min(1).max(longest).refine(isPlain, "holds a character that cannot be kept")
}
