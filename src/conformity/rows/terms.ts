import { functionLabels } from "../../law"
import { admin, type Row, SETTINGS, type Subject } from "../row"
import { withProfile } from "./profile"

const TERMS = admin(SETTINGS)

/** What the contract says, and where the shop delivers. */
export const terms: Subject = {
  id: "terms",
  title: { fr: "Conditions de vente et livraison", en: "Terms of sale and delivery" },
  rows: () => [published, areas],
}

const published: Row = {
  id: "terms_of_sale",
  articles: ["C. civ. 1127-1", "L111-1", "L221-5"],
  title: {
    fr: "Conditions générales de vente publiées, et à jour de la fonctionnalité de rétractation",
    en: "Terms of sale published, and up to date with the withdrawal function",
  },
  fine: "L221-5",
  check: ({ terms: { fr } }) => {
    const { from: since } = functionLabels("fr")
    if (!fr) {
      return {
        state: "missing",
        sentence: {
          fr: "Aucune version française des conditions de vente n'est publiée : publiez-la.",
          en: "No French version of the terms of sale is published: publish it.",
        },
        place: TERMS,
      }
    }
    if (fr.on < since) {
      return {
        state: "at_risk",
        sentence: {
          fr: `Les conditions de vente datent du ${fr.on} : depuis le ${since}, le droit de rétractation s'exerce aussi par une fonctionnalité en ligne. Relisez-les et publiez une nouvelle version.`,
          en: `The terms of sale date from ${fr.on}: since ${since} the right of withdrawal is exercised by an online function too. Read them again and publish a new version.`,
        },
        place: TERMS,
      }
    }
    return {
      state: "met",
      sentence: {
        fr: `La version ${fr.version} est en vigueur depuis le ${fr.on}.`,
        en: `Version ${fr.version} has been in force since ${fr.on}.`,
      },
      place: TERMS,
    }
  },
}

const areas: Row = {
  id: "delivery_areas",
  articles: ["L221-14"],
  title: { fr: "Zones et restrictions de livraison", en: "Delivery areas and restrictions" },
  fine: "L221-14",
  check: withProfile(({ delivery }) =>
    delivery
      ? { state: "met", sentence: { fr: delivery.areas.fr, en: delivery.areas.en }, place: TERMS }
      : {
          state: "missing",
          sentence: {
            fr: "La boutique ne dit pas où elle livre : ces restrictions sont dues au plus tard au début de la commande. Écrivez-les.",
            en: "The shop does not say where it delivers: these restrictions are due at the latest when the order begins. Write them.",
          },
          place: TERMS,
        },
  ),
}
