import { frozen } from "./foundations/frozen"
import { type CivilDate, toDay } from "./foundations/civil-date"
import { Dated, type Version } from "./foundations/dated"
import { LawError } from "./foundations/law-error"
import type { Bilingual } from "./foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "./options"
import { FUNCTION_SINCE } from "./withdrawal/information.L221-5"

/**
 * The articles this folder applies. Versions are named where they are known to matter; a version whose words
 * were not read in the official text says so (U5, U12).
 */
export type ArticleVersion = {
  /** Identifier of the version at Légifrance, where it is known. */
  readonly id: string | null
  /** Whether its words were read in the official text (false: concordant sources only, U4 and U5). */
  readonly readVerbatim: boolean
}
export type Article = { readonly subject: Bilingual; readonly versions: readonly Version<ArticleVersion>[] }

/** Day of the consolidated Code de la consommation that was read; later changes are listed as versions (U12). */
const STATE_OF_THE_CODE: CivilDate = DEFAULT_OPTIONS.u12CodeCheckedOn
const CODE = `Code de la consommation, as consolidated on ${STATE_OF_THE_CODE}`
/** Renumbered code (ordonnance 2016-301): the oldest text that these references name. */
const RENUMBERED: CivilDate = "2016-07-01"

/** Ordonnance n° 2021-1247: sales of goods from 1 January 2022 on. Ordonnance n° 2021-1734: in force on 28 May 2022. */
const SALES_2022: CivilDate = "2022-01-01"
const CONSUMERS_2022: CivilDate = "2022-05-28"

/** An article of the Code whose words were read; `from` is the day they apply from, as far as it is known. */
function article(fr: string, en: string, from: CivilDate = RENUMBERED): Article {
  return { subject: { fr, en }, versions: [{ from, value: { id: null, readVerbatim: true }, source: CODE }] }
}

/** An article with a later version of which the words, or their identifier, come from another source. */
function changed(base: Article, from: CivilDate, id: string | null, readVerbatim: boolean, source: string): Article {
  return { ...base, versions: [...base.versions, { from, value: { id, readVerbatim }, source }] }
}

/** A text outside the Code, known from other sources. */
function other(fr: string, en: string, from: CivilDate, source: string): Article {
  return { subject: { fr, en }, versions: [{ from, value: { id: null, readVerbatim: false }, source }] }
}

