import type { Locale } from "../../../src/law"
import { en } from "./en"
import { fr, type ShopTexts } from "./fr"

const TEXTS: Record<Locale, ShopTexts> = { fr, en }

/** Every word of the shop page in a language. */
export function shopTexts(locale: Locale): ShopTexts {
  return TEXTS[locale]
}
