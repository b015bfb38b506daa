/** What the server wrote into the document: where the store is, and the words of this language. */
const settings = JSON.parse(document.getElementById("settings").textContent)

export const { locale, storeUrl, publishableKey, regionId, shopName, stripe, texts: t } = settings

/** The merchant writes his catalogue in French: a screen reader must not read it with an English voice. */
export const CATALOGUE_LANGUAGE = "fr"

/** `{name}` in a sentence becomes its value. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]))
}

const plural = new Intl.PluralRules(locale)

export function countOf(n) {
  return fill(t.count[plural.select(n)] ?? t.count.other, { n })
}

/** @param amount a number, or a decimal string as the checkout record gives it */
export function money(amount, currency) {
  const format = new Intl.NumberFormat(locale === "fr" ? "fr-FR" : "en-GB", { style: "currency", currency })
  return format.format(Number(amount))
}
