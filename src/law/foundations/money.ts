import { LawError } from "./law-error"
import type { Locale } from "./reason"

/** An amount of money, a decimal string in major units with at most the currency's digits: "35.00", "1200" (JPY), "1.250" (KWD). */
export type Amount = string

/** The same amount in minor units (cents). Inside the law money is a whole number, so that nothing is lost. */
export type Minor = bigint

/** Currencies whose minor unit is not a hundredth. Source: ISO 4217, list one. */
const DIGITS: Readonly<Record<string, number>> = {
  ...digits(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
  ...digits(3, "BHD IQD JOD KWD LYD OMR TND"),
  ...digits(4, "CLF UYW"),
}

function digits(count: number, codes: string): Record<string, number> {
  return Object.fromEntries(codes.split(" ").map((code) => [code, count]))
}

const KNOWN = new Set([...Intl.supportedValuesOf("currency"), ...Object.keys(DIGITS)])

/** Reads and writes amounts of one currency. */
export class Currency {
  private readonly pattern: RegExp
  private readonly form: string

  constructor(
    readonly code: string,
    readonly digits: number,
  ) {
    const fraction = digits === 0 ? "" : `(?:\\.\\d{1,${digits}})?`
    this.pattern = new RegExp(`^\\d{1,15}${fraction}$`)
    const example = digits === 0 ? "12" : `12.${"34567".slice(0, digits)}`
    this.form = `a decimal string of ${code}, not negative, at most 15 digits and ${digits} decimals, such as "${example}"`
  }

  /** @throws LawError naming `field`: a number instead of a string, a sign, too many decimals */
  read(amount: Amount, field: string): Minor {
    if (typeof amount !== "string" || !this.pattern.test(amount)) throw new LawError(field, this.form, amount)
    const [whole, fraction = ""] = amount.split(".")
    return BigInt(whole + fraction.padEnd(this.digits, "0"))
  }

  /** An amount as a person reads it: "5,00 EUR" in French, "5.00 EUR" in English. */
  inWords(minor: Minor, locale: Locale): string {
    const amount = this.write(minor)
    return `${locale === "fr" ? amount.replace(".", ",") : amount} ${this.code}`
  }

  /** Always with all the currency's digits: "5.00". */
  write(minor: Minor): Amount {
    if (minor < 0n) return `-${this.write(-minor)}`
    const text = minor.toString().padStart(this.digits + 1, "0")
    const point = text.length - this.digits
    return this.digits === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`
  }
}

const currencies = new Map<string, Currency>()

/**
 * The currency of an ISO 4217 code, in capitals or small letters (Medusa writes "eur").
 * @throws LawError naming `field`
 */
export function currency(code: string, field = "currency"): Currency {
  const upper = typeof code === "string" ? code.toUpperCase() : ""
  if (!KNOWN.has(upper)) throw new LawError(field, "an ISO 4217 currency code, such as EUR", code)
  let known = currencies.get(upper)
  if (!known) currencies.set(upper, (known = new Currency(upper, DIGITS[upper] ?? 2)))
  return known
}

export const EUR = currency("EUR")

/** n / d rounded half up, for a fraction that is not negative: the rounding of every amount here (law.md B.2, R13). */
export function divideHalfUp(n: bigint, d: bigint): bigint {
  return (2n * n + d) / (2n * d)
}

export function least(a: Minor, b: Minor): Minor {
  return a < b ? a : b
}

export function most(a: Minor, b: Minor): Minor {
  return a > b ? a : b
}

export function sum(amounts: Iterable<Minor>): Minor {
  let total = 0n
  for (const amount of amounts) total += amount
  return total
}

const DECIMAL = /^(\d{1,9})(?:\.(\d{1,6}))?$/

/**
 * A decimal that is not money (a rate in per cent, a quantity of service) as a whole number of millionths.
 * @throws LawError naming `field`
 */
export function readDecimal(value: string | number, field: string): bigint {
  const match = typeof value === "string" || typeof value === "number" ? DECIMAL.exec(String(value)) : null
  if (!match) throw new LawError(field, "a decimal, not negative, with at most 6 decimals", value)
  return BigInt(match[1] + (match[2] ?? "").padEnd(6, "0"))
}
