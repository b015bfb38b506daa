import type { InformationTexts } from "./fr"

/** What is said before the order, in English. */
export const en: InformationTexts = {
  harmonisedNotice: {
    alternative:
      "Legal guarantee in the EU: protection given by the legal guarantee of two years at least on goods sold in the European Union.",
    more: "https://europa.eu/youreurope/citizens/consumers/shopping/guarantees-and-returns/index_en.htm",
  },
  returnCost: {
    merchant: "If you withdraw, the seller bears the cost of returning the goods.",
    customer: "If you withdraw, you bear the direct cost of returning the goods.",
    atMost:
      "If you withdraw, you bear the direct cost of returning the goods; for goods that cannot normally be returned by post it is estimated at {amount} at most.",
  },
  right: {
    exists: "Right of withdrawal: fourteen days, without giving a reason (L221-18).",
    professional:
      "Business purchase: this right of withdrawal, which is for consumers only, does not exist for this account (introductory article and L221-3 of the French consumer code).",
    other_law:
      "For this country of delivery the right of withdrawal of French law does not apply; you keep the one that the law of your country gives you.",
    noGoods: "There is nothing to send back.",
  },
  waiver: {
    begin:
      "I expressly ask that the supply of the digital content begins before the end of the withdrawal period of fourteen days.",
    lost: "I acknowledge that I will lose my right of withdrawal as soon as the supply has begun.",
    confirmation:
      "A confirmation of this consent is sent to you on a durable medium before the end of the withdrawal period (L221-13).",
  },
  guarantee: {
    goods:
      "Legal guarantee of conformity: two years from delivery; a defect that appears within {presumption} months is presumed to have existed at delivery. Legal guarantee against hidden defects: two years from the discovery of the defect.",
    digital:
      "Legal guarantee of conformity: two years from the supply; a defect that appears within {presumption} months is presumed to have existed at the supply. Legal guarantee against hidden defects: two years from the discovery of the defect.",
    commercial: "Commercial guarantee of {months} months, given by {guarantor}, besides the legal guarantee.",
  },
  spareParts: {
    oneYear: "Spare parts available for one year from the sale.",
    available: "Spare parts available for {years} years from the sale.",
    unavailable:
      "Spare parts: their availability is not stated; those of electrical or electronic equipment and of furniture are then deemed not available (L111-4).",
  },
  details: {
    material: "Material",
    origin: "Origin",
    weight: "Weight",
    dimensions: "Dimensions (length × width × height)",
    grams: "{value} g",
    millimetres: "{value} mm",
  },
}
