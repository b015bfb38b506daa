import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto"

/** Letters and digits that nobody confuses when reading aloud or typing: no 0, O, 1, I, L, U. */
const LEGIBLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ"

/** SHA-256 of a text's UTF-8, in lower-case hexadecimal. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex")
}

/** HMAC-SHA-256 in lower-case hexadecimal. Each use has a purpose, so that one use's result means nothing to another. */
export function keyedHash(secret: string, purpose: string, text: string): string {
  return createHmac("sha256", secret).update(`${purpose}\n${text}`, "utf8").digest("hex")
}

/** Whether two texts are equal, in a time that does not depend on where they differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash("sha256").update(a).digest(), createHash("sha256").update(b).digest())
}

/** 256 random bits, as base64url. */
export function opaqueToken(): string {
  return randomBytes(32).toString("base64url")
}

/** 256 random bits in hexadecimal: for links in letters, which mail programs cut off at a hyphen or a low line. */
export function linkToken(): string {
  return randomBytes(32).toString("hex")
}

/** `groups` groups of `size` legible characters: 4 × 4 carries 78 bits, which nobody guesses. */
export function legibleToken(groups: number, size: number): string {
  return Array.from({ length: groups }, () =>
    Array.from({ length: size }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join(""),
  ).join("-")
}

/** What somebody typed of a legible token, in its one spelling: no spaces, no hyphens, upper case. */
export function readLegible(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, "")
}
