/** What a cart says of itself, before the order. `{name}`, `{amount}`, `{cheapest}` are filled in. */
export const fr = {
  delivery: "Livraison au plus tard trente jours après la commande, faute d'une date annoncée (L216-1)",
  /** Words beside the box of an extra, where the merchant has written none (L121-17). */
  choice: {
    extra: "J'ajoute « {name} » à ma commande, pour {amount}.",
    dearer_delivery: "Je choisis la livraison « {name} » à {amount}, et non la livraison standard à {cheapest}.",
    turned_paid: "« {name} » n'est plus offert : je le garde dans ma commande, pour {amount}.",
  },
}

export type CheckoutTexts = typeof fr
