/** Words on what a customer may withdraw from, in French; `en.ts` has the same keys. `{name}` is filled in. */
export const fr = {
  right: {
    older: "Cette commande est plus ancienne que la loi que cette boutique applique ici ; écrivez au vendeur.",
    professional: "La commande a été passée par un professionnel : la loi donne ce droit aux consommateurs (L221-3).",
    other_law: "La commande relève de la loi d'un autre pays.",
    canceled: "La commande est annulée.",
    withdrawn: "Vous vous êtes déjà rétracté de toutes les unités de cet article.",
    returned: "Toutes les unités de cet article sont revenues au vendeur.",
    ended:
      "Le délai courait jusqu'au {date}. Une déclaration envoyée après est reçue aussi, et une personne l'examine (L221-18, L221-21).",
    notStarted:
      "Vous pouvez vous rétracter dès maintenant ; le délai de quatorze jours commence quand vous avez tout reçu (L221-18).",
  },
  api: {
    confirm:
      "Rien n'est encore envoyé. Montrez ce résumé au client ; il envoie sa déclaration par la commande dont les mots sont « {label} ».",
    unreadable:
      "Cette déclaration n'a pas pu être lue et rien n'a été enregistré : demandez-en un nouveau résumé, puis confirmez-le.",
    changed:
      "Cette déclaration a été modifiée ou préparée par une autre boutique, et rien n'a été enregistré. En voici de nouveau le résumé : confirmez-le.",
    failed:
      "Une panne empêche d'enregistrer la déclaration. Rien n'est perdu : confirmez-la de nouveau dans un instant ; c'est l'heure de votre première confirmation qui compte.",
    recorded: "La déclaration est enregistrée. Un accusé de réception est envoyé à l'adresse {email}.",
    queued:
      "La déclaration est enregistrée. L'accusé de réception sera envoyé à l'adresse {email} à partir du {date} ; le texte en est joint à cette réponse.",
    asked:
      "Si des commandes ont été passées avec cette adresse, un lien vers elles y est envoyé. Il arrive en quelques minutes ; regardez aussi dans les indésirables.",
    noOrder:
      "Aucune de vos commandes ne porte cet identifiant. Connectez-vous avec le compte de la commande, ou demandez le lien vers vos commandes ; vous pouvez aussi vous rétracter sans cela.",
    noEmail: "Indiquez une adresse e-mail, par exemple prenom.nom@exemple.fr.",
  },
}

export type DeclaringTexts = typeof fr
