/** Whether PostgreSQL can keep a text and a page can show it: no NUL, no half of a character. */
export function isPlain(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed()
}
