import type { Bilingual, Instant } from "./types"

/** What the admin API answers of rules, products and official files. */

export type RuleTarget = "product" | "category" | "customer_group"

export type Rule = {
  readonly id: string
  readonly kind: "exception" | "information" | "extra" | "outside_right" | "delivery_delay"
  readonly target_type: string
  readonly target_id: string
  readonly value: unknown
}

/** One of the thirteen exceptions of L221-28. */
export type ExceptionOfLaw = {
  readonly number: number
  /** Of the law, in French. */
  readonly words: string
  readonly evidence: Bilingual
  readonly mention: Bilingual
}

export type ProductPicture = {
  readonly nature: string
  readonly exception: number | null
  /** What customers read of it as a paid extra (L121-17); null where it is none. */
  readonly extra: { readonly name: Bilingual } | null
  readonly complete: boolean
  readonly duties: readonly {
    readonly id: string
    readonly state: "met" | "missing"
    readonly articles: readonly string[]
    readonly sentence: Bilingual
  }[]
}

export type OfficialFile = {
  readonly id: string
  readonly locale: "fr" | "en"
  readonly content_type: string
  readonly hash: string
  readonly uploaded_at: Instant
}

/** A rule to set, or the id of one to remove. */
export type RuleChange = { readonly kind: Rule["kind"]; readonly value: object } | { readonly remove: string }
