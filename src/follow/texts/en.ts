import type { FollowTexts } from "./fr"

/** Words of the picture of a declaration in English. */
export const en: FollowTexts = {
  letterInPreparation: "Letter in preparation",
  standing: {
    received: "Received. The seller is looking for its order.",
    withdrawn_before:
      "Received and matched to your order. Another declaration covers these articles already: the seller is checking. If it is not yours, tell him.",
    matched: "Received and matched to your order.",
    not_shipped: "Received and matched to your order. The goods had not left: you have nothing to send back.",
    being_decided:
      "Received. The seller is examining whether the right of withdrawal applies to the articles announced as excepted.",
    late: "Received after the end of the withdrawal period. The seller may accept it and does not have to: wait for the answer before you send the goods back.",
    return_open: "The return is open. Send the goods back to the address below.",
    goods_back: "The goods came back on {date}. The refund is being prepared.",
    refund_approved: "The refund is approved.",
    refund_stuck: "The refund is approved but has not gone through yet: the seller is dealing with it.",
    refunded: "The refund was sent.",
    closed: "Closed.",
    kept: "Closed: at your request, and with the seller's agreement, you keep the goods.",
    declined: "Closed: the seller did not accept your withdrawal. His ground is below.",
    nothing_due: "Closed: nothing had been paid, nothing is to be refunded.",
  },
  decisions: {
    none_needed: "Part of the withdrawal.",
    pending:
      "Announced before the order as excepted from the right of withdrawal (L221-28, {exception}°): the seller is examining your declaration.",
    withdrawn: "Part of the withdrawal, after the seller examined it. {ground}",
    declined: "Not accepted by the seller. Ground: {ground}",
    kept: "You keep it.",
  },
  refund: {
    by: "by {date} at the latest",
    deferred:
      "as soon as the goods are back with the seller, or you have proven their dispatch: the earlier of the two counts. If he has them within fourteen days of your declaration, by the end of these fourteen days",
    rateMissing:
      "The refund is late, and the sum due is increased by law. The legal interest rate of this period is not published yet: the amount will be computed once it is.",
  },
  payment: {
    planned: "Approved; it will be sent.",
    sending: "It is being sent.",
    sent: "Sent on {date}. It can take some days to appear on your account or statement.",
    pending: "Handed to the payment provider, who has not carried it out yet.",
    paid: "Paid on {date}.",
    by_hand: "Approved; the seller pays it himself.",
    booked: "Sent.",
    failed: "It could not be sent. The seller is dealing with it; the time limit goes on.",
    came_back:
      "Your bank sent the money back to the seller. He asks you for another means, at no cost to you; the time limit goes on.",
    unknown: "The seller is checking with the payment provider whether it went through.",
  },
  deduction: {
    proposed: "Proposed by the seller. It waits for your answer.",
    accepted: "You accepted it.",
    contested: "You contest it. The seller is examining your answer.",
    withdrawn: "The seller took it back.",
    claimApart:
      "Nothing is deducted without your agreement: if you contest, or do not answer, you are refunded in full, and the seller can only ask you for this sum apart.",
    setOff: "If you contest, say why: the seller takes it into account before he decides.",
  },
  keep: {
    asked: "You asked to keep the goods. Nothing changes until the seller has answered.",
    agreed: "The seller agreed that you keep the goods.",
    refused: "The seller did not agree that you keep the goods. Your withdrawal goes on.",
  },
  means: {
    transfer: "Bank transfer",
    voucher: "Voucher",
    other: "Another means, to be agreed",
    consent: "I expressly agree to be refunded by another means than the one with which I paid, at no cost to me.",
  },
}
