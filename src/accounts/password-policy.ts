import { strength } from "../kit/strength"
import { type CnilCase, type LawOptions, passwordBits, passwordVerdict } from "../law"
import { fill } from "../kit/fill"
import type { HamonOptions } from "../modules/hamon/options"
import type { LetterLocale } from "../modules/hamon/types"
import { accountTexts } from "./texts"

/** Longer than any phrase that somebody types; hashing a book is work that only an attacker asks for. */
const LONGEST = 200
/** Shorter parts of an address are in too many passwords to say anything. */
const SHORTEST_WORD = 3
/** Letters and digits that must be left of a password without the words of the shop and the person: a year is not enough. */
const LEAST_REST = 6

/** What a password is judged with. */
export type PasswordContext = {
  readonly locale: LetterLocale
  readonly options: HamonOptions
  /** Name of the shop and address of the person: what an attacker tries first. */
  readonly about: readonly (string | null | undefined)[]
  /** Told when the strength could not be judged; the rules of form hold without it. */
  readonly onFault: (error: unknown) => void
}

/**
 * Why a new password is refused, as a sentence that says how to do better; null when it is good. CNIL 2022-100: entropy
 * by the case of the shop (`accounts.cnilCase`), the shop's minimum length (U15), and a check against common passwords.
 */
export async function passwordRefusal(password: unknown, context: PasswordContext): Promise<string | null> {
  const t = accountTexts(context.locale).password
  const { accounts, law } = context.options
  if (typeof password !== "string" || password === "") return t.missing
  if (password.includes("\u0000") || !password.isWellFormed()) return t.unkeepable
  const length = [...password].length
  if (length > LONGEST) return fill(t.tooLong, { most: LONGEST })
  const least = law.u15Attempts.minimumLength
  if (length < least) return fill(t.tooShort, { length, least })
  const form = entropyRefusal(password, accounts.cnilCase, law)
  if (form) return form[context.locale]
  return (await isGuessable(password, context)) ? t.tooGuessable : null
}

function entropyRefusal(password: string, cnilCase: CnilCase, law: LawOptions) {
  const { meets, reason } = passwordVerdict({ bits: passwordBits(password), case: cnilCase }, law)
  return meets ? null : reason
}

async function isGuessable(password: string, { options, about, onFault }: PasswordContext): Promise<boolean> {
  const words = wordsOf(about)
  if (isMadeOf(password, words)) return true
  try {
    return (await strength(password, words)) < options.accounts.leastStrength
  } catch (error) {
    // A thread that fails must keep nobody from opening an account: length and entropy were judged already.
    onFault(error)
    return false
  }
}

/** Several known words in a row count as strong for zxcvbn, however well an attacker knows them. */
function isMadeOf(password: string, words: readonly string[]): boolean {
  const plain = (text: string) =>
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "")
  const whole = plain(password)
  const longestFirst = [...words].map(plain).sort((a, b) => b.length - a.length)
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ""), whole)
  return rest.length < whole.length && [...rest].length < LEAST_REST
}

/** Whole texts and their parts: `claire.martin@client.example` gives claire, martin, client, example. */
function wordsOf(about: readonly (string | null | undefined)[]): string[] {
  const texts = about.flatMap((text) => (text ? [text.normalize("NFKC").toLowerCase()] : []))
  const words = texts.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u), text.replace(/[^\p{L}\p{N}]+/gu, "")])
  return [...new Set(words)].filter((word) => word.length >= SHORTEST_WORD && word.length <= LONGEST)
}
