import { frozen } from "./foundations/frozen"
import type { Bilingual } from "./foundations/reason"
import type { LawOptions } from "./options"

export type UncertainPoint = {
  readonly id: `U${number}`
  readonly question: Bilingual
  /** Options that answer it; none where there is nothing to choose. */
  readonly options: readonly (keyof LawOptions)[]
}

/** What counsel should check, point by point; the handling is the default of each option. */
export const UNCERTAIN_POINTS: readonly UncertainPoint[] = frozen([
  {
    id: "U1",
    question: {
      fr: "La directive 2024/825 (avis harmonisé) est-elle transposée en France, et depuis quand ?",
      en: "Has France transposed Directive 2024/825 (harmonised notice), and since when?",
    },
    options: ["u1HarmonisedNotice"],
  },
  {
    id: "U2",
    question: {
      fr: "La réparation prolonge-t-elle la garantie de six mois (L217-13) ou de douze (directive 2024/1799), et chaque fois ?",
      en: "Does a repair extend the guarantee by six months (L217-13) or twelve (Directive 2024/1799), and each time?",
    },
    options: ["u2RepairExtensionMonths", "u2RepairExtension"],
  },
  {
    id: "U3",
    question: {
      fr: "Taux de l'intérêt légal : le chiffre du second semestre 2026 est de seconde main, 2027 n'est pas publié.",
      en: "Legal interest rate: the figure for the second half of 2026 is second-hand, 2027 is not published.",
    },
    options: ["u3LegalInterestRates"],
  },
  {
    id: "U4",
    question: {
      fr: "L'omission de la seule fonctionnalité en ligne prolonge-t-elle le délai de douze mois ?",
      en: "Does leaving out the online function alone extend the period by twelve months?",
    },
    options: ["u4MissingFunctionExtends"],
  },
  {
    id: "U5",
    question: {
      fr: "Mots exacts de D221-5 et de L221-21 depuis le 19 juin 2026 : accès sans compte, « délai raisonnable ».",
      en: "Exact words of D221-5 and L221-21 since 19 June 2026: access without account, « délai raisonnable ».",
    },
    options: ["u5Reading"],
  },
  {
    id: "U6",
    question: {
      fr: "Le report au jour ouvrable vaut-il aussi pour L221-23, L221-24, L216-1 et L216-7 ?",
      en: "Does the move to a working day also hold for L221-23, L221-24, L216-1 and L216-7?",
    },
    options: ["u6RollConsumerPeriods", "u6RollTraderPeriods"],
  },
  {
    id: "U7",
    question: {
      fr: "L242-4 : première tranche, jours limites, « nouveau mois », plafond, année de 365 ou 366 jours.",
      en: "L242-4: first bracket, boundary days, « nouveau mois », cap, year of 365 or 366 days.",
    },
    options: ["u7FirstBracket", "u7BoundaryDay", "u7NewMonth", "u7Cap", "u7YearBasis"],
  },
  {
    id: "U8",
    question: {
      fr: "La dépréciation peut-elle être déduite du remboursement ?",
      en: "May diminished value be deducted from the refund?",
    },
    options: ["u8DiminishedValue"],
  },
  {
    id: "U9",
    question: {
      fr: "Rétractation partielle : frais de livraison, avantages perdus.",
      en: "Partial withdrawal: delivery costs, lost advantages.",
    },
    options: ["u9PartialDelivery", "u9LostAdvantage"],
  },
  {
    id: "U10",
    question: {
      fr: "Jours fériés et heure de quel territoire, jours chômés locaux, vendredi saint, Saint-Martin.",
      en: "Holidays and clock of which territory, local days off, Good Friday, Saint-Martin.",
    },
    options: ["u10Holidays", "u10Clock", "u10GoodFriday", "u10SaintMartin", "u10LocalDaysOff"],
  },
  {
    id: "U11",
    question: {
      fr: "Information donnée pendant le délai initial ; départ des douze mois.",
      en: "Information given inside the initial period; start of the twelve months.",
    },
    options: ["u11InformedInside", "u11TwelveMonthsFrom"],
  },
  {
    id: "U12",
    question: {
      fr: "Changements du Code de la consommation depuis l'état lu.",
      en: "Changes to the Code de la consommation since the state that was read.",
    },
    options: ["u12CodeCheckedOn"],
  },
  {
    id: "U13",
    question: { fr: "Montant de l'amende de L242-13.", en: "Amount of the fine of L242-13." },
    options: ["u13Fine"],
  },
  {
    id: "U14",
    question: {
      fr: "Amendes de L121-16, de D211-2 et de la LCEN.",
      en: "Fines of L121-16, of D211-2 and of the LCEN.",
    },
    options: ["u14UnknownFine"],
  },
  {
    id: "U15",
    question: {
      fr: "Chiffres de la CNIL pour un mot de passe avec restriction d'accès.",
      en: "Figures of the CNIL for a password with access restriction.",
    },
    options: ["u15Attempts"],
  },
  {
    id: "U16",
    question: {
      fr: "DSP3 et RSP : non applicables à la date lue ; rien à choisir.",
      en: "PSD3 and PSR: not applicable when read; nothing to choose.",
    },
    options: [],
  },
  {
    id: "U17",
    question: {
      fr: "Mentions de la fonctionnalité dans les autres États membres.",
      en: "Labels of the function in other member states.",
    },
    options: ["u17Labels"],
  },
  {
    id: "U18",
    question: { fr: "Emplacement de l'avis harmonisé.", en: "Place of the harmonised notice." },
    options: ["u18NoticePlacement"],
  },
  {
    id: "U19",
    question: {
      fr: "Seuil d'archivage : TTC ou HT, livraison comprise, sens d'« immédiate ».",
      en: "Threshold of the archive: with or without tax, delivery included, meaning of « immédiate ».",
    },
    options: ["u19ArchivedOrders"],
  },
  {
    id: "U20",
    question: {
      fr: "La fonctionnalité doit-elle être offerte quand toutes les lignes sont exceptées ?",
      en: "Must the function be offered when every line is excepted?",
    },
    options: ["u20FunctionWhenAllExcepted"],
  },
  {
    id: "U21",
    question: {
      fr: "Le consommateur peut-il revenir sur sa rétractation ?",
      en: "May a consumer take a withdrawal back?",
    },
    options: ["u21TakingBack"],
  },
  {
    id: "U22",
    question: {
      fr: "Le prix des biens qui ne sont jamais partis peut-il attendre le retour des autres (L221-24) ?",
      en: "May the price of goods that never left wait for the return of the others (L221-24)?",
    },
    options: ["u22PartNeverLeft"],
  },
])
