import type { DeclaringTexts } from "./fr"

/** Words on what a customer may withdraw from, in English. */
export const en: DeclaringTexts = {
  right: {
    older: "This order is older than the law that this shop applies here; write to the seller.",
    professional: "The order was placed by a professional: the law gives this right to consumers (L221-3).",
    other_law: "The order is under the law of another country.",
    canceled: "The order is cancelled.",
    withdrawn: "You have already withdrawn from all units of this article.",
    returned: "All units of this article have come back to the seller.",
    ended:
      "The period ran to the end of {date}. A declaration sent later is received too, and a person looks at it (L221-18, L221-21).",
    notStarted: "You can withdraw now; the period of fourteen days begins when you have received everything (L221-18).",
  },
  api: {
    confirm:
      "Nothing has been sent yet. Show the customer this summary; he sends his declaration by the control whose words are “{label}”.",
    unreadable:
      "This declaration could not be read and nothing was recorded: ask for a new summary of it, then confirm that.",
    changed:
      "This declaration was changed, or prepared by another shop, and nothing was recorded. Here is its summary again: confirm it.",
    failed:
      "A fault keeps the declaration from being recorded. Nothing is lost: confirm it again in a moment; the hour of your first confirmation counts.",
    recorded: "The declaration is recorded. An acknowledgement is being sent to {email}.",
    queued:
      "The declaration is recorded. The acknowledgement will be sent to {email} from {date} on; its text comes with this answer.",
    asked:
      "If orders were placed with this address, a link to them is being sent to it. It arrives within minutes; look among unwanted mail too.",
    noOrder:
      "None of your orders has this id. Log in with the account of the order, or ask for the link to your orders; you can also withdraw without either.",
    noEmail: "Write an e-mail address, such as first.last@example.com.",
  },
}
