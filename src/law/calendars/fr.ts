import { LawError } from "../foundations/law-error"
import { afterEaster, type CountryCalendar, fixed, type Holiday, type Territory } from "./country"

const L3133_1 = "Code du travail, L3133-1"
const L3134_13 = "Code du travail, L3134-13"
const L3422_2 = "Code du travail, L3422-2"

/** The eleven days of L3133-1 of the Code du travail. */
const NATIONAL: readonly Holiday[] = [
  fixed(1, 1, { fr: "Jour de l'an", en: "New Year's Day" }, L3133_1),
  afterEaster(1, { fr: "Lundi de Pâques", en: "Easter Monday" }, L3133_1),
  fixed(5, 1, { fr: "Fête du Travail", en: "Labour Day" }, L3133_1),
  fixed(5, 8, { fr: "Victoire 1945", en: "Victory Day 1945" }, L3133_1),
  afterEaster(39, { fr: "Ascension", en: "Ascension Day" }, L3133_1),
  afterEaster(50, { fr: "Lundi de Pentecôte", en: "Whit Monday" }, L3133_1),
  fixed(7, 14, { fr: "Fête nationale", en: "Bastille Day" }, L3133_1),
  fixed(8, 15, { fr: "Assomption", en: "Assumption Day" }, L3133_1),
  fixed(11, 1, { fr: "Toussaint", en: "All Saints' Day" }, L3133_1),
  fixed(11, 11, { fr: "Armistice 1918", en: "Armistice Day 1918" }, L3133_1),
  fixed(12, 25, { fr: "Noël", en: "Christmas Day" }, L3133_1),
]

/** Good Friday is a holiday only in some communes of the three departments; taken for all of them (U10). */
const ALSACE_MOSELLE: readonly Holiday[] = [
  {
    ...afterEaster(-2, { fr: "Vendredi saint", en: "Good Friday" }, L3134_13),
    counts: ({ u10GoodFriday }) => u10GoodFriday,
  },
  fixed(12, 26, { fr: "Saint-Étienne", en: "St Stephen's Day" }, L3134_13),
]

const ABOLITION = { fr: "Abolition de l'esclavage", en: "Abolition of Slavery Day" }

function abolition(month: number, dayOfMonth: number): Holiday {
  return fixed(month, dayOfMonth, ABOLITION, L3422_2)
}

/** The code names 27 May; the island celebrates on 28 May: both days count, whatever the year (U10). */
const SAINT_MARTIN: readonly Holiday[] = [
  { ...abolition(5, 27), counts: ({ u10SaintMartin }) => u10SaintMartin !== "28" },
  {
    ...fixed(5, 28, ABOLITION, "Usage local (point U10)"),
    counts: ({ u10SaintMartin }) => u10SaintMartin !== "27",
  },
]

function territory(fr: string, en: string, zone: string, own: readonly Holiday[] = []): Territory {
  return { name: { fr, en }, zone, holidays: [...NATIONAL, ...own] }
}

const territories = {
  FR: territory("France métropolitaine", "Metropolitan France", "Europe/Paris"),
  ALSACE_MOSELLE: territory("Alsace-Moselle", "Alsace-Moselle", "Europe/Paris", ALSACE_MOSELLE),
  GP: territory("Guadeloupe", "Guadeloupe", "America/Guadeloupe", [abolition(5, 27)]),
  MQ: territory("Martinique", "Martinique", "America/Martinique", [abolition(5, 22)]),
  GF: territory("Guyane", "French Guiana", "America/Cayenne", [abolition(6, 10)]),
  RE: territory("La Réunion", "La Réunion", "Indian/Reunion", [abolition(12, 20)]),
  YT: territory("Mayotte", "Mayotte", "Indian/Mayotte", [abolition(4, 27)]),
  BL: territory("Saint-Barthélemy", "Saint-Barthélemy", "America/St_Barthelemy", [abolition(10, 9)]),
  MF: territory("Saint-Martin", "Saint-Martin", "America/Marigot", SAINT_MARTIN),
  // Labour codes of their own, not read: the national days are taken, local ones are an option (u10LocalDaysOff).
  PM: territory("Saint-Pierre-et-Miquelon", "Saint-Pierre and Miquelon", "America/Miquelon"),
  WF: territory("Wallis-et-Futuna", "Wallis and Futuna", "Pacific/Wallis"),
  PF: territory("Polynésie française", "French Polynesia", "Pacific/Tahiti"),
  NC: territory("Nouvelle-Calédonie", "New Caledonia", "Pacific/Noumea"),
} as const satisfies Record<string, Territory>

export type FrenchTerritory = keyof typeof territories

/** Whole postal codes that differ from their prefix: the two islands that left Guadeloupe kept its codes. */
const BY_CODE: Readonly<Record<string, FrenchTerritory>> = { "97133": "BL", "97150": "MF" }

const BY_PREFIX: Readonly<Record<string, FrenchTerritory>> = {
  "57": "ALSACE_MOSELLE",
  "67": "ALSACE_MOSELLE",
  "68": "ALSACE_MOSELLE",
  "971": "GP",
  "972": "MQ",
  "973": "GF",
  "974": "RE",
  "975": "PM",
  "976": "YT",
  "977": "BL",
  "978": "MF",
  "986": "WF",
  "987": "PF",
  "988": "NC",
}

function territoryOfPostalCode(postalCode: string, field: string): FrenchTerritory {
  const code = typeof postalCode === "string" ? postalCode.replace(/\s/g, "") : ""
  const found = BY_CODE[code] ?? BY_PREFIX[code.slice(0, 3)] ?? BY_PREFIX[code.slice(0, 2)]
  if (/^\d{5}$/.test(code) && (found || /^(?:0[1-9]|[1-8]\d|9[0-5])/.test(code))) return found ?? "FR"
  throw new LawError(
    field,
    "a French postal code of five digits (01 to 95, 971 to 978, 986 to 988); for another place give its territory",
    postalCode,
  )
}

/** France: the days of the Code du travail, with Alsace-Moselle and each overseas territory. */
export const france: CountryCalendar = { country: "FR", territories, territoryOfPostalCode }
