import type { LetterLocale } from "../../modules/hamon/types"

const fr = {
  title: "Bon de retour",
  fileName: "bon-de-retour",
  order: "Commande n° {number}",
  reference: "Rétractation {reference}",
  articles: "Articles renvoyés",
  article: "Article",
  quantity: "Quantité",
  seeLetter: "Les articles nommés dans la déclaration",
  address: "Adresse de retour",
  when: "Délai et frais",
  due: "À envoyer au plus tard le {date} (L221-23).",
  proof:
    "Gardez le reçu de l'envoi : cette preuve d'expédition suffit pour que le remboursement n'attende plus le retour (L221-24).",
  putIn: "Imprimez ce bon, ou recopiez la référence, et mettez-le dans le colis.",
  page: "Page {page} sur {pages}",
}

const en: typeof fr = {
  title: "Return slip",
  fileName: "return-slip",
  order: "Order no. {number}",
  reference: "Withdrawal {reference}",
  articles: "Goods sent back",
  article: "Article",
  quantity: "Quantity",
  seeLetter: "The articles named in the declaration",
  address: "Return address",
  when: "Time limit and cost",
  due: "To be sent by {date} (L221-23).",
  proof:
    "Keep the receipt: this proof of dispatch is enough for the refund not to wait for the goods any longer (L221-24).",
  putIn: "Print this slip, or copy the reference, and put it into the parcel.",
  page: "Page {page} of {pages}",
}

const TEXTS: Record<LetterLocale, typeof fr> = { fr, en }

/** The words of the return slip. */
export function slipTexts(locale: LetterLocale): typeof fr {
  return TEXTS[locale]
}
