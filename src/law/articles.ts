import { type CivilDate, toDay } from "./foundations/civil-date"
import { Dated, type Version } from "./foundations/dated"
import { LawError } from "./foundations/law-error"
import type { Bilingual } from "./foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "./options"

/**
 * The articles this folder applies. Versions are named where they are known to matter; `state` is the day of the
 * consolidated text that was read word for word. What was not read word for word says so (U5, U12).
 */
export type ArticleVersion = {
  /** Identifier of the version at Légifrance, where it is known. */
  readonly id: string | null
  /** Whether its words were read in the official text (false: concordant sources only, U4 and U5). */
  readonly readVerbatim: boolean
}
export type Article = { readonly subject: Bilingual; readonly versions: readonly Version<ArticleVersion>[] }

/** Day of the consolidated Code de la consommation that was read; later changes are listed as versions (U12). */
export const STATE_OF_THE_CODE: CivilDate = "2026-04-03"
const CODE = `Code de la consommation, as consolidated on ${STATE_OF_THE_CODE}`
/** Renumbered code (ordonnance 2016-301): the oldest text that these references name. */
const RENUMBERED: CivilDate = "2016-07-01"

function unchanged(fr: string, en: string, from: CivilDate = RENUMBERED, source = CODE): Article {
  return { subject: { fr, en }, versions: [{ from, value: { id: null, readVerbatim: true }, source }] }
}

function changed(fr: string, en: string, from: CivilDate, id: string | null, source: string): Article {
  const base = unchanged(fr, en)
  return { ...base, versions: [...base.versions, { from, value: { id, readVerbatim: false }, source }] }
}

const CODE_2022: CivilDate = "2022-01-01"
const ORD_2026_2 = "ordonnance n° 2026-2 du 5 janvier 2026"
const FUNCTION_DAY: CivilDate = "2026-06-19"

