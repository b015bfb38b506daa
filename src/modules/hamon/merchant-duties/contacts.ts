import type { MerchantDraft } from "../merchant-draft"
import { allMet, inBoth, reachable, validEmail } from "./checks"
import { type DutyRule, met, missing, type Verdict, wrong } from "./duty"

/** Whom customers call when something is wrong with what they bought, or with a payment. */
export const CONTACTS: readonly DutyRule[] = [
  {
    id: "sav",
    articles: ["L121-16", "L221-5, 4°", "R221-2", "L111-1, 5°"],
    place: "sav",
    weight: "required",
    title: { fr: "Service après-vente", en: "After-sales service" },
    check: ({ merchant }) => sav(merchant),
  },
  {
    id: "security",
    articles: ["L133-16 CMF", "L133-17 CMF"],
    place: "security",
    weight: "recommended",
    title: {
      fr: "Contact en cas de paiement suspect",
      en: "Contact when a payment looks wrong",
    },
    check: ({ merchant }) => security(merchant),
  },
]

function sav({ sav: contact }: MerchantDraft): Verdict {
  if (!contact?.telephone) {
    return missing(
      "Écrivez le téléphone du service après-vente : il est donné dans le contrat et les courriers, et n'est pas surtaxé.",
      "Write the telephone of the after-sales service: contract and letters name it, and it carries no surcharge.",
    )
  }
  const called = reachable(contact.telephone)
  if (called.state !== "met") return called
  if (!contact.email) {
    return missing(
      "Écrivez l'adresse e-mail du service après-vente : les réclamations y arrivent avec date et heure.",
      "Write the e-mail address of the after-sales service: complaints arrive there with date and hour.",
    )
  }
  const hours = inBoth(
    contact.hours,
    missing(
      "Écrivez les heures où le téléphone est décroché, dans les deux langues.",
      "Write the hours at which the telephone is answered, in both languages.",
    ),
  )
  return allMet(validEmail(contact.email), hours, called)
}

function security({ security: contact, telephone, email }: MerchantDraft): Verdict {
  if (!contact) {
    const shown = [telephone, email].filter(Boolean).join(", ")
    if (shown === "") return met()
    return met({
      fr: `Les clients voient votre propre contact : ${shown}.`,
      en: `Customers are shown your own contact: ${shown}.`,
    })
  }
  if (!contact.telephone || !contact.email) {
    return wrong(
      "Ce contact n'est pas complet : un téléphone et une adresse e-mail, ou rien du tout pour donner les vôtres.",
      "This contact is not complete: a telephone and an e-mail address, or nothing at all to give your own.",
    )
  }
  const hours = contact.hours ? inBoth(contact.hours, met()) : met()
  if (hours.state !== "met") return { ...hours, state: "wrong" }
  return allMet(validEmail(contact.email), reachable(contact.telephone))
}
