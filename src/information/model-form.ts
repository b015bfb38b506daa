import { type Locale, statutoryText } from "../law"
import type { MerchantContent } from "../modules/hamon/merchant"
import { inOneLine } from "./seller"

/** The model form, with the seller where it asks for his name, address and e-mail (annex to R221-1); null where it is not kept. */
export function modelForm(merchant: MerchantContent, locale: Locale, on: string): readonly string[] | null {
  const { name, address, email } = merchant
  const seller = [name, inOneLine(address), email].join(", ")
  const { paragraphs } = statutoryText("modelForm", locale, on)
  return paragraphs?.map((paragraph) => paragraph.replace(/\[(?:le professionnel|here)[^\]]*\]/, () => seller)) ?? null
}
