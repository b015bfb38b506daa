import type { PageTexts } from "./fr"

/** Words of the hosted pages in English. */
export const en: PageTexts = {
  otherLanguage: "Français",
  skip: "Skip to content",
  form: {
    intro:
      "On this page you can withdraw from a contract concluded in this shop, without giving a reason. Fill in these fields, then confirm on the next step. No account is needed.",
    name: "Your first and last name",
    email: "Your e-mail address",
    emailHint: "The acknowledgement is sent there. Preferably the one you gave for the order.",
    order: "Order number",
    orderHint: "You will find it in the confirmation. Otherwise describe the order: date, articles.",
    lostNumber: "I have lost the number of my order",
    scope: "What do you wish to withdraw from?",
    whole: "From the whole order",
    part: "From some articles only",
    articles: "Articles concerned (if you keep the rest)",
    articlesHint:
      "The number of the article in the confirmation (A1, A2…), its reference or its name. If there are more articles, name them in the message.",
    article: "Article {n}",
    quantity: "Quantity",
    comment: "Message (optional)",
    next: "Check my declaration",
    errorsTitle: "The declaration is not complete yet",
  },
  errors: {
    name: "Write your name (200 characters at most).",
    email: "Write an e-mail address, such as first.last@example.com.",
    orderNumber: "Write the order number, or describe the order (200 characters at most).",
    articles: "Name at least one article, or choose the whole order.",
    quantity: "Write a quantity from 1 to 9999 for each article.",
    comment: "Your message is too long: 2000 characters at most.",
    unreadable: "The form could not be read. Fill it in again, nothing was recorded.",
  },
  review: {
    title: "Check and confirm",
    intro: "Nothing has been sent yet. If everything is right, confirm.",
    again: "This page had been open for a long time. Here is your declaration: confirm it again.",
    back: "Correct",
  },
  recorded: {
    title: "Your withdrawal has been received",
    intro: "Your declaration is recorded. An acknowledgement with its content, date and time is being sent to {email}.",
    queued:
      "Your declaration is recorded. Many declarations are reaching us at the moment: the acknowledgement will be sent to {email} from {date} on. You can download it now.",
    reference: "Reference",
    sentAt: "Sent on",
    download: "Download the acknowledgement",
    follow: "Follow my withdrawal",
    fileTitle: "ACKNOWLEDGEMENT OF A DECLARATION OF WITHDRAWAL",
    fileName: "acknowledgement",
  },
  summary: {
    name: "Name",
    email: "E-mail",
    order: "Order",
    scope: "Withdrawal",
    whole: "the whole order",
    part: "part of the order",
    unsaid: "not said",
    articles: "Articles",
    comment: "Message",
  },
  failed: {
    title: "The declaration could not be recorded",
    intro:
      "Something went wrong on our side and it could not be recorded. Nothing is lost on this page: confirm again in a moment, or send this text to the seller by e-mail.",
  },
  follow: {
    title: "Follow my withdrawal",
    intro: "Type the reference and the code of the acknowledgement that you received by e-mail.",
    reference: "Reference",
    code: "Code",
    submit: "See where my withdrawal stands",
    wrong:
      "This reference and this code do not belong together, or the code has expired. Check them in the acknowledgement. After ten tries the code no longer works: write to the after-sales service.",
    status: "Status",
    statuses: {
      received: "Received; the seller is looking for the order.",
      matched: "Received and matched to your order.",
      return_open: "The return is open. Send the articles back to the address below.",
      goods_back: "The articles are back. The refund is being prepared.",
      refunded: "The refund has been sent.",
      closed: "Closed.",
    },
    returnAddress: "Return address",
    returnDue: "To be sent back by",
    refundDue: "Refund, if you have the right to withdraw",
    by: "by {date} at the latest",
    deferred:
      "at the latest when the articles, or a proof of their dispatch, have reached the seller; if he has them within fourteen days of your declaration, by the end of these fourteen days",
    refunded: "Amount refunded",
  },
  wait: { title: "Too many requests" },
  insecure: {
    title: "Connection not encrypted",
    sentence:
      "This form was sent without encryption and was not handled. Open the page at this address and send it again:",
  },
  unlock: {
    title: "Unlock logging in to my account",
    intro:
      "After too many failures, logging in to an account is locked for a time. A code sent to the address of the account unlocks it at once.",
    askTitle: "1. Receive a code",
    email: "E-mail address of the account",
    ask: "Send a code",
    asked:
      "If there is an account with this address, a code is being sent to it. It arrives within minutes; look in your spam folder too.",
    codeTitle: "2. Type the code",
    code: "Code",
    unlock: "Unlock",
    wrong:
      "This code and this address do not belong together, or the code has expired or was used. Check them, or ask for another code.",
    noEmail: "Write an e-mail address, such as first.last@example.com.",
    doneTitle: "Logging in is unlocked",
    done: "You can log in again.",
    advice: "If you forgot your password, ask for a new one on the log-in page of the shop.",
  },
}
