import type { FollowPageTexts } from "./fr"

/** Words of the status page in English. */
export const en: FollowPageTexts = {
  form: {
    title: "Follow my withdrawal",
    intro: "Type the reference and the code of the acknowledgement that you received by e-mail.",
    linkIntro: "The link that you opened is recognised.",
    reference: "Reference",
    code: "Code",
    submit: "See where my withdrawal stands",
    wrong:
      "This reference and this code do not go together, or the code or the link has expired. Check them in the acknowledgement. After ten tries the code opens nothing any more: write to the after-sales service.",
    expired:
      "This page stayed open for too long: type the reference and the code again, or reopen the link. What was recorded before still is; what you just sent was not.",
  },
  page: {
    title: "My withdrawal",
    reference: "Reference:",
    declared: "What you declared",
    sentAt: "Declaration sent on",
    lines: "Articles",
  },
  refund: {
    title: "Refund",
    due: "When the money comes",
    dueIf: "When the money comes, if you have the right to withdraw",
    caption: "What is refunded to you",
    what: "For",
    amount: "Amount",
    rows: {
      delivery: "Delivery costs",
      deduction: "Deduction for diminished value ({title})",
      already_refunded: "Already refunded",
      not_paid: "Never paid, so nothing to refund",
      in_excess: "Paid beyond what is owed",
    },
    total: "To be refunded to you",
    unknown: "The amount will be shown here once the seller can compute it.",
    lateTitle: "Increase for lateness",
    surcharge: "On {date} the seller owes you {amount} on top of the refund.",
    surchargePaid: "Increase already paid: {amount}.",
  },
  goods: {
    title: "Send the goods back",
    mayRefuse:
      "The parcel is on its way: you may refuse it at the door, and it goes back to the seller. If you accept it, send the goods back.",
    due: "To be sent by",
    address: "Return address",
    cost: "Cost of the return",
    atMost: "For goods that cannot be posted: {amount} at most.",
    slip: "Download the return slip (PDF)",
  },
  proof: {
    title: "Proof of dispatch",
    intro:
      "A proof of dispatch is enough for the refund not to wait for the goods any longer (L221-24). Give a tracking number, or a photo or PDF of the receipt, or both.",
    recorded: "Dispatch proven, on {date}.",
    carrier: "Carrier (optional)",
    tracking: "Tracking number",
    on: "Day of dispatch",
    files: "Photo or PDF of the receipt",
    filesHint: "{count} files at most, of 8 MB each: JPEG, PNG, WebP or PDF. You and the seller alone see them.",
    submit: "Send the proof",
  },
  deduction: {
    title: "Deduction proposed by the seller",
    amount: "Amount",
    ground: "What the seller found",
    state: "State",
    photos: "The seller's photos:",
    answer: "Your answer",
    law: "You answer for a loss of value only where it comes from handling other than what is needed to establish the nature, the characteristics and the functioning of the goods (L221-23).",
    words: "Your answer to the seller",
    wordsHint: "Needed to contest: say why. 2000 characters at most.",
    accept: "Accept the deduction",
    contest: "Contest the deduction",
  },
  letters: {
    title: "Documents and letters",
    acknowledgement: "Acknowledgement (text)",
  },
  requests: { title: "Other requests" },
  means: {
    title: "Be refunded by another means",
    intro:
      "The refund is made by the means with which you paid. Another means is possible only if you expressly agree, and at no cost to you (L221-24).",
    legend: "Means",
    details: "Details (optional)",
    detailsHint: "Do not write bank details here: the seller asks you for them at {email}.",
    consentLegend: "Agreement",
    submit: "Record this agreement",
    chosen: "You agreed to be refunded otherwise: {means}. The seller contacts you to arrange the payment.",
    takeBack: "Back to the means with which I paid",
  },
  keep: {
    title: "Keep the goods",
    intro:
      "Your withdrawal ended the contract. You may ask to keep the goods; nothing changes until the seller has agreed, and the time to send them back goes on.",
    submit: "Ask to keep the goods",
  },
  done: {
    proof: "The proof of dispatch is recorded. The refund no longer waits for the goods.",
    keep_goods: "Your request is with the seller.",
    other_means: "Your agreement is recorded.",
    take_back_means: "The refund will be made by the means with which you paid.",
    accept_deduction: "Your agreement to the deduction is recorded.",
    contest_deduction: "Your objection is recorded and with the seller.",
  },
  refusals: {
    nothing_to_prove: "Give the tracking number, or a photo or PDF of the receipt: one of them proves the dispatch.",
    not_a_day: "Give the day of dispatch: from the day of the order to today.",
    too_many_files:
      "Five files at most are kept for a declaration. Nothing was added: put several receipts into one PDF.",
    file_empty: "One of the files is empty. Nothing was added: choose it again.",
    file_too_large: "One of the files is larger than 8 MB. Nothing was added: send a smaller photo.",
    file_wrong_type:
      "One of the files is neither a photo (JPEG, PNG, WebP) nor a PDF. Nothing was added: send it as one of these.",
    file_heic:
      "A photo in HEIC cannot be read. Nothing was added: send it as JPEG (on an iPhone, a screenshot of the photo will do).",
    file_unreadable:
      "One of the files is damaged or too large. Nothing was added: take the photo again, or send a PDF.",
    not_matched: "The seller is still looking for your order: come back once it is found.",
    not_proven: "Open this page by the code or the link of your acknowledgement first.",
    not_the_customers:
      "This is agreed to from the e-mail address of the order: else write to the seller, who notes it.",
    over: "This withdrawal is closed: nothing can be changed any more.",
    money_on_its_way: "The refund is under way: this can no longer be changed. Write to the after-sales service.",
    order_canceled: "The order is cancelled: there are no goods left to keep.",
    keep_answered: "The seller has answered this request already.",
    keep_never: "In this shop a withdrawal stands once it is declared: the goods cannot be kept.",
    means_unknown: "Choose one of the means that are offered.",
    consent_missing: "Tick your agreement: without it the refund is made by the means with which you paid.",
    words_missing: "Say in a sentence why you contest the deduction.",
    words_too_long: "Write 2000 characters at most.",
    deduction_unknown: "There is no such proposal, or not any more.",
    deduction_answered: "This proposal was answered, or taken back, already.",
    unknown_act: "This request was not understood. Nothing was recorded: choose again.",
    no_file: "There is no such document, or it is not ready yet.",
  },
}
