/** Words of the report as document and table; `en.ts` has the same keys. Rows bring their own sentences. */
export const fr = {
  title: "Rapport de conformité",
  ofShop: "Boutique : {shop}",
  unnamed: "sans nom publié",
  madeAt: "Établi le {at}",
  counts: "À corriger : {missing} · À risque : {at_risk} · Non vérifié : {not_verified} · En règle : {met}",
  scope:
    "Ce rapport dit ce que le logiciel voit de la boutique à cette date. Il ne remplace pas l'avis d'un juriste : ce qu'il ne regarde pas n'y figure pas.",
  page: "Page {page} sur {pages}",
  columns: { duty: "Obligation", articles: "Texte", state: "État", proof: "Preuve, ou ce qu'il faut faire" },
  states: { missing: "À corriger", at_risk: "À risque", not_verified: "Non vérifié", met: "En règle" },
  place: { admin: "Admin : {path}", option: "Option : {option}", url: "Adresse : {url}" },
  checkedAt: "Vérifié le {at}",
  others: "… et {count} autres",
} as const
