import type { ArticleId } from "../articles"
import { LawError, oneOf, trueOrFalse, wholeNumber } from "../foundations/law-error"
import type { Bilingual } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"

/** Least entropy in bits (CNIL, délibération n° 2022-100): password alone, with access restriction, unlocking code on a device. */
export const CNIL_BITS: Readonly<Record<CnilCase, number>> = { 1: 80, 2: 50, 3: 13 }
export type CnilCase = 1 | 2 | 3

/** A code on a device held by the person locks after three failures. */
const DEVICE_FAILURES = 3

/** Symbols of each class; the CNIL counts at least 37 specials. */
const CLASSES = [
  { symbols: 26, has: /[a-z]/u },
  { symbols: 26, has: /[A-Z]/u },
  { symbols: 10, has: /[0-9]/u },
  { symbols: 37, has: /[^a-zA-Z0-9]/u },
] as const

const WORD_LIST = 7776

/**
 * Entropy in bits of so many symbols drawn from an alphabet of that size: length × log2(size).
 * @throws LawError naming `length` or `alphabet`
 */
export function entropyBits(length: number, alphabet: number): number {
  return wholeNumber(length, 0, "length") * Math.log2(wholeNumber(alphabet, 1, "alphabet"))
}

/**
 * Entropy of a password by the CNIL's formula, from the classes of characters it uses (lower, upper, digit, special: any
 * other character counts as special), in bits. It measures form only: common passwords are another check.
 * @throws LawError naming `password`
 */
export function passwordBits(password: string): number {
  if (typeof password !== "string") throw new LawError("password", "a text", typeof password)
  const alphabet = CLASSES.reduce((total, { symbols, has }) => (has.test(password) ? total + symbols : total), 0)
  return alphabet === 0 ? 0 : entropyBits([...password].length, alphabet)
}

/**
 * Entropy in bits of a passphrase of words drawn from a list (7 776 words: five dice).
 * @throws LawError naming `words` or `list`
 */
export function passphraseBits(words: number, list: number = WORD_LIST): number {
  return entropyBits(wholeNumber(words, 0, "words"), wholeNumber(list, 1, "list"))
}

export type PasswordVerdict = {
  readonly meets: boolean
  /** Bits, rounded as the CNIL does: 12 of 99 symbols give 79.6 and meet 80. */
  readonly bits: number
  readonly needed: number
  /** Failures after which access locks: case 2 by option (U15), case 3 after three; null where no limit is asked. */
  readonly lockAfterFailures: number | null
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

/**
 * Whether an entropy is enough for a case of the CNIL: 1 password alone, 2 password with access restriction, 3 code on a
 * device. Case 2 counts only where the restriction exists; without it the password is of case 1.
 * @throws LawError naming the field
 */
export function passwordVerdict(
  facts: { readonly bits: number; readonly case: CnilCase; readonly restricted?: boolean },
  options: LawOptions = DEFAULT_OPTIONS,
): PasswordVerdict {
  if (!Number.isFinite(facts.bits) || facts.bits < 0) {
    throw new LawError("bits", "a number of bits, not negative", facts.bits)
  }
  const wanted = oneOf(facts.case, [1, 2, 3] as const, "case")
  const restricted = trueOrFalse(facts.restricted ?? wanted === 2, "restricted")
  const applied: CnilCase = wanted === 2 && !restricted ? 1 : wanted
  const needed = CNIL_BITS[applied]
  const bits = Math.round(facts.bits)
  const meets = bits >= needed
  return {
    meets,
    bits,
    needed,
    lockAfterFailures: { 1: null, 2: options.u15Attempts.lockAfterFailures, 3: DEVICE_FAILURES }[applied],
    articles: ["CNIL 2022-100"],
    reason: meets
      ? {
          fr: `Le mot de passe a ${bits} bits d'entropie ; ${needed} suffisent.`,
          en: `The password has ${bits} bits of entropy; ${needed} are enough.`,
        }
      : {
          fr: `Le mot de passe a ${bits} bits d'entropie ; il en faut ${needed} : allongez-le ou variez les caractères.`,
          en: `The password has ${bits} bits of entropy; ${needed} are needed: make it longer or vary the characters.`,
        },
  }
}
