/** Words of the page on which a customer objects to a declaration, in French: the language whose shape the others follow. */
export const fr = {
  title: "Je n'ai pas fait cette rétractation",
  intro:
    "Quelqu'un a déclaré une rétractation avec votre adresse, et les articles de votre commande sont retenus. Si ce n'était pas vous, dites-le ici : la retenue est levée, et le vendeur est prévenu.",
  reference: "Référence de la rétractation",
  code: "Code de l'e-mail « Votre commande est retenue »",
  submit: "Ce n'était pas moi",
  wrong:
    "Cette référence et ce code ne vont pas ensemble. Reprenez-les dans l'e-mail qui vous a dit que votre commande est retenue, ou écrivez au service après-vente.",
  doneTitle: "C'est noté",
  done: "Votre réponse est enregistrée et le vendeur est prévenu. Il peut vous écrire pour vérifier. La déclaration reste au dossier, sans autre effet pour l'instant.",
  yours: "Si c'était vous après tout, écrivez au service après-vente en rappelant la référence {reference}.",
}

export type ObjectionTexts = typeof fr
