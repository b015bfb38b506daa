import type { CartRule } from "../modules/hamon/types"

/** A product as core knows it, with the merchant's rules on it and on its categories, in plain values. */
export type ProductFacts = {
  readonly id: string
  readonly title: string
  readonly description: string | null
  /** What Medusa's attributes say; weight in grams, dimensions in millimetres, origin as ISO 3166-1 alpha-2. */
  readonly material: string | null
  readonly weight: number | null
  readonly length: number | null
  readonly width: number | null
  readonly height: number | null
  readonly originCountry: string | null
  readonly categoryIds: readonly string[]
  readonly rules: readonly CartRule[]
}
