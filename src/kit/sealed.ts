import { keyedHash, sameSecret } from "./secrets"

/** What a form carries from one page to the next: readable, and sealed so that a change shows. */
export function seal(secret: string, purpose: string, content: unknown): string {
  const text = Buffer.from(JSON.stringify(content), "utf8").toString("base64url")
  return `${text}.${keyedHash(secret, purpose, text)}`
}

/**
 * Opens what `seal` made.
 * @returns the content and whether the seal is whole; null when nothing can be read
 */
export function unseal(secret: string, purpose: string, sealed: string): { content: unknown; whole: boolean } | null {
  const [text, mac = ""] = sealed.split(".")
  try {
    const content: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"))
    return { content, whole: sameSecret(mac, keyedHash(secret, purpose, text)) }
  } catch {
    return null
  }
}
