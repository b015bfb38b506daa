import { INPI_NUMBER } from "../merchant-numbers"
import { inBoth } from "./checks"
import { type DutyRule, met, missing, wrong } from "./duty"

/** Who answers for what is published, and on whose machines it is (LCEN art. 1-1); and what a merchant may add. */
export const PUBLICATION: readonly DutyRule[] = [
  {
    id: "publication_director",
    articles: ["LCEN art. 1-1"],
    place: "publicationDirector",
    weight: "required",
    title: { fr: "Directeur de la publication", en: "Publication director" },
    check: ({ merchant }) =>
      merchant.publicationDirector
        ? met()
        : missing(
            "Écrivez le nom de la personne qui répond du contenu du site : d'habitude, le représentant légal.",
            "Write the name of the person who answers for the site's content: usually the legal representative.",
          ),
  },
  {
    id: "host",
    articles: ["LCEN art. 1-1"],
    place: "host",
    weight: "required",
    title: { fr: "Hébergeur", en: "Host" },
    check: ({ merchant: { host } }) => {
      if (!host?.name || !host.address || !host.telephone) {
        return missing(
          "Écrivez le nom, l'adresse et le téléphone de l'hébergeur du site.",
          "Write the name, the address and the telephone of the company that hosts the site.",
        )
      }
      return met()
    },
  },
  {
    id: "authority",
    articles: ["LCEN art. 19, 5° et 6°"],
    place: "authority",
    weight: "recommended",
    title: { fr: "Autorisation ou profession réglementée", en: "Permit or regulated profession" },
    check: ({ merchant }) =>
      inBoth(
        merchant.authority,
        met({
          fr: "Rien n'est dit. Si votre activité est soumise à autorisation ou réglementée, nommez l'autorité, les règles et le titre.",
          en: "Nothing is said. If your activity needs a permit or is regulated, name the authority, the rules and the title.",
        }),
      ),
  },
  {
    id: "trademark",
    articles: ["L711-1 CPI"],
    place: "trademark",
    weight: "recommended",
    title: { fr: "Marque déposée", en: "Trademark" },
    check: ({ merchant: { trademark } }) => {
      if (!trademark) return met()
      if (!trademark.name) return wrong("Écrivez le nom de la marque.", "Write the name of the trademark.")
      if (!trademark.inpiNumber || INPI_NUMBER.test(trademark.inpiNumber)) return met()
      return wrong(
        "Le numéro d'une marque française a sept chiffres, par exemple 4 123 456.",
        "The number of a French trademark has seven digits, such as 4 123 456.",
      )
    },
  },
]
