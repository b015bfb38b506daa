/** What is said before the order, in French; `en.ts` has the same keys. `{name}` is filled in. */
export const fr = {
  harmonisedNotice: {
    alternative:
      "Garantie légale dans l'UE : protection offerte par la garantie légale minimale de deux ans sur des biens vendus dans l'Union européenne.",
    more: "https://europa.eu/youreurope/garanties",
  },
  returnCost: {
    merchant: "En cas de rétractation, le vendeur prend à sa charge les frais de renvoi.",
    customer: "En cas de rétractation, les frais directs de renvoi sont à la charge de l'acheteur.",
    atMost:
      "En cas de rétractation, les frais directs de renvoi sont à la charge de l'acheteur ; pour un bien qui ne peut normalement pas être renvoyé par la poste, ils sont estimés à {amount} au maximum.",
  },
  right: {
    exists: "Droit de rétractation : quatorze jours, sans donner de motif (L221-18).",
    professional:
      "Achat professionnel : ce droit de rétractation, réservé aux consommateurs, n'existe pas pour ce compte (article liminaire et L221-3 du code de la consommation).",
    other_law:
      "Pour ce pays de livraison, le droit de rétractation de la loi française ne s'applique pas ; vous gardez celui que la loi de votre pays vous donne.",
    noGoods: "Il n'y a rien à renvoyer.",
  },
  waiver: {
    begin:
      "Je demande expressément que la fourniture du contenu numérique commence avant la fin du délai de rétractation de quatorze jours.",
    lost: "Je reconnais que je perdrai mon droit de rétractation dès que la fourniture aura commencé.",
    confirmation:
      "Une confirmation de cet accord vous est envoyée sur support durable avant la fin du délai de rétractation (L221-13).",
  },
  guarantee: {
    goods:
      "Garantie légale de conformité : deux ans à compter de la délivrance ; un défaut qui apparaît dans les {presumption} mois est présumé exister à la délivrance. Garantie légale des vices cachés : deux ans à compter de la découverte du défaut.",
    digital:
      "Garantie légale de conformité : deux ans à compter de la fourniture ; un défaut qui apparaît dans les {presumption} mois est présumé exister à la fourniture. Garantie légale des vices cachés : deux ans à compter de la découverte du défaut.",
    commercial: "Garantie commerciale de {months} mois, donnée par {guarantor}, en plus de la garantie légale.",
  },
  spareParts: {
    oneYear: "Pièces détachées disponibles pendant un an à compter de la vente.",
    available: "Pièces détachées disponibles pendant {years} ans à compter de la vente.",
    unavailable:
      "Pièces détachées : leur disponibilité n'est pas indiquée ; celles d'un équipement électrique ou électronique ou d'un élément d'ameublement sont alors réputées non disponibles (L111-4).",
  },
  details: {
    material: "Matière",
    origin: "Origine",
    weight: "Poids",
    dimensions: "Dimensions (longueur × largeur × hauteur)",
    grams: "{value} g",
    millimetres: "{value} mm",
  },
}

export type InformationTexts = typeof fr
