/** Words of the picture of a declaration in French; `en.ts` has the same keys. `{name}` is filled in. */
export const fr = {
  letterInPreparation: "Lettre en préparation",
  standing: {
    received: "Reçue. Le vendeur cherche la commande correspondante.",
    withdrawn_before:
      "Reçue et rapprochée de votre commande. Une autre déclaration vise déjà ces articles : le vendeur vérifie. Si elle n'est pas de vous, dites-le-lui.",
    matched: "Reçue et rapprochée de votre commande.",
    not_shipped:
      "Reçue et rapprochée de votre commande. Les articles n'étaient pas partis : vous n'avez rien à renvoyer.",
    being_decided:
      "Reçue. Le vendeur examine si le droit de rétractation s'applique aux articles annoncés comme exclus.",
    late: "Reçue après la fin du délai de rétractation. Le vendeur peut l'accepter sans y être tenu : attendez sa réponse avant de renvoyer les articles.",
    return_open: "Le retour est ouvert. Renvoyez les articles à l'adresse ci-dessous.",
    goods_back: "Les articles sont revenus le {date}. Le remboursement est en préparation.",
    refund_approved: "Le remboursement est approuvé.",
    refund_stuck: "Le remboursement est approuvé, mais n'a pas encore abouti : le vendeur s'en occupe.",
    refunded: "Le remboursement a été envoyé.",
    closed: "Terminée.",
    kept: "Terminée : à votre demande, et avec l'accord du vendeur, vous gardez les articles.",
    declined: "Terminée : le vendeur n'a pas retenu votre rétractation. Son motif figure ci-dessous.",
    nothing_due: "Terminée : rien n'avait été payé, rien n'est à rembourser.",
  },
  decisions: {
    none_needed: "Compris dans la rétractation.",
    pending:
      "Annoncé avant la commande comme exclu du droit de rétractation (L221-28, {exception}°) : le vendeur examine votre déclaration.",
    withdrawn: "Compris dans la rétractation après examen par le vendeur. {ground}",
    declined: "Non retenu par le vendeur. Motif : {ground}",
    kept: "Vous le gardez.",
  },
  refund: {
    by: "au plus tard le {date}",
    deferred:
      "dès que les articles sont revenus chez le vendeur, ou que vous avez prouvé leur expédition : la première de ces deux dates compte. S'il les a dans les quatorze jours de votre déclaration, au plus tard à la fin de ces quatorze jours",
    rateMissing:
      "Le remboursement est en retard et la somme due est majorée de plein droit. Le taux d'intérêt légal de cette période n'est pas encore publié : le montant sera calculé dès qu'il le sera.",
  },
  payment: {
    planned: "Approuvé ; il va être envoyé.",
    sending: "L'envoi est en cours.",
    sent: "Envoyé le {date}. Il peut mettre quelques jours à paraître sur votre compte ou votre relevé.",
    pending: "Transmis à l'établissement de paiement, qui ne l'a pas encore exécuté.",
    paid: "Versé le {date}.",
    by_hand: "Approuvé ; le vendeur le verse lui-même.",
    booked: "Envoyé.",
    failed: "L'envoi n'a pas abouti. Le vendeur s'en occupe ; le délai court toujours.",
    came_back:
      "Votre banque a renvoyé l'argent au vendeur. Il vous demande un autre moyen, sans frais pour vous ; le délai court toujours.",
    unknown: "Le vendeur vérifie auprès de l'établissement de paiement si l'envoi a abouti.",
  },
  deduction: {
    proposed: "Proposée par le vendeur. Elle attend votre réponse.",
    accepted: "Vous l'avez acceptée.",
    contested: "Vous la contestez. Le vendeur examine votre réponse.",
    withdrawn: "Le vendeur l'a retirée.",
    claimApart:
      "Rien n'est retenu sans votre accord : si vous contestez ou ne répondez pas, vous êtes remboursé en entier, et le vendeur peut seulement vous demander cette somme à part.",
    setOff: "Si vous contestez, dites pourquoi : le vendeur en tient compte avant de décider.",
  },
  keep: {
    asked: "Vous avez demandé à garder les articles. Rien ne change tant que le vendeur n'a pas répondu.",
    agreed: "Le vendeur a accepté que vous gardiez les articles.",
    refused: "Le vendeur n'a pas accepté que vous gardiez les articles. Votre rétractation se poursuit.",
  },
  means: {
    transfer: "Virement bancaire",
    voucher: "Bon d'achat",
    other: "Autre moyen, à convenir",
    consent:
      "J'accepte expressément d'être remboursé par un autre moyen que celui que j'ai utilisé pour payer, sans frais pour moi.",
  },
}

export type FollowTexts = typeof fr
