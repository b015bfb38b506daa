import type { CheckoutContent } from "../../modules/hamon/operations/checkout"
import type { MerchantContent } from "../../modules/hamon/merchant"
import type { LetterLocale } from "../../modules/hamon/types"
import type { PaymentExplanation } from "../../payments/explain"
import type { CartFacts } from "../cart"
import type { Summary } from "./types"

/** What a summary is composed of: the record of what the cart announces, and what the shop says of itself. */
export type SummaryInput = {
  readonly locale: LetterLocale
  readonly cart: Pick<CartFacts, "id" | "methods" | "taxes">
  readonly content: CheckoutContent
  readonly merchant: MerchantContent | null
  /** The payment that was begun for the cart; null while none was. */
  readonly payment: PaymentExplanation | null
  readonly terms: Summary["terms"]
  /** Address of the withdrawal function. */
  readonly withdrawalUrl: string
  /** The words on its first control (D221-5), the merchant's own where he has some. */
  readonly withdrawalLabel: string
  /** The harmonised notice on the legal guarantee: where its official file is, if there is one; null where it is not shown. */
  readonly notice: { readonly url: string | null } | null
}
