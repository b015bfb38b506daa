/** What stands above the order button, in French; `en.ts` has the same keys. `{name}` is filled in. */
export const fr = {
  titles: {
    articles: "Ce que vous commandez",
    extras: "Options payantes",
    delivery: "Livraison",
    total: "Prix total",
    payment: "Paiement",
    terms: "Conditions générales de vente",
    withdrawal: "Droit de rétractation",
    guarantee: "Garanties légales",
    order: "Avant de commander",
  },
  free: "gratuit",
  extra: {
    unchosen: "À choisir : cette option n'est due que si vous la demandez. Cochez-la, ou retirez-la de la commande.",
    by_default:
      "Cette option était cochée d'avance : ce n'est pas un accord. Choisissez-la vous-même, ou retirez-la de la commande.",
    amount_changed:
      "Le montant n'est plus celui que vous avez accepté ({before}). Choisissez de nouveau cette option, ou retirez-la de la commande.",
    forbidden:
      "Aucun supplément ne peut être demandé pour un moyen de paiement (code monétaire et financier, art. L112-12) : ce montant doit être retiré.",
  },
  dearer: {
    unchosen:
      "À choisir : une livraison plus chère que la livraison standard ({cheapest}) n'est due que si vous la demandez.",
    by_default:
      "Cette livraison, plus chère que la livraison standard ({cheapest}), était choisie d'avance : ce n'est pas un accord. Choisissez-la vous-même, ou prenez une autre livraison.",
    amount_changed:
      "Le prix de cette livraison n'est plus celui que vous avez accepté ({before}) : choisissez-la de nouveau, ou prenez une autre livraison.",
    forbidden: "Cette livraison ne peut pas être demandée : choisissez-en une autre.",
  },
  other: "Avoirs et autres montants",
  total: "Total à payer, toutes taxes et tous frais compris",
  taxes: "dont TVA : {amount}",
  terms: "Conditions générales de vente, version {version}",
  termsLink: "Lire les conditions générales de vente",
  withdrawal: {
    right: "Vous pouvez renoncer à cette commande pendant quatorze jours, sans donner de motif",
    period:
      "Le délai court de la réception du dernier bien ; pour un contenu numérique ou un service, de la commande. Vous pouvez aussi renoncer avant la livraison.",
    except: "Ce droit n'existe pas, ou prend fin plus tôt, pour les articles où c'est indiqué ci-dessus.",
    none: "Aucun article de cette commande n'ouvre de droit de rétractation : la raison est indiquée à chacun.",
  },
  guarantee: {
    conformity: "Garantie légale de conformité : deux ans",
    conformityDetail:
      "Pour un bien ou un contenu numérique non conforme, sans frais : deux ans à compter de la délivrance ou de la fourniture.",
    hidden: "Garantie légale des vices cachés : deux ans à compter de la découverte du défaut",
    notice: "Avis harmonisé sur la garantie légale",
  },
  order: "En appuyant sur « {button} », vous passez une commande qui vous oblige à payer {total}",
  correct: "Jusque-là, rien n'est commandé : vérifiez ce qui précède, et corrigez ce qui ne convient pas.",
}

export type SummaryTexts = typeof fr
