import { EUROS } from "../merchant"
import type { MerchantDraft } from "../merchant-draft"
import { allMet, inBoth, validWebsite, wholeAddress } from "./checks"
import { type DutyRule, met, missing, type Verdict, wrong } from "./duty"
import { closedPlatform } from "./closed-platform"

/** Where goods go and come back, and who settles a quarrel about them. */
export const DELIVERY: readonly DutyRule[] = [
  {
    id: "delivery",
    articles: ["L221-14, al. 3", "R111-1"],
    place: "delivery",
    weight: "required",
    title: { fr: "Zones et restrictions de livraison", en: "Delivery areas and restrictions" },
    check: ({ merchant: { delivery } }) => {
      const areas = inBoth(
        delivery?.areas,
        missing(
          "Dites où vous livrez : la loi veut que le client le lise au plus tard au début de la commande.",
          "Say where you deliver: the law wants customers to read it at the latest when they begin to order.",
        ),
      )
      return allMet(areas, delivery?.restrictions ? inBoth(delivery.restrictions, met()) : met())
    },
  },
  {
    id: "return_address",
    articles: ["L221-23", "R221-3"],
    place: "returnAddress",
    weight: "recommended",
    title: { fr: "Adresse de retour", en: "Return address" },
    check: ({ merchant }) =>
      merchant.returnAddress
        ? wholeAddress(merchant.returnAddress)
        : met({
            fr: "Les clients renvoient leurs articles à l'adresse de l'établissement.",
            en: "Customers send their articles back to the address of the establishment.",
          }),
  },
  {
    id: "return_cost",
    articles: ["L221-5, 8°", "L221-6", "L221-23"],
    place: "returnCost",
    weight: "recommended",
    title: { fr: "Frais de retour", en: "Cost of the return" },
    check: ({ merchant }) => returnCost(merchant),
  },
  {
    id: "mediator",
    articles: ["L616-1", "R616-1", "L111-1, 6°", "L221-5, 6°"],
    place: "mediator",
    weight: "required",
    title: { fr: "Médiateur de la consommation", en: "Consumer mediator" },
    check: ({ merchant }) => mediator(merchant),
  },
]

function returnCost({ returnCost: cost }: MerchantDraft): Verdict {
  if (!cost?.paidBy) {
    if (cost?.atMost) return wrong("Dites qui paie le renvoi.", "Say who pays for the return.")
    return met({
      fr: "Rien n'est dit : c'est donc vous qui payez le renvoi.",
      en: "Nothing is said: so it is you who pay for the return.",
    })
  }
  if (cost.atMost && !EUROS.test(cost.atMost)) {
    return wrong("Écrivez un montant en euros, par exemple 45.00.", "Write an amount in euros, such as 45.00.")
  }
  return met()
}

function mediator({ mediator: named }: MerchantDraft): Verdict {
  if (!named?.name || !named.address || !named.website) {
    return missing(
      "Écrivez le nom, l'adresse et le site du médiateur auquel vous avez adhéré.",
      "Write the name, the address and the site of the mediator whose member you are.",
    )
  }
  if (closedPlatform(named.website)) {
    return wrong(
      "C'est la plateforme européenne, fermée depuis le 20 juillet 2025 : écrivez le site de votre médiateur.",
      "This is the European platform, closed since 20 July 2025: write the site of your mediator.",
    )
  }
  return validWebsite(named.website)
}
