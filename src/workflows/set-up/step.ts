import type { Bilingual } from "../../law"
import type { DutyState } from "../../modules/hamon/merchant-duties"

/** One thing between install and "legal to open". */
export type SetUpStep = {
  readonly id: string
  readonly state: DutyState
  /** `recommended`: the shop may open without it. */
  readonly weight: "required" | "recommended"
  readonly articles: readonly string[]
  readonly title: Bilingual
  /** What to do, or what customers are told; null where there is nothing to say. */
  readonly sentence: Bilingual | null
  /** Path in the admin, with the anchor of the field; null: it is mended outside, in the store's configuration. */
  readonly place: string | null
}
