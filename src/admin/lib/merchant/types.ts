import type { Bilingual, Instant } from "../types"

/** What the server says of the merchant's profile; its shapes are those of `GET /admin/hamon/merchant-profile`. */
export type MerchantPicture = {
  readonly published: MerchantVersion | null
  readonly draft: MerchantVersion | null
  /** Names what a save begins with, so that two editors do not overwrite each other. */
  readonly seen: string | null
  readonly duties: readonly MerchantDuty[]
}

export type MerchantVersion = { readonly version: number; readonly content: MerchantValues; readonly hash: string }

/** The profile as typed: members within members, texts, one choice and one yes or no. */
export type MerchantValues = { readonly [member: string]: unknown }

export const DUTY_STATES = ["met", "missing", "wrong", "at_risk"] as const
export type DutyState = (typeof DUTY_STATES)[number]

export type MerchantDuty = {
  readonly id: string
  readonly articles: readonly string[]
  readonly place: string
  readonly weight: "required" | "recommended"
  readonly title: Bilingual
  readonly state: DutyState
  readonly sentence: Bilingual | null
}

export type SetUpStep = Omit<MerchantDuty, "place"> & {
  /** Path in the admin with its anchor; null: outside the admin. */
  readonly place: string | null
}
export type SetUp = { readonly done: number; readonly of: number; readonly steps: readonly SetUpStep[] }

/** A version that was published, of the profile or of the terms of sale. */
export type PublishedVersion = {
  readonly id: string
  readonly version: number
  readonly hash: string
  readonly published_at: Instant
  /** E-mail address of who published it; null: a script, or somebody who has left. */
  readonly staff: string | null
}

export type TermsLocale = "fr" | "en"
export type TermsVersion = PublishedVersion & { readonly locale: TermsLocale; readonly current: boolean }
export type CurrentTerms = {
  readonly locale: TermsLocale
  readonly version: number
  readonly body: string
  readonly hash: string
}
export type Terms = { readonly terms: readonly TermsVersion[]; readonly current: readonly CurrentTerms[] }
