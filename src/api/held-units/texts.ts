import type { LetterLocale } from "../../modules/hamon/types"

/** Why a parcel does not leave, and what to do, for staff: Medusa's admin shows the sentence as it is. */
export const HELD: Record<LetterLocale, { readonly fulfil: string; readonly ship: string }> = {
  fr: {
    fulfil:
      "Le client s'est rétracté de ces articles avant leur envoi ({reference}) : ils ne partent pas. Préparez les autres seulement ; ou, s'ils doivent partir, levez la retenue ici : {url}",
    ship: "Ce colis contient des articles dont le client s'est rétracté avant leur envoi ({reference}) : il ne part pas. Annulez cette préparation ; ou, s'il doit partir, levez la retenue ici : {url}",
  },
  en: {
    fulfil:
      "The customer withdrew from these articles before dispatch ({reference}): they do not leave. Fulfil the others only; or, if they are to leave, lift the hold here: {url}",
    ship: "This parcel holds articles from which the customer withdrew before dispatch ({reference}): it does not leave. Cancel this fulfilment; or, if it is to leave, lift the hold here: {url}",
  },
}
