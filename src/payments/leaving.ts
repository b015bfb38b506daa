import type { MerchantContent } from "../modules/hamon/merchant"
import type { HamonOptions } from "../modules/hamon/options"
import type { LetterLocale } from "../modules/hamon/types"
import { contactInWords, securityContact } from "./security-contact"
import { fill } from "../kit/fill"
import { type PaymentTexts, paymentTexts } from "./texts"
import { withdrawalUrl } from "./withdrawal-url"

/**
 * What became of a customer's wish to leave a payment:
 * - `left`, `nothing`: no payment is open any longer, or none was; the cart stays;
 * - `ordered`, `paid`: too late, nothing was cancelled; from there it is a withdrawal;
 * - `unavailable`: the provider did not cancel; `busy`: the order is being placed at this moment; `waiting`: the provider
 *   has not answered. The payment stays; to be tried again.
 */
export type Leaving = keyof PaymentTexts["leaving"]

/** The sentence for the customer. */
export function leavingSentence(
  leaving: Leaving,
  locale: LetterLocale,
  { merchant, options }: { merchant: MerchantContent | null; options: Pick<HamonOptions, "publicUrl"> },
): string {
  const texts = paymentTexts(locale)
  const contact = contactInWords(securityContact(merchant, locale), texts)
  return fill(texts.leaving[leaving], { withdrawal: withdrawalUrl(options, locale), contact })
}
