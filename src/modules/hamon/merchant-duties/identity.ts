import type { MerchantDraft } from "../merchant-draft"
import { inBoth, reachable, validEmail, validWebsite, wholeAddress } from "./checks"
import { type DutyRule, met, missing } from "./duty"

/** Whether the merchant is established in France or one of its territories; so it is taken while he has not said. */
export function isFrench({ address }: MerchantDraft): boolean {
  return /^(?:fr|france|gp|mq|gf|re|yt|bl|mf|pm|wf|pf|nc)$/i.test(address?.country ?? "FR")
}

/** Who sells, and how he is reached: LCEN art. 19, L111-1, L221-5. */
export const IDENTITY: readonly DutyRule[] = [
  {
    id: "name",
    articles: ["LCEN art. 19, 1°", "L221-5, 4°"],
    place: "name",
    weight: "required",
    title: { fr: "Nom ou dénomination sociale", en: "Name or corporate name" },
    check: ({ merchant }) =>
      merchant.name
        ? met()
        : missing(
            "Écrivez votre dénomination sociale, ou vos nom et prénom.",
            "Write your corporate name, or your own first and last name.",
          ),
  },
  {
    id: "legal_form",
    articles: ["LCEN art. 19, 3°", "R123-237 C. com.", "L223-1 C. com.", "L224-1 C. com."],
    place: "legalForm",
    weight: "required",
    title: { fr: "Forme juridique", en: "Legal form" },
    check: ({ merchant }) =>
      merchant.legalForm
        ? met()
        : missing(
            "Écrivez la forme juridique : SARL, SAS, EI, association…",
            "Write the legal form: SARL, SAS, EI (sole trader), association…",
          ),
  },
  {
    id: "address",
    articles: ["LCEN art. 19, 2°", "L221-5, 4°", "R111-1"],
    place: "address",
    weight: "required",
    title: { fr: "Adresse de l'établissement", en: "Address of the establishment" },
    check: ({ merchant }) =>
      merchant.address
        ? wholeAddress(merchant.address)
        : missing(
            "Écrivez l'adresse géographique où vous êtes établi.",
            "Write the geographic address where you are established.",
          ),
  },
  {
    id: "email",
    articles: ["LCEN art. 19, 2°", "L221-5, 4°"],
    place: "email",
    weight: "required",
    title: { fr: "Adresse e-mail", en: "E-mail address" },
    check: ({ merchant }) =>
      merchant.email
        ? validEmail(merchant.email)
        : missing(
            "Écrivez une adresse e-mail à laquelle vous répondez.",
            "Write an e-mail address at which you answer.",
          ),
  },
  {
    id: "telephone",
    articles: ["LCEN art. 19, 2°", "L221-5, 4°", "L121-16"],
    place: "telephone",
    weight: "required",
    title: { fr: "Téléphone où l'on vous joint", en: "Telephone on which you are reached" },
    check: ({ merchant }) =>
      merchant.telephone
        ? reachable(merchant.telephone)
        : missing(
            "Écrivez un numéro qui permet d'entrer effectivement en contact avec vous.",
            "Write a number on which customers really get through to you.",
          ),
  },
  {
    id: "head_office",
    articles: ["LCEN art. 19, 3°", "R123-237 C. com.", "R111-1"],
    place: "headOffice",
    weight: "recommended",
    title: { fr: "Siège social", en: "Registered office" },
    check: ({ merchant }) =>
      merchant.headOffice
        ? wholeAddress(merchant.headOffice)
        : met({
            fr: "Le siège est dit à l'adresse de l'établissement. S'il est ailleurs, écrivez-le.",
            en: "The registered office is said to be at the establishment. If it is elsewhere, write it.",
          }),
  },
  {
    id: "activity",
    articles: ["L111-1, 4°"],
    place: "activity",
    weight: "required",
    title: { fr: "Activité", en: "Activity" },
    check: ({ merchant }) =>
      inBoth(
        merchant.activity,
        missing("Dites en une phrase ce que vous vendez ou faites.", "Say in a sentence what you sell or do."),
      ),
  },
  {
    id: "website",
    articles: ["LCEN art. 19"],
    place: "website",
    weight: "recommended",
    title: { fr: "Adresse de la boutique", en: "Address of the shop" },
    check: ({ merchant }) =>
      merchant.website
        ? validWebsite(merchant.website)
        : missing(
            "Écrivez l'adresse que vos clients connaissent : les pages et courriers y renvoient.",
            "Write the address that your customers know: pages and letters point to it.",
          ),
  },
]
