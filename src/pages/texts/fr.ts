/** Words of the hosted pages in French; `en.ts` has the same keys. `{name}` is filled in. The statutory labels come from the law. */
export const fr = {
  otherLanguage: "English",
  skip: "Aller au contenu",
  form: {
    intro:
      "Cette page vous permet de renoncer à un contrat conclu dans cette boutique, sans donner de motif. Remplissez ces champs, puis confirmez à l'étape suivante. Aucun compte n'est nécessaire.",
    name: "Vos nom et prénom",
    email: "Votre adresse e-mail",
    emailHint: "L'accusé de réception y est envoyé. Donnez de préférence celle de la commande.",
    order: "Numéro de commande",
    orderHint: "Il figure dans la confirmation. À défaut, décrivez la commande : date, articles.",
    lostNumber: "Je ne retrouve pas le numéro de ma commande",
    scope: "De quoi souhaitez-vous vous rétracter ?",
    whole: "De toute la commande",
    part: "De certains articles seulement",
    articles: "Articles concernés (si vous gardez le reste)",
    articlesHint:
      "Le numéro de l'article dans la confirmation (A1, A2…), sa référence ou son nom. Si vous avez plus d'articles, nommez-les dans le message.",
    article: "Article {n}",
    quantity: "Quantité",
    comment: "Message (facultatif)",
    next: "Vérifier ma déclaration",
    errorsTitle: "La déclaration n'est pas encore complète",
  },
  errors: {
    name: "Écrivez votre nom (200 caractères au plus).",
    email: "Écrivez une adresse e-mail, par exemple prenom.nom@exemple.fr.",
    orderNumber: "Écrivez le numéro de la commande, ou décrivez-la (200 caractères au plus).",
    articles: "Nommez au moins un article, ou choisissez toute la commande.",
    quantity: "Écrivez une quantité de 1 à 9999 pour chaque article.",
    comment: "Votre message est trop long : 2000 caractères au plus.",
    unreadable: "Le formulaire n'a pas pu être lu. Remplissez-le de nouveau, rien n'a été enregistré.",
  },
  review: {
    title: "Vérifiez et confirmez",
    intro: "Rien n'est encore envoyé. Si tout est exact, confirmez.",
    again: "Cette page était ouverte depuis longtemps. Voici votre déclaration : confirmez-la de nouveau.",
    back: "Corriger",
  },
  recorded: {
    title: "Votre rétractation a été reçue",
    intro:
      "Votre déclaration est enregistrée. Un accusé de réception avec son contenu, sa date et son heure vous est envoyé à l'adresse {email}.",
    queued:
      "Votre déclaration est enregistrée. Beaucoup de déclarations nous parviennent en ce moment : l'accusé de réception sera envoyé à l'adresse {email} à partir du {date}. Vous pouvez le télécharger dès maintenant.",
    reference: "Référence",
    sentAt: "Envoyée le",
    download: "Télécharger l'accusé de réception",
    follow: "Suivre ma rétractation",
    fileTitle: "ACCUSÉ DE RÉCEPTION D'UNE DÉCLARATION DE RÉTRACTATION",
    fileName: "accuse-de-reception",
  },
  summary: {
    name: "Nom",
    email: "E-mail",
    order: "Commande",
    scope: "Rétractation",
    whole: "toute la commande",
    part: "une partie de la commande",
    unsaid: "non précisée",
    articles: "Articles",
    comment: "Message",
  },
  failed: {
    title: "La déclaration n'a pas pu être enregistrée",
    intro:
      "Une panne nous empêche de l'enregistrer. Rien n'est perdu sur cette page : confirmez de nouveau dans un instant, ou envoyez ce texte par e-mail au vendeur.",
  },
  follow: {
    title: "Suivre ma rétractation",
    intro: "Saisissez la référence et le code de l'accusé de réception que vous avez reçu par e-mail.",
    reference: "Référence",
    code: "Code",
    submit: "Voir où en est ma rétractation",
    wrong:
      "Cette référence et ce code ne vont pas ensemble, ou le code a expiré. Vérifiez-les dans l'accusé de réception. Après dix essais, le code n'est plus accepté : écrivez au service après-vente.",
    status: "État",
    statuses: {
      received: "Reçue ; le vendeur cherche la commande correspondante.",
      matched: "Reçue et rapprochée de votre commande.",
      return_open: "Le retour est ouvert. Renvoyez les articles à l'adresse ci-dessous.",
      goods_back: "Les articles sont revenus. Le remboursement est en préparation.",
      refunded: "Le remboursement a été envoyé.",
      closed: "Terminée.",
    },
    returnAddress: "Adresse de retour",
    returnDue: "À renvoyer au plus tard le",
    refundDue: "Remboursement, si vous avez le droit de vous rétracter",
    by: "au plus tard le {date}",
    deferred:
      "au plus tard quand les articles, ou une preuve de leur expédition, seront parvenus au vendeur ; s'il les a dans les quatorze jours de votre déclaration, au plus tard à la fin de ces quatorze jours",
    refunded: "Montant remboursé",
  },
  wait: { title: "Trop de demandes" },
  insecure: {
    title: "Connexion non chiffrée",
    sentence:
      "Ce formulaire a été envoyé sans chiffrement et n'a pas été traité. Ouvrez la page à cette adresse et envoyez-le de nouveau :",
  },
  unlock: {
    title: "Débloquer la connexion à mon compte",
    intro:
      "Après trop d'échecs, la connexion à un compte est bloquée pendant un temps. Un code envoyé à l'adresse du compte la débloque tout de suite.",
    askTitle: "1. Recevoir un code",
    email: "Adresse e-mail du compte",
    ask: "Envoyer un code",
    asked:
      "S'il existe un compte à cette adresse, un code y est envoyé. Il arrive en quelques minutes ; regardez aussi dans les indésirables.",
    codeTitle: "2. Saisir le code",
    code: "Code",
    unlock: "Débloquer",
    wrong:
      "Ce code et cette adresse ne vont pas ensemble, ou le code a expiré ou déjà servi. Vérifiez-les, ou demandez un autre code.",
    noEmail: "Indiquez une adresse e-mail, telle que prenom.nom@exemple.fr.",
    doneTitle: "La connexion est débloquée",
    done: "Vous pouvez vous connecter de nouveau.",
    advice: "Si vous avez oublié votre mot de passe, demandez-en un nouveau sur la page de connexion de la boutique.",
  },
}

export type PageTexts = typeof fr
