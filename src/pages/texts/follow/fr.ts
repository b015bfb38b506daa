/** Words of the status page in French; `en.ts` has the same keys. `{name}` is filled in. */
export const fr = {
  form: {
    title: "Suivre ma rétractation",
    intro: "Saisissez la référence et le code de l'accusé de réception que vous avez reçu par e-mail.",
    linkIntro: "Le lien que vous avez ouvert est reconnu.",
    reference: "Référence",
    code: "Code",
    submit: "Voir où en est ma rétractation",
    wrong:
      "Cette référence et ce code ne vont pas ensemble, ou le code ou le lien a expiré. Vérifiez-les dans l'accusé de réception. Après dix essais, le code ne s'ouvre plus : écrivez au service après-vente.",
    expired:
      "Cette page est restée ouverte trop longtemps : saisissez de nouveau la référence et le code, ou rouvrez le lien. Ce qui était déjà enregistré l'est toujours ; ce que vous veniez d'envoyer ne l'a pas été.",
  },
  page: {
    title: "Ma rétractation",
    reference: "Référence :",
    declared: "Ce que vous avez déclaré",
    sentAt: "Déclaration envoyée le",
    lines: "Articles",
  },
  refund: {
    title: "Remboursement",
    due: "Quand l'argent vient",
    dueIf: "Quand l'argent vient, si vous avez le droit de vous rétracter",
    caption: "Ce qui vous est remboursé",
    what: "Pour",
    amount: "Montant",
    rows: {
      delivery: "Frais de livraison",
      deduction: "Retenue pour dépréciation ({title})",
      already_refunded: "Déjà remboursé",
      not_paid: "Jamais payé, donc rien à rembourser",
      in_excess: "Versé en plus de ce qui est dû",
    },
    total: "À vous rembourser",
    unknown: "Le montant sera indiqué ici dès que le vendeur aura pu le calculer.",
    lateTitle: "Majoration pour retard",
    surcharge: "Au {date}, le vendeur vous doit {amount} en plus du remboursement.",
    surchargePaid: "Majoration déjà versée : {amount}.",
  },
  goods: {
    title: "Renvoyer les articles",
    mayRefuse:
      "Le colis est en route : vous pouvez le refuser à la livraison, il revient alors au vendeur. Si vous l'acceptez, renvoyez les articles.",
    due: "À envoyer au plus tard le",
    address: "Adresse de retour",
    cost: "Frais de renvoi",
    atMost: "Pour un article qui ne se renvoie pas par la poste : {amount} au plus.",
    slip: "Télécharger le bon de retour (PDF)",
  },
  proof: {
    title: "Preuve d'expédition",
    intro:
      "Une preuve d'expédition suffit pour que le remboursement n'attende plus le retour des articles (L221-24). Donnez un numéro de suivi, ou une photo ou un PDF du reçu, ou les deux.",
    recorded: "Expédition prouvée, au {date}.",
    carrier: "Transporteur (facultatif)",
    tracking: "Numéro de suivi",
    on: "Date d'envoi",
    files: "Photo ou PDF du reçu",
    filesHint: "{count} fichiers au plus, de 8 Mo chacun : JPEG, PNG, WebP ou PDF. Vous seul et le vendeur les voyez.",
    submit: "Envoyer la preuve",
  },
  deduction: {
    title: "Retenue proposée par le vendeur",
    amount: "Montant",
    ground: "Ce que le vendeur a constaté",
    state: "État",
    photos: "Photos du vendeur :",
    answer: "Votre réponse",
    law: "Vous ne répondez d'une dépréciation que si elle vient de manipulations autres que celles nécessaires pour établir la nature, les caractéristiques et le bon fonctionnement de l'article (L221-23).",
    words: "Votre réponse au vendeur",
    wordsHint: "Nécessaire pour contester : dites pourquoi. 2000 caractères au plus.",
    accept: "Accepter la retenue",
    contest: "Contester la retenue",
  },
  letters: {
    title: "Documents et lettres",
    acknowledgement: "Accusé de réception (texte)",
  },
  requests: { title: "Autres demandes" },
  means: {
    title: "Être remboursé par un autre moyen",
    intro:
      "Le remboursement est fait par le moyen que vous avez utilisé pour payer. Un autre moyen n'est possible que si vous l'acceptez expressément, et sans frais pour vous (L221-24).",
    legend: "Moyen",
    details: "Précisions (facultatif)",
    detailsHint: "N'écrivez pas de coordonnées bancaires ici : le vendeur vous les demande à l'adresse {email}.",
    consentLegend: "Accord",
    submit: "Enregistrer cet accord",
    chosen:
      "Vous avez accepté d'être remboursé autrement : {means}. Le vendeur vous contacte pour convenir du versement.",
    takeBack: "Revenir au moyen que j'ai utilisé pour payer",
  },
  keep: {
    title: "Garder les articles",
    intro:
      "Votre rétractation a mis fin au contrat. Vous pouvez demander à garder les articles ; rien ne change tant que le vendeur n'a pas accepté, et le délai de renvoi continue de courir.",
    submit: "Demander à garder les articles",
  },
  done: {
    proof: "La preuve d'expédition est enregistrée. Le remboursement n'attend plus le retour des articles.",
    keep_goods: "Votre demande est transmise au vendeur.",
    other_means: "Votre accord est enregistré.",
    take_back_means: "Le remboursement se fera par le moyen que vous avez utilisé pour payer.",
    accept_deduction: "Votre accord sur la retenue est enregistré.",
    contest_deduction: "Votre contestation est enregistrée et transmise au vendeur.",
  },
  refusals: {
    nothing_to_prove: "Donnez le numéro de suivi, ou une photo ou un PDF du reçu : l'un des deux prouve l'expédition.",
    not_a_day: "Donnez la date d'envoi : entre le jour de la commande et aujourd'hui.",
    too_many_files:
      "Cinq fichiers au plus sont conservés pour une déclaration. Rien n'a été ajouté : réunissez plusieurs reçus dans un PDF.",
    file_empty: "Un des fichiers est vide. Rien n'a été ajouté : choisissez-le de nouveau.",
    file_too_large: "Un des fichiers dépasse 8 Mo. Rien n'a été ajouté : envoyez une photo plus petite.",
    file_wrong_type:
      "Un des fichiers n'est ni une photo (JPEG, PNG, WebP) ni un PDF. Rien n'a été ajouté : envoyez-le sous une de ces formes.",
    file_heic:
      "Une photo au format HEIC ne peut pas être lue. Rien n'a été ajouté : envoyez-la en JPEG (sur un iPhone, une capture d'écran de la photo convient).",
    file_unreadable:
      "Un des fichiers est abîmé ou trop grand. Rien n'a été ajouté : reprenez la photo, ou envoyez un PDF.",
    not_matched: "Le vendeur cherche encore votre commande : revenez quand elle sera trouvée.",
    not_proven: "Ouvrez d'abord cette page par le code ou le lien de votre accusé de réception.",
    not_the_customers:
      "Cet accord se donne depuis l'adresse e-mail de la commande : sinon, écrivez au vendeur, qui le note.",
    over: "Cette rétractation est terminée : plus rien ne peut y être changé.",
    money_on_its_way:
      "Le remboursement est déjà engagé : cela ne peut plus être changé. Écrivez au service après-vente.",
    order_canceled: "La commande est annulée : il n'y a plus d'articles à garder.",
    keep_answered: "Le vendeur a déjà répondu à cette demande.",
    keep_never:
      "Une rétractation déclarée est définitive dans cette boutique : les articles ne peuvent pas être gardés.",
    means_unknown: "Choisissez un des moyens proposés.",
    consent_missing:
      "Cochez votre accord : sans lui, le remboursement est fait par le moyen que vous avez utilisé pour payer.",
    words_missing: "Dites en une phrase pourquoi vous contestez la retenue.",
    words_too_long: "Écrivez 2000 caractères au plus.",
    deduction_unknown: "Cette proposition n'existe pas, ou n'existe plus.",
    deduction_answered: "Cette proposition a déjà reçu une réponse, ou a été retirée.",
    unknown_act: "Cette demande n'a pas été comprise. Rien n'a été enregistré : choisissez de nouveau.",
    no_file: "Ce document n'existe pas, ou n'est pas encore prêt.",
  },
}

export type FollowPageTexts = typeof fr
