/** Words of the letters in French; `en.ts` has the same keys. `{name}` is filled in. */
export const fr = {
  greeting: "Bonjour,",
  paymentNames: {
    pp_system_default: "Paiement manuel (virement ou chèque)",
    stripe: "Carte bancaire (Stripe)",
    paypal: "PayPal",
    online: "Paiement en ligne",
    transfer: "Virement bancaire",
    credit: "Carte cadeau ou avoir",
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
    rows: {
      delivery: "Frais de livraison",
      deduction: "Retenue pour dépréciation ({title})",
      already_refunded: "Déjà remboursé",
      not_paid: "Jamais payé, donc rien à rembourser",
      in_excess: "Versé en plus de ce qui était dû",
    },
    total: "Total remboursé",
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
  orders_link: {
    subject: "Le lien vers vos commandes",
    title: "Vos commandes",
    why: "Quelqu'un, sans doute vous, a demandé sur la page de rétractation à retrouver les commandes passées avec cette adresse.",
    linkTitle: "Retrouver vos commandes",
    link: "Ouvrez cette page ; elle montre vos commandes, et vous y choisissez de quoi vous vous rétractez. Elle reste ouverte jusqu'au {until} :",
    code: "Si la page demande un code, saisissez celui-ci :",
    notYou: "Si ce n'est pas vous, ne faites rien et ne donnez ce lien à personne : il montre vos commandes.",
  },
  withdrawal_declined: {
    subject: "Votre rétractation {reference} : notre réponse",
    titleWhole: "Votre rétractation n'a pas été acceptée",
    titlePart: "Votre rétractation n'a pas été acceptée en entier",
    introWhole:
      "Nous avons examiné votre déclaration de rétractation {reference}. Nous ne l'acceptons pas, pour la raison suivante.",
    introPart:
      "Nous avons examiné votre déclaration de rétractation {reference}. Nous ne l'acceptons pas pour les articles suivants. Le reste de votre rétractation suit son cours.",
    ground: "Motif",
    article: "Fondement",
    exception: "code de la consommation, article L221-28, {number}°",
    basis: {
      late: "code de la consommation, article L221-18 (délai de quatorze jours)",
      no_order: "aucune commande ne correspond à cette déclaration",
      withdrawn_before: "ces articles font déjà l'objet d'une autre rétractation, qui suit son cours",
      no_right:
        "code de la consommation, article liminaire et article L221-3 (le droit de rétractation est celui du consommateur)",
      exception: "code de la consommation, article L221-28",
    },
    disagree:
      "Si vous n'êtes pas d'accord, répondez-nous : nous pouvons rouvrir votre déclaration. Vous pouvez aussi saisir gratuitement le médiateur de la consommation, dont les coordonnées sont plus bas lorsqu'il est désigné, ou le juge.",
  },
  withdrawal_reopened: {
    subject: "Votre rétractation {reference} est rouverte",
    title: "Votre rétractation est rouverte",
    intro:
      "Nous examinons de nouveau votre déclaration de rétractation {reference}. Les délais de remboursement courent comme si elle n'avait jamais été refusée.",
    ground: "Pourquoi",
  },
  staff_digest: {
    subject: "Rétractations du {day} : {count} à traiter",
    title: "Rétractations : à traiter aujourd'hui",
    intro: "Ce qui attend quelqu'un de l'équipe, au {day}.",
    open: "Ouvrir la liste des rétractations",
    overdue: "Remboursements en retard",
    overdueHelp: "Chaque jour de retard peut coûter une majoration au client, due de plein droit (L242-4).",
    due_soon: "Remboursements dus dans les trois jours",
    unmatched: "Déclarations sans commande depuis deux jours",
    unknown: "Remboursements à vérifier",
    letters: "Lettres qui ne sont pas parties",
    sweepers: "Tâches automatiques arrêtées",
    due: "dû le {day}",
    surcharge: "majoration à ce jour : {amount}",
    rateMissing: "majoration non calculable : le taux d'intérêt légal du semestre manque",
    sumUnknown: "montant à préciser : choisissez la commande et les articles",
    order: "commande n° {number}",
    noOrder: "commande inconnue",
    since: "depuis le {day}",
    more: "et {count} de plus",
    kind: {
      order_confirmation: "confirmation de commande",
      withdrawal_acknowledgement: "accusé de réception de rétractation",
      refund_made: "remboursement",
      other: "autre lettre",
    },
  },
  follow: {
    linkIntro: "Ou ouvrez ce lien, qui est pour vous seul ; il montre lui aussi que cette adresse est la vôtre :",
    answerIntro: "Pour répondre et voir où en est votre rétractation, ouvrez ce lien, qui est pour vous seul :",
    link: "Suivre ma rétractation",
    code: "Vous pouvez aussi saisir, sur la même page, la référence et le code de l'accusé de réception.",
  },
  deduction_proposed: {
    subject: "Votre rétractation {reference} : une retenue vous est proposée",
    title: "Une retenue vous est proposée",
    intro: "Le vendeur a regardé les articles revenus avec votre rétractation {reference}. Il propose une retenue.",
    article: "Article",
    amount: "Retenue proposée",
    ground: "Ce que le vendeur a constaté",
    law: "Vous ne répondez d'une dépréciation que si elle vient de manipulations autres que celles nécessaires pour établir la nature, les caractéristiques et le bon fonctionnement de l'article (L221-23).",
    claimApart:
      "Vous pouvez accepter ou contester. Rien n'est retenu sans votre accord : si vous contestez ou ne répondez pas, vous êtes remboursé en entier, et le vendeur peut seulement vous demander cette somme à part.",
    setOff:
      "Vous pouvez accepter ou contester. Si vous contestez, dites pourquoi : le vendeur en tient compte avant de décider.",
  },
  keep_goods_answered: {
    subject: "Votre rétractation {reference} : réponse à votre demande",
    titleAgreed: "Vous gardez les articles",
    titleRefused: "Votre rétractation se poursuit",
    agreed:
      "À votre demande, le vendeur accepte que vous gardiez les articles de votre rétractation {reference}. Rien n'est à renvoyer, et rien n'est remboursé.",
    refused:
      "Vous avez demandé à garder les articles de votre rétractation {reference}. Le vendeur n'a pas accepté : elle se poursuit, et vous serez remboursé comme prévu.",
    note: "Message du vendeur",
  },
  withdrawal_hold: {
    subject: "Votre commande n° {number} est retenue avant l'envoi",
    title: "Vos articles sont retenus avant l'envoi",
    intro:
      "Une déclaration de rétractation a été faite avec votre adresse. Les articles ci-dessous, qui ne sont pas encore partis, ne seront donc pas envoyés.",
    sentAt: "Déclaration envoyée le",
    order: "Commande",
    yours:
      "Si cette déclaration est bien de vous, prouvez votre adresse avec le code de l'accusé de réception, qui vous a été envoyé à part : la suite en sera plus rapide.",
    objectTitle: "Vous n'avez pas fait cette déclaration ?",
    object:
      "Dites-le sur cette page : la retenue est levée, et le vendeur, prévenu, vérifie avec vous. Le lien contient le code ; sinon, saisissez-le avec la référence.",
  },
}

export type LetterTexts = typeof fr
