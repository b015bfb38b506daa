import type { SummaryTexts } from "./fr"

export const en: SummaryTexts = {
  titles: {
    articles: "What you are ordering",
    extras: "Paid options",
    delivery: "Delivery",
    total: "Total price",
    payment: "Payment",
    terms: "Terms of sale",
    withdrawal: "Right of withdrawal",
    guarantee: "Legal guarantees",
    order: "Before you order",
  },
  free: "free",
  extra: {
    unchosen: "To be chosen: this option is charged only if you ask for it. Tick it, or take it out of the order.",
    by_default:
      "This option was ticked beforehand, which is not consent. Choose it yourself, or take it out of the order.",
    amount_changed:
      "The amount is no longer the one that you agreed to ({before}). Choose this option again, or take it out of the order.",
    forbidden:
      "Nothing may be charged on top for a means of payment (Code monétaire et financier, art. L112-12): this amount has to be taken out.",
  },
  dearer: {
    unchosen:
      "To be chosen: a delivery that costs more than the standard one ({cheapest}) is charged only if you ask for it.",
    by_default:
      "This delivery, which costs more than the standard one ({cheapest}), was chosen beforehand, which is not consent. Choose it yourself, or take another delivery.",
    amount_changed:
      "The price of this delivery is no longer the one that you agreed to ({before}): choose it again, or take another delivery.",
    forbidden: "This delivery cannot be asked for: choose another.",
  },
  other: "Credits and other amounts",
  total: "Total to pay, all taxes and costs included",
  taxes: "of which VAT: {amount}",
  terms: "Terms of sale, version {version}",
  termsLink: "Read the terms of sale",
  withdrawal: {
    right: "You may withdraw from this order for fourteen days, without giving a reason",
    period:
      "The period runs from the receipt of the last of the goods; for digital content or a service, from the order. You may also withdraw before the delivery.",
    except: "This right does not exist, or ends earlier, for the items where it is said above.",
    none: "No item of this order carries a right of withdrawal: the reason is said at each.",
  },
  guarantee: {
    conformity: "Legal guarantee of conformity: two years",
    conformityDetail:
      "For goods or digital content that do not conform, free of charge: two years from the delivery or the supply.",
    hidden: "Legal guarantee against hidden defects: two years from the discovery of the defect",
    notice: "Harmonised notice on the legal guarantee",
  },
  order: "By pressing “{button}” you place an order that obliges you to pay {total}",
  correct: "Until then nothing is ordered: check what is above, and correct what is not right.",
}