const ORD_2026_2 = "ordonnance n° 2026-2 du 5 janvier 2026"
const DECREE_2026_3 = "décret n° 2026-3 du 5 janvier 2026"
export const ARTICLES = frozen({
  "L111-1": article("Informations précontractuelles", "Information before the contract", CONSUMERS_2022),
  "L121-16": other(
    "Numéro de téléphone non surtaxé",
    "Telephone number without surcharge",
    RENUMBERED,
    "Code de la consommation, L121-16 (ordonnance n° 2016-301), from a secondary copy",
  ),
  "L121-17": other(
    "Consentement exprès à tout paiement supplémentaire",
    "Express consent to any extra payment",
    RENUMBERED,
    "Code de la consommation, L121-17 (ordonnance n° 2016-301), from a secondary copy",
  ),
  "L213-1": article("Conservation du contrat électronique", "Keeping of the electronic contract"),
  "D213-1": article("Seuil de conservation du contrat", "Threshold for keeping the contract"),
  "D213-2": article("Durée de conservation du contrat", "Term for keeping the contract"),
  "L214-2": article("Intérêts des sommes versées d'avance", "Interest on sums paid in advance"),
  "L216-1": article("Date de délivrance", "Date of delivery", SALES_2022),
  "L216-6": article(
    "Retard de délivrance : suspension, résolution",
    "Late delivery: suspension, rescission",
    SALES_2022,
  ),
  "L216-7": article("Remboursement après résolution", "Refund after rescission", SALES_2022),
  "L217-3": article("Garantie légale de conformité", "Legal guarantee of conformity", SALES_2022),
  "L217-7": article("Présomption d'antériorité du défaut", "Presumption that the defect existed", SALES_2022),
  "L217-10": article("Mise en conformité sous trente jours", "Cure within thirty days", SALES_2022),
  "L217-13": article("Extension après réparation", "Extension after a repair", SALES_2022),
  "L217-14": article("Réduction du prix ou résolution", "Price reduction or rescission", SALES_2022),
  "L217-16": article("Restitution aux frais du vendeur", "Return at the seller's cost", SALES_2022),
  "L217-17": article("Remboursement après restitution", "Refund after the return", SALES_2022),
  "L217-28": article("Suspension de la garantie", "Suspension of the guarantee", SALES_2022),
  "L221-5": changed(
    article("Informations sur le droit de rétractation", "Information on the right of withdrawal", CONSUMERS_2022),
    FUNCTION_SINCE,
    "LEGIARTI000053310511",
    false,
    ORD_2026_2,
  ),
  "L221-13": article("Confirmation sur support durable", "Confirmation on a durable medium", CONSUMERS_2022),
  "L221-14": article("Bouton de commande", "Order button"),
  "L221-18": article("Délai de rétractation", "Withdrawal period"),
  "L221-19": article("Calcul du délai de rétractation", "Computation of the withdrawal period"),
  "L221-20": article("Prolongation faute d'information", "Extension for missing information"),
  "L221-21": changed(
    article("Exercice du droit de rétractation", "Exercise of the right of withdrawal"),
    FUNCTION_SINCE,
    "LEGIARTI000053310520",
    false,
    ORD_2026_2,
  ),
  "L221-23": article("Renvoi des biens", "Return of the goods"),
  "L221-24": article("Remboursement après rétractation", "Refund after withdrawal"),
  "L221-25": article("Service commencé avant la fin du délai", "Service begun before the end", CONSUMERS_2022),
  "L221-26": article("Contenu numérique : sommes dues", "Digital content: sums owed", CONSUMERS_2022),
  "L221-27": article("Fin du contrat et des contrats accessoires", "End of the contract and of ancillary contracts"),
  "L221-28": article("Exceptions au droit de rétractation", "Exceptions to the right of withdrawal", CONSUMERS_2022),
  "D221-5": {
    subject: { fr: "Fonctionnalité de rétractation en ligne", en: "Online withdrawal function" },
    versions: [
      { from: FUNCTION_SINCE, value: { id: "LEGIARTI000053303365", readVerbatim: false }, source: DECREE_2026_3 },
    ],
  },
  "R221-1": article("Formulaire type de rétractation", "Model withdrawal form", CONSUMERS_2022),
  "R221-3": changed(
    article("Avis d'information type", "Model information notice", CONSUMERS_2022),
    FUNCTION_SINCE,
    null,
    true,
    `${DECREE_2026_3}, art. 7`,
  ),
  "D211-2": article("Encadré des garanties légales (biens)", "Box on legal guarantees (goods)", "2022-10-01"),
  "D211-3": article("Encadré des garanties légales (numérique)", "Box on legal guarantees (digital)", "2022-10-01"),
  "D211-4": article(
    "Encadré des garanties légales (numérique fourni dans la durée)",
    "Box on legal guarantees (digital supplied over time)",
    "2022-10-01",
  ),
  "L241-4": changed(
    other("Majoration après résolution", "Increase after rescission", RENUMBERED, "ordonnance n° 2016-301"),
    SALES_2022,
    null,
    true,
    CODE,
  ),
  "L241-6": article("Frais d'envoi à rembourser", "Shipping costs to refund", SALES_2022),
  "L241-7": article("Majoration (garantie de conformité)", "Increase (guarantee of conformity)", SALES_2022),
  "L242-4": article("Majoration du remboursement tardif", "Surcharge on a late refund"),
  "L612-2": article("Recevabilité devant le médiateur", "Admissibility before the mediator"),
  "Reg. 1182/71": other(
    "Règles européennes des délais",
    "European rules on periods",
    "1971-07-01",
    "Règlement (CEE, Euratom) n° 1182/71, art. 3",
  ),
  "Dir. 2011/83": other(
    "Directive sur les droits des consommateurs",
    "Consumer rights directive",
    "2014-06-13",
    "Directive 2011/83/UE",
  ),
  "Dir. 2024/825": other(
    "Avis harmonisé sur la garantie légale",
    "Harmonised notice on the legal guarantee",
    "2026-09-27",
    "Directive (UE) 2024/825, Règlement d'exécution (UE) 2025/1960",
  ),
  "L313-2 CMF": other(
    "Taux de l'intérêt légal",
    "Legal interest rate",
    "2015-01-01",
    "Code monétaire et financier, L313-2 et D313-1-A",
  ),
  "CNIL 2022-100": other(
    "Mots de passe",
    "Passwords",
    "2022-10-16",
    "CNIL, délibération n° 2022-100 du 21 juillet 2022",
  ),
  "R123-221 C. com.": other("Numéro SIREN", "SIREN number", "2007-05-01", "Code de commerce, R123-220 et suivants"),
  "286 ter CGI": other("Numéro de TVA", "VAT number", "1992-01-01", "Code général des impôts, art. 286 ter"),
} as const satisfies Record<string, Article>)

/** Reference of an article: « L221-18 » of the Code de la consommation unless it says otherwise. */
export type ArticleId = keyof typeof ARTICLES

/**
 * The version of an article in force on a day, and the day to which the code was checked (U12).
 * @throws LawError naming `article` (not applied here) or `on` (it did not exist yet)
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
