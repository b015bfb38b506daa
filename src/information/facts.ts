import type { LawOptions } from "../law"
import type { MerchantContent } from "../modules/hamon/merchant"
import type { OfficialFileRow } from "../modules/hamon/operations/official-files"
import type { HamonOptions } from "../modules/hamon/options"
import type { LetterLocale } from "../modules/hamon/types"

/** A text that is in force, without its body. */
export type TextInForce = { readonly id: string; readonly version: number; readonly hash: string }

/** What is known of a shop before any order, in plain values: on this rests everything that is said of it. */
export type ShopFacts = {
  /** Civil date in France: which versions of the law's texts hold. */
  readonly on: string
  readonly merchant: {
    readonly version: number
    readonly publishedAt: Date
    readonly content: MerchantContent
  } | null
  /** The regions asked for: one, or all. */
  readonly regions: readonly RegionFacts[]
  /** Newest file of the harmonised notice, by language. */
  readonly notices: Readonly<Record<LetterLocale, OfficialFileRow | null>>
  readonly terms: Readonly<Record<LetterLocale, TextInForce | null>>
  readonly options: Pick<HamonOptions, "gateways" | "payments" | "publicUrl"> & { readonly law: LawOptions }
}

export type RegionFacts = {
  readonly id: string
  readonly name: string
  /** ISO 3166-1 alpha-2, small letters. */
  readonly countries: readonly string[]
  /** Ids of the payment providers that are offered. */
  readonly providers: readonly string[]
}
