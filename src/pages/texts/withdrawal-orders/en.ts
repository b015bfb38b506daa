import type { WithdrawalOrdersTexts } from "./fr"

/** Words of the pages for who lost the number of an order, in English. */
export const en: WithdrawalOrdersTexts = {
  title: "Find my orders",
  intro:
    "Have you lost the number of your order? A link to your orders is sent to the address with which they were placed. There you pick what you withdraw from.",
  without: "Withdraw without a number, by describing the order",
  askTitle: "1. Receive the link",
  email: "E-mail address of the orders",
  ask: "Send the link",
  asked:
    "If orders were placed with this address, a link to them is being sent to it. It arrives within minutes; look among unwanted mail too.",
  codeTitle: "2. Open the link, or type its code",
  code: "Code of the message",
  open: "See my orders",
  wrong: "This is not the right code, or it has expired. Check it in the message, or ask for another link.",
  noEmail: "Write an e-mail address, such as first.last@example.com.",
  expired: "The link has expired, and nothing was recorded. Ask for another one.",
  listTitle: "My orders",
  listIntro: "Choose the order from which you want to withdraw. Nothing is sent before you confirm.",
  none: "No order was found for this address.",
  order: "Order no. {number} of {date}",
  until: "You can withdraw until the end of {date}.",
  untilOver: "The period ran to the end of {date}. A later declaration is received too, and a person looks at it.",
  notStarted: "You can withdraw; the period begins when you have received everything.",
  leftOf: "{left} of {quantity} left",
  noneLeft: "nothing left to withdraw",
  choose: "Choose in order no. {number}",
  pickTitle: "Order no. {number}",
  scope: "What do you wish to withdraw from?",
  whole: "From the whole order",
  part: "From some articles only",
  lines: "Articles (if you keep the rest)",
  linesHint: "Leave 0 for what you keep.",
  moreLines:
    "This order has more articles than the {most} shown here: for the others make a second declaration that describes them, or choose the whole order.",
  upTo: "up to {left}",
  back: "Back to my orders",
  pickSomething: "Choose the whole order, or a quantity for at least one article.",
  quantity: "Write a quantity from 0 to {left}.",
}
