import { z } from "@medusajs/framework/zod"
import { isPlain } from "../kit/plain-text"

/** Text that PostgreSQL can keep and a page can show: not empty, no NUL, no half of a character. */
export function plainText(longest: number) {
  return z.string().trim().min(1).max(longest).refine(isPlain, "holds a character that cannot be kept")
}
