/** Words of the page of the terms of sale in French. */
export const fr = {
  title: "Conditions générales de vente",
  version: "Version {version}, publiée le {date}",
  hash: "Empreinte SHA-256 du texte",
  older: "Ces conditions ne sont plus en vigueur. Elles restent lisibles ici pour les commandes passées sous elles.",
  inForce: "Lire les conditions en vigueur",
  otherLanguage: "Ces conditions sont publiées en français seulement.",
  versions: "Toutes les versions",
  missingTitle: "Conditions générales de vente introuvables",
  missing: "Le vendeur n'a pas encore publié ses conditions générales de vente ici. Demandez-les-lui.",
  missingVersion: "Cette version des conditions générales de vente n'existe pas.",
}
export type TermsTexts = typeof fr