export const ARTICLES = {
  "L111-1": unchanged("Informations précontractuelles", "Information before the contract"),
  "L121-16": unchanged("Numéro de téléphone non surtaxé", "Telephone number without surcharge"),
  "L213-1": unchanged("Conservation du contrat électronique", "Keeping of the electronic contract"),
  "D213-1": unchanged("Seuil de conservation du contrat", "Threshold for keeping the contract"),
  "D213-2": unchanged("Durée de conservation du contrat", "Term for keeping the contract"),
  "L214-2": unchanged("Intérêts des sommes versées d'avance", "Interest on sums paid in advance"),
  "L216-1": unchanged("Date de délivrance", "Date of delivery", CODE_2022),
  "L216-6": unchanged(
    "Retard de délivrance : suspension, résolution",
    "Late delivery: suspension, rescission",
    CODE_2022,
  ),
  "L216-7": unchanged("Remboursement après résolution", "Refund after rescission", CODE_2022),
  "L217-3": unchanged("Garantie légale de conformité", "Legal guarantee of conformity", CODE_2022),
  "L217-7": unchanged("Présomption d'antériorité du défaut", "Presumption that the defect existed", CODE_2022),
  "L217-10": unchanged("Mise en conformité sous trente jours", "Cure within thirty days", CODE_2022),
  "L217-13": unchanged("Extension après réparation", "Extension after a repair", CODE_2022),
  "L217-14": unchanged("Réduction du prix ou résolution", "Price reduction or rescission", CODE_2022),
  "L217-16": unchanged("Restitution aux frais du vendeur", "Return at the seller's cost", CODE_2022),
  "L217-17": unchanged("Remboursement après restitution", "Refund after the return", CODE_2022),
  "L217-28": unchanged("Suspension de la garantie", "Suspension of the guarantee", CODE_2022),
  "L221-1": unchanged("Contrat à distance", "Distance contract"),
  "L221-3": unchanged("Professionnels et droit de rétractation", "Professionals and the right of withdrawal"),
  "L221-5": changed(
    "Informations sur le droit de rétractation",
    "Information on the right of withdrawal",
    FUNCTION_DAY,
    "LEGIARTI000053310511",
    ORD_2026_2,
  ),
  "L221-13": unchanged("Confirmation sur support durable", "Confirmation on a durable medium"),
  "L221-14": unchanged("Bouton de commande", "Order button"),
  "L221-18": unchanged("Délai de rétractation", "Withdrawal period"),
  "L221-19": unchanged("Calcul du délai de rétractation", "Computation of the withdrawal period"),
  "L221-20": unchanged("Prolongation faute d'information", "Extension for missing information"),
  "L221-21": changed(
    "Exercice du droit de rétractation",
    "Exercise of the right of withdrawal",
    FUNCTION_DAY,
    "LEGIARTI000053310520",
    ORD_2026_2,
  ),
  "L221-23": unchanged("Renvoi des biens", "Return of the goods"),
  "L221-24": unchanged("Remboursement après rétractation", "Refund after withdrawal"),
  "L221-25": unchanged("Service commencé avant la fin du délai", "Service begun before the end of the period"),
  "L221-26": unchanged("Contenu numérique : sommes dues", "Digital content: sums owed"),
  "L221-27": unchanged("Fin du contrat et des contrats accessoires", "End of the contract and of ancillary contracts"),
  "L221-28": unchanged("Exceptions au droit de rétractation", "Exceptions to the right of withdrawal"),
  "D221-5": {
    subject: { fr: "Fonctionnalité de rétractation en ligne", en: "Online withdrawal function" },
    versions: [
      {
        from: FUNCTION_DAY,
        value: { id: "LEGIARTI000053303365", readVerbatim: false },
        source: "décret n° 2026-3 du 5 janvier 2026",
      },
    ],
  },
  "R221-1": unchanged("Formulaire type de rétractation", "Model withdrawal form"),
  "R221-3": changed(
    "Avis d'information type",
    "Model information notice",
    FUNCTION_DAY,
    null,
    "décret n° 2026-3 du 5 janvier 2026, art. 7",
  ),
  "D211-2": unchanged("Encadré des garanties légales (biens)", "Box on legal guarantees (goods)", "2022-10-01"),
  "D211-3": unchanged("Encadré des garanties légales (numérique)", "Box on legal guarantees (digital)", "2022-10-01"),
  "D211-4": unchanged(
    "Encadré des garanties légales (numérique fourni dans la durée)",
    "Box on legal guarantees (digital supplied over time)",
    "2022-10-01",
  ),
  "L241-4": unchanged("Majoration après résolution", "Increase after rescission"),
  "L241-6": unchanged("Frais d'envoi à rembourser", "Shipping costs to refund", CODE_2022),
  "L241-7": unchanged("Majoration (garantie de conformité)", "Increase (guarantee of conformity)", CODE_2022),
  "L242-4": unchanged("Majoration du remboursement tardif", "Surcharge on a late refund"),
  "L612-2": unchanged("Recevabilité devant le médiateur", "Admissibility before the mediator"),
  "Reg. 1182/71": unchanged(
    "Règles européennes des délais",
    "European rules on periods",
    "1971-07-01",
    "Règlement (CEE, Euratom) n° 1182/71, art. 3",
  ),
  "Dir. 2011/83": unchanged(
    "Directive sur les droits des consommateurs",
    "Consumer rights directive",
    "2014-06-13",
    "Directive 2011/83/UE",
  ),
  "Dir. 2024/825": unchanged(
    "Avis harmonisé sur la garantie légale",
    "Harmonised notice on the legal guarantee",
    "2026-09-27",
    "Directive (UE) 2024/825, Règlement d'exécution (UE) 2025/1960",
  ),
  "L313-2 CMF": unchanged(
    "Taux de l'intérêt légal",
    "Legal interest rate",
    "2015-01-01",
    "Code monétaire et financier, L313-2 et D313-1-A",
  ),
  "CNIL 2022-100": unchanged(
    "Mots de passe",
    "Passwords",
    "2022-10-16",
    "CNIL, délibération n° 2022-100 du 21 juillet 2022",
  ),
  "R123-221 C. com.": unchanged("Numéro SIREN", "SIREN number", "2007-05-01", "Code de commerce, R123-220 et suivants"),
  "286 ter CGI": unchanged("Numéro de TVA", "VAT number", "1992-01-01", "Code général des impôts, art. 286 ter"),
} as const satisfies Record<string, Article>

/** Reference of an article: « L221-18 » of the Code de la consommation unless it says otherwise. */
export type ArticleId = keyof typeof ARTICLES

/**
 * The version of an article in force on a day, and the day to which the code was checked (U12).
 * @throws LawError when the article did not exist yet
 */
export function articleOn(
  id: ArticleId,
  on: CivilDate,
  options: LawOptions = DEFAULT_OPTIONS,
): Version<ArticleVersion> & { readonly subject: Bilingual; readonly checkedOn: CivilDate } {
  if (!Object.hasOwn(ARTICLES, id)) {
    throw new LawError("article", "the reference of an article applied here, such as L221-18", id)
  }
  const { subject, versions }: Article = ARTICLES[id]
  return { ...new Dated(id, versions).on(toDay(on, "on"), "on"), subject, checkedOn: options.u12CodeCheckedOn }
}
