/** What a cart says of itself, before the order: French with no-break spaces. `{name}`, `{amount}`, `{cheapest}` are filled in. */
export const fr = {
  delivery: "Livraison au plus tard trente jours après la commande, faute d'une date annoncée (L216-1)",
  /** Words beside the box of an extra, where the merchant has written none (L121-17). */
  choice: {
    extra: "J'ajoute « {name} » à ma commande, pour {amount}.",
    dearer_delivery: "Je choisis la livraison « {name} » à {amount}, et non la livraison standard à {cheapest}.",
    turned_paid: "« {name} » n'est plus offert : je le garde dans ma commande, pour {amount}.",
  },
  refused: {
    extra_not_chosen:
      "Votre panier contient un supplément payant que vous n'avez pas choisi : {extras}. Cochez-le pour le garder, ou retirez-le du panier.",
    payment_surcharge:
      "Votre panier contient un supplément pour le moyen de paiement, ce qui est interdit (L112-12 du Code monétaire et financier) : {extras}. Il doit être retiré.",
  },
  /** Answers of a server that has to show something else first. */
  acknowledge: {
    changed: "Le panier a changé : montrez le nouveau récapitulatif. Rien n'est commandé.",
    terms_changed:
      "Les conditions générales de vente acceptées ne sont pas celles en vigueur : montrez le nouveau récapitulatif. Rien n'est commandé.",
    missing:
      "Avant de commander, vérifiez le récapitulatif de votre panier : il n'a pas encore été montré, ou le panier a changé depuis. Rien n'est commandé.",
  },
}

export type CheckoutTexts = typeof fr
