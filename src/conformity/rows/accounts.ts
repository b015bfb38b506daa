import { CNIL_BITS } from "../../law"
import { option, type Row, type Subject } from "../row"

/** Accounts of customers and staff. */
export const accounts: Subject = {
  id: "accounts",
  title: { fr: "Comptes", en: "Accounts" },
  rows: () => [passwords],
}

const passwords: Row = {
  id: "passwords",
  articles: ["CNIL 2022-100"],
  title: { fr: "Mots de passe et essais de connexion", en: "Passwords and attempts to log in" },
  check: ({ options: { accounts: given } }) => {
    if (!given.enabled) {
      return {
        state: "at_risk",
        sentence: {
          fr: "La boutique a ses propres règles de mots de passe : vérifiez qu'elles suivent la recommandation, ou retirez accounts.enabled.",
          en: "The shop has password rules of its own: see that they follow the recommendation, or take accounts.enabled out.",
        },
        place: option("accounts.enabled"),
      }
    }
    const bits = CNIL_BITS[given.cnilCase]
    return {
      state: "met",
      sentence: {
        fr: `Cas ${given.cnilCase} : ${bits} bits d'entropie au moins, essais limités.`,
        en: `Case ${given.cnilCase}: ${bits} bits of entropy at least, attempts limited.`,
      },
      place: option("accounts.cnilCase"),
    }
  },
}
