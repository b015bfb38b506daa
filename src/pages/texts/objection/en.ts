import type { ObjectionTexts } from "./fr"

/** Words of the page on which a customer objects to a declaration, in English. */
export const en: ObjectionTexts = {
  title: "I did not make this withdrawal",
  intro:
    "Somebody declared a withdrawal with your address, and the articles of your order are held. If it was not you, say so here: the hold is lifted, and the seller is told.",
  reference: "Reference of the withdrawal",
  code: "Code of the e-mail “Your order is held”",
  submit: "It was not me",
  wrong:
    "This reference and this code do not go together. Take them from the e-mail that told you that your order is held, or write to the after-sales service.",
  doneTitle: "It is noted",
  done: "Your answer is recorded and the seller is told. He may write to you to make sure. The declaration stays on file, with no other effect for now.",
  yours: "If it was you after all, write to the after-sales service with the reference {reference}.",
}
