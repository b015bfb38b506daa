/** Words of the letters in French; `en.ts` has the same keys. `{name}` is filled in. */
export const fr = {
  greeting: "Bonjour,",
  paymentNames: {
    pp_system_default: "Paiement manuel (virement ou chèque)",
    stripe: "Carte bancaire (Stripe)",
    paypal: "PayPal",
    online: "Paiement en ligne",
    transfer: "Virement bancaire",
    otherMeans: "Autre moyen, convenu avec vous",
  },
  merchant: "Le vendeur",
  merchantMissing: "L'identité du vendeur n'a pas encore été renseignée dans la boutique.",
  sav: "Service après-vente",
  telephone: "Téléphone",
  email: "E-mail",
  hours: "Horaires",
  headOffice: "Siège social",
  capital: "Capital social",
  vatNumber: "N° de TVA",
  vatExempt: "TVA non applicable, article 293 B du code général des impôts",
  mediator: "Médiateur de la consommation",
  total: "Total TTC",
  delivery: "Livraison",
  quantity: "Quantité",
  reference: "Référence",
  articles: "Articles",
  order_confirmation: {
    subject: "Confirmation de votre commande n° {number}",
    title: "Votre commande n° {number} est confirmée",
    intro: "Nous avons enregistré votre commande. Conservez ce message : il confirme le contrat.",
    orderedAt: "Date et heure de la commande",
    concludedAt: "Lieu de conclusion du contrat",
    site: "site internet de la boutique",
    deliveryMode: "Mode de livraison",
    noDelivery: "sans livraison",
    deliveryPlace: "Lieu de livraison",
    deliveryDate: "Date limite de livraison",
    statutory: "{date}, trente jours au plus tard après la commande, faute d'une date annoncée",
    payment: "Moyen de paiement",
    lineNumber: "N°",
    withdrawalTitle: "Votre droit de rétractation",
    exceptionTitle: "Articles pour lesquels ce droit est limité",
    exceptions: {
      excludes: "{title} : le droit de rétractation ne peut pas être exercé (L221-28, {number}°).",
      onceUnsealed:
        "{title} : le droit de rétractation ne peut plus être exercé une fois l'article descellé (L221-28, {number}°).",
      onceMixed:
        "{title} : le droit de rétractation ne peut plus être exercé une fois l'article mélangé à d'autres (L221-28, {number}°).",
      oncePerformed:
        "{title} : le droit de rétractation ne peut plus être exercé une fois l'exécution commencée ou achevée avec votre accord (L221-28, {number}°).",
    },
    withdrawalLink: "Pour vous rétracter en ligne, sans compte et sans motif :",
    modelFormTitle: "Formulaire de rétractation",
  },
  withdrawal_acknowledgement: {
    subject: "Nous avons reçu votre rétractation {reference}",
    title: "Votre rétractation a été reçue",
    intro: "Nous avons bien reçu votre déclaration de rétractation. Ce message en est l'accusé de réception.",
    sentAt: "Déclaration envoyée le",
    name: "Nom et prénom",
    orderNumber: "Commande",
    scope: "Rétractation",
    whole: "toute la commande",
    part: "une partie de la commande",
    unsaid: "non précisée",
    email: "E-mail",
    returnTitle: "Renvoyer les articles",
    returnText:
      "Si vous avez reçu les articles, renvoyez-les au plus tard le {date}, à cette adresse ; les frais de renvoi sont à votre charge, sauf si le vendeur les prend à la sienne ou ne vous en a pas informé (L221-23) :",
    returnTextFree:
      "Si vous avez reçu les articles, renvoyez-les au plus tard le {date}, à cette adresse ; le vendeur prend les frais de renvoi à sa charge (L221-23) :",
    comment: "Votre message",
    referenceLabel: "Référence de votre déclaration",
    codeTitle: "Votre code",
    codeIntro:
      "Ce code montre que cette adresse est la vôtre. Saisissez-le avec votre référence pour suivre votre rétractation et obtenir l'adresse de retour :",
    refundTitle: "Remboursement",
    refund:
      "Si vous avez le droit de vous rétracter, le vendeur vous rembourse dans les quatorze jours de votre déclaration, au plus tard le {date}. Quand des articles doivent revenir, il peut attendre de les avoir récupérés ou d'avoir reçu une preuve de leur expédition, la date retenue étant celle du premier de ces faits (L221-24).",
  },
  refund_made: {
    subject: "Votre remboursement pour la commande n° {number}",
    title: "Votre remboursement est parti",
    intro: "Le remboursement de votre rétractation {reference} a été envoyé sur le moyen de paiement de la commande.",
    introOtherwise:
      "Le remboursement de votre rétractation {reference} a été fait. Le moyen et le jour sont indiqués plus bas.",
    onDay: "{amount}, le {day}",
    arrival:
      "Il peut mettre quelques jours à paraître sur votre compte ou votre relevé. S'il n'y paraît pas, contactez le vendeur.",
    refundedAt: "Envoyé le",
    deliveryShare: "Frais de livraison",
    already: "Déjà remboursé",
    sum: "Montant remboursé",
    means: "Moyen de paiement",
    why: "Comment ce montant est calculé",
    titleManual: "Votre remboursement est approuvé",
    introManual:
      "Le remboursement de votre rétractation {reference} est approuvé ; rien n'a encore été envoyé par la boutique en ligne.",
    approvedAt: "Approuvé le",
    manual:
      "Le vendeur effectue ce remboursement lui-même, par le moyen que vous avez utilisé pour payer, ou par un autre si vous l'acceptez expressément, sans frais pour vous (L221-24).",
  },
  account_unlock: {
    subject: "Code pour débloquer la connexion à votre compte",
    title: "Débloquer la connexion à votre compte",
    why: "La connexion à votre compte a été bloquée après trop d'échecs, ou quelqu'un a demandé à la débloquer.",
    codeTitle: "Votre code",
    codeIntro:
      "Saisissez ce code avec votre adresse e-mail sur cette page. Il est valable jusqu'au {until} et ne sert qu'une fois :",
    notYou:
      "Si ce n'est pas vous, ne faites rien et ne donnez ce code à personne : ces essais n'ont pas ouvert votre compte. Si votre mot de passe sert aussi ailleurs, changez-le.",
  },
}

export type LetterTexts = typeof fr
