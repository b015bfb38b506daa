import { MedusaError } from "@medusajs/framework/utils"

/** What the canonical text can hold. Decimals are strings: a binary fraction has more than one spelling. */
export type Canonical = string | number | boolean | null | readonly Canonical[] | { readonly [key: string]: Canonical }

/**
 * One text for one value: RFC 8785 (JSON Canonicalization Scheme) for strings, safe integers, booleans, null, arrays and
 * plain objects. Members are sorted by UTF-16 code units, nothing is written between tokens.
 * @throws MedusaError invalid_data naming the path, for anything else: a hash must never rest on a guess
 */
export function canonicalJson(value: Canonical, path = "$"): string {
  if (value === null || typeof value === "boolean") return String(value)
  if (typeof value === "string") return writeString(value, path)
  if (typeof value === "number") {
    if (Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value)
    throw refused(path, "a whole number")
  }
  if (Array.isArray(value)) return `[${value.map((one, i) => canonicalJson(one, `${path}[${i}]`)).join(",")}]`
  if (isPlain(value)) {
    const members = Object.keys(value)
      .sort()
      .map((key) => `${writeString(key, path)}:${canonicalJson(value[key], `${path}.${key}`)}`)
    return `{${members.join(",")}}`
  }
  throw refused(path, "a string, a whole number, true, false, null, an array or a plain object")
}

function isPlain(value: unknown): value is { readonly [key: string]: Canonical } {
  if (typeof value !== "object" || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** A lone surrogate has no UTF-8: two readers would hash two texts. */
function writeString(text: string, path: string): string {
  if (!text.isWellFormed()) throw refused(path, "well-formed Unicode text")
  return JSON.stringify(text)
}

function refused(path: string, accepted: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, `${path} must be ${accepted} to be written canonically`)
}
