import { statutoryText } from "../../src/law"

/** The box that terms of sale contain word for word (D211-2). */
const box = statutoryText("guaranteeBoxGoods", "fr", "2026-06-19").paragraphs?.join("\n\n")

/** Terms of sale of the seeded shop, by language: short, and with what the law wants in them. */
export const TERMS = {
  fr: `# 1. Qui vend
Ces conditions valent pour les ventes de Maison Lin à des consommateurs livrés en France.

# 2. Prix et paiement
Les prix sont en euros, toutes taxes comprises. Les frais de livraison sont indiqués avant la commande.

# 3. Livraison
Les articles partent sous deux jours ouvrés. Sans date annoncée, ils sont livrés sous trente jours au plus.

# 4. Droit de rétractation
Vous avez quatorze jours à compter de la réception pour vous rétracter, sans motif. La fonctionnalité de rétractation en ligne se trouve à l'adresse /retractation de cette boutique ; aucun compte n'est demandé.

# 5. Garanties légales
${box}

# 6. Réclamations et médiation
Service après-vente : 04 72 00 00 13, sav@maison-lin.example. Médiateur : Médiateur de la consommation (exemple), https://mediateur.example.`,
  en: `# 1. Who sells
These terms hold for sales of Maison Lin to consumers who are delivered in France.

# 2. Prices and payment
Prices are in euros, all taxes included. Delivery costs are shown before the order.

# 3. Delivery
Goods leave within two working days. Without an announced date they are delivered within thirty days.

# 4. Right of withdrawal
You have fourteen days from reception to withdraw, without a reason. The online withdrawal function is at /retractation of this shop; no account is asked for.

# 5. Complaints and mediation
After-sales service: 04 72 00 00 13, sav@maison-lin.example. Mediator: Médiateur de la consommation (exemple), https://mediateur.example.`,
}
