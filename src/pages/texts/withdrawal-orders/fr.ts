/** Words of the pages for who lost the number of an order, in French; `en.ts` has the same keys. */
export const fr = {
  title: "Retrouver mes commandes",
  intro:
    "Vous n'avez plus le numéro de votre commande ? Un lien vers vos commandes est envoyé à l'adresse avec laquelle elles ont été passées. Vous y choisissez de quoi vous vous rétractez.",
  without: "Se rétracter sans numéro, en décrivant la commande",
  askTitle: "1. Recevoir le lien",
  email: "Adresse e-mail des commandes",
  ask: "Envoyer le lien",
  asked:
    "Si des commandes ont été passées avec cette adresse, un lien vers elles y est envoyé. Il arrive en quelques minutes ; regardez aussi dans les indésirables.",
  codeTitle: "2. Ouvrir le lien, ou saisir son code",
  code: "Code du message",
  open: "Voir mes commandes",
  wrong: "Ce code n'est pas le bon, ou il a expiré. Vérifiez-le dans le message, ou demandez un autre lien.",
  noEmail: "Écrivez une adresse e-mail, par exemple prenom.nom@exemple.fr.",
  expired: "Le lien a expiré, et rien n'a été enregistré. Demandez-en un autre.",
  listTitle: "Mes commandes",
  listIntro: "Choisissez la commande dont vous voulez vous rétracter. Rien n'est envoyé avant que vous confirmiez.",
  none: "Aucune commande n'a été trouvée pour cette adresse.",
  order: "Commande n° {number} du {date}",
  until: "Vous pouvez vous rétracter jusqu'au {date} inclus.",
  untilOver:
    "Le délai courait jusqu'au {date}. Une déclaration plus tardive est reçue aussi, et une personne l'examine.",
  notStarted: "Vous pouvez vous rétracter ; le délai commence quand vous avez tout reçu.",
  leftOf: "reste {left} sur {quantity}",
  noneLeft: "plus rien à rétracter",
  choose: "Choisir dans la commande n° {number}",
  pickTitle: "Commande n° {number}",
  scope: "De quoi souhaitez-vous vous rétracter ?",
  whole: "De toute la commande",
  part: "De certains articles seulement",
  lines: "Articles (si vous gardez le reste)",
  linesHint: "Laissez 0 pour ce que vous gardez.",
  moreLines:
    "Cette commande a plus d'articles que les {most} qui sont montrés ici : pour les autres, faites ensuite une seconde déclaration en les décrivant, ou choisissez toute la commande.",
  upTo: "jusqu'à {left}",
  back: "Revenir à mes commandes",
  pickSomething: "Choisissez toute la commande, ou une quantité pour au moins un article.",
  quantity: "Écrivez une quantité de 0 à {left}.",
}

export type WithdrawalOrdersTexts = typeof fr
