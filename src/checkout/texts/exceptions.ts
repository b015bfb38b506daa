import type { Bilingual, Locale } from "../../law"

/**
 * What a customer is told before the order of each exception (L221-5, 10°), in the order of L221-28. « Est perdu » is
 * said where the right exists until something happens: a seal broken, a download begun with consent.
 */
const MENTIONS: readonly Bilingual[] = [
  {
    fr: "Service : le droit de rétractation est perdu une fois le service pleinement exécuté, s'il a commencé avec votre accord exprès",
    en: "Service: the right of withdrawal is lost once the service is fully performed, if it began with your express consent",
  },
  {
    fr: "Prix lié au marché financier : pas de droit de rétractation",
    en: "Price tied to the financial market: no right of withdrawal",
  },
  { fr: "Article personnalisé : pas de droit de rétractation", en: "Personalised article: no right of withdrawal" },
  { fr: "Produit périssable : pas de droit de rétractation", en: "Perishable product: no right of withdrawal" },
  {
    fr: "Article scellé pour raison d'hygiène ou de santé : le droit de rétractation est perdu une fois l'article descellé",
    en: "Article sealed for reasons of hygiene or health: the right of withdrawal is lost once it is unsealed",
  },
  {
    fr: "Article qui se mélange à d'autres : le droit de rétractation est perdu une fois l'article mélangé",
    en: "Article that mixes with others: the right of withdrawal is lost once it is mixed",
  },
  {
    fr: "Boisson alcoolisée livrée à plus de trente jours, au prix lié au marché : pas de droit de rétractation",
    en: "Alcoholic drink delivered beyond thirty days, at a price tied to the market: no right of withdrawal",
  },
  {
    fr: "Travaux urgents demandés à domicile : pas de droit de rétractation",
    en: "Urgent work requested at home: no right of withdrawal",
  },
  {
    fr: "Enregistrement ou logiciel scellé : le droit de rétractation est perdu une fois l'article descellé",
    en: "Sealed recording or software: the right of withdrawal is lost once it is unsealed",
  },
  {
    fr: "Journal ou magazine au numéro : pas de droit de rétractation",
    en: "Single issue of a newspaper or magazine: no right of withdrawal",
  },
  { fr: "Enchère publique : pas de droit de rétractation", en: "Public auction: no right of withdrawal" },
  {
    fr: "Prestation à une date ou une période fixée : pas de droit de rétractation",
    en: "Service for a fixed date or period: no right of withdrawal",
  },
  {
    fr: "Contenu numérique : le droit de rétractation est perdu une fois la fourniture commencée avec votre accord exprès",
    en: "Digital content: the right of withdrawal is lost once its supply has begun with your express consent",
  },
]

/** Number in L221-28 → the mention with its article. */
export function exceptionMentions(locale: Locale): Record<number, string> {
  return Object.fromEntries(MENTIONS.map((words, index) => [index + 1, `${words[locale]} (L221-28, ${index + 1}°)`]))
}
