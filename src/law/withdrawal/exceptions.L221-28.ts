import { frozen } from "../foundations/frozen"
import type { ArticleId } from "../articles"
import { LawError, trueOrFalse } from "../foundations/law-error"
import type { Bilingual } from "../foundations/reason"

/** A fact on which an exception rests. Each is true, false, or not known. */
export type ExceptionCondition =
  | "announcedBeforeOrder"
  | "beginConsent"
  | "lossAcknowledged"
  | "fullyPerformedInPeriod"
  | "priceFollowsMarket"
  | "personalised"
  | "perishable"
  | "unsealedAfterDelivery"
  | "notReturnableForHygiene"
  | "mixedInseparably"
  | "alcoholicDrink"
  | "deliveryBeyondThirtyDays"
  | "valueFollowsMarket"
  | "urgentRepairRequested"
  | "strictlyNecessaryWork"
  | "recordingOrSoftware"
  | "periodical"
  | "notSubscription"
  | "publicAuction"
  | "listedService"
  | "fixedDate"
  | "performanceBegunInPeriod"
  | "confirmationGiven"

/** How an exception takes the right away: from the order on, once the good is unsealed or mixed, or by performance. */
export type ExceptionEffect = "excludes" | "onceUnsealed" | "onceMixed" | "oncePerformed"

export type WithdrawalException = {
  /** Number in L221-28, 1 to 13. */
  readonly number: number
  /** Words of the article, after « Le droit de rétractation ne peut être exercé pour les contrats : ». */
  readonly words: string
  readonly effect: ExceptionEffect
  /** All must be true for the exception to hold, besides the announcement before the order. */
  readonly conditions: readonly ExceptionCondition[]
  /** Also needed when the consumer has to pay (« si le contrat soumet le consommateur à une obligation de payer »). */
  readonly whenPayable: readonly ExceptionCondition[]
  /** What the merchant must be able to show. */
  readonly evidence: Bilingual
}

/** The thirteen exceptions of L221-28, in the order and the words of the article. */
export const WITHDRAWAL_EXCEPTIONS: readonly WithdrawalException[] = frozen([
  {
    number: 1,
    words:
      "De fourniture de services pleinement exécutés avant la fin du délai de rétractation et, si le contrat soumet le consommateur à une obligation de payer, dont l'exécution a commencé avec son accord préalable et exprès et avec la reconnaissance par lui de la perte de son droit de rétractation, lorsque la prestation aura été pleinement exécutée par le professionnel",
    effect: "oncePerformed",
    conditions: ["fullyPerformedInPeriod"],
    whenPayable: ["beginConsent", "lossAcknowledged"],
    evidence: {
      fr: "date de fin d'exécution ; accord préalable exprès et reconnaissance de la perte du droit, avec leur texte et leur date",
      en: "date of full performance; prior express consent and acknowledgement of the loss, with their text and time",
    },
  },
  {
    number: 2,
    words:
      "De fourniture de biens ou de services dont le prix dépend de fluctuations sur le marché financier échappant au contrôle du professionnel et susceptibles de se produire pendant le délai de rétractation",
    effect: "excludes",
    conditions: ["priceFollowsMarket"],
    whenPayable: [],
    evidence: { fr: "mode de fixation du prix", en: "how the price is set" },
  },
  {
    number: 3,
    words: "De fourniture de biens confectionnés selon les spécifications du consommateur ou nettement personnalisés",
    effect: "excludes",
    conditions: ["personalised"],
    whenPayable: [],
    evidence: {
      fr: "personnalisation demandée (un choix parmi des options standard n'en est pas une)",
      en: "personalisation asked for (choosing among standard options is none)",
    },
  },
  {
    number: 4,
    words: "De fourniture de biens susceptibles de se détériorer ou de se périmer rapidement",
    effect: "excludes",
    conditions: ["perishable"],
    whenPayable: [],
    evidence: { fr: "durée de vie du bien", en: "shelf life of the good" },
  },
  {
    number: 5,
    words:
      "De fourniture de biens qui ont été descellés par le consommateur après la livraison et qui ne peuvent être renvoyés pour des raisons d'hygiène ou de protection de la santé",
    effect: "onceUnsealed",
    conditions: ["unsealedAfterDelivery", "notReturnableForHygiene"],
    whenPayable: [],
    evidence: {
      fr: "scellé posé à l'expédition, état au retour (photos), raison d'hygiène propre au bien",
      en: "seal at dispatch, state on return (photos), hygiene reason of that good",
    },
  },
  {
    number: 6,
    words:
      "De fourniture de biens qui, après avoir été livrés et de par leur nature, sont mélangés de manière indissociable avec d'autres articles",
    effect: "onceMixed",
    conditions: ["mixedInseparably"],
    whenPayable: [],
    evidence: { fr: "mélange après la livraison", en: "mixing after delivery" },
  },
  {
    number: 7,
    words:
      "De fourniture de boissons alcoolisées dont la livraison est différée au-delà de trente jours et dont la valeur convenue à la conclusion du contrat dépend de fluctuations sur le marché échappant au contrôle du professionnel",
    effect: "excludes",
    conditions: ["alcoholicDrink", "deliveryBeyondThirtyDays", "valueFollowsMarket"],
    whenPayable: [],
    evidence: {
      fr: "date de livraison convenue, dépendance au marché",
      en: "delivery date agreed, dependence on the market",
    },
  },
  {
    number: 8,
    words:
      "De travaux d'entretien ou de réparation à réaliser en urgence au domicile du consommateur et expressément sollicités par lui, dans la limite des pièces de rechange et travaux strictement nécessaires pour répondre à l'urgence",
    effect: "excludes",
    conditions: ["urgentRepairRequested", "strictlyNecessaryWork"],
    whenPayable: [],
    evidence: { fr: "demande expresse, urgence, travaux nécessaires", en: "express request, urgency, work needed" },
  },
  {
    number: 9,
    words:
      "De fourniture d'enregistrements audio ou vidéo ou de logiciels informatiques lorsqu'ils ont été descellés par le consommateur après la livraison",
    effect: "onceUnsealed",
    conditions: ["recordingOrSoftware", "unsealedAfterDelivery"],
    whenPayable: [],
    evidence: { fr: "scellé posé à l'expédition, état au retour", en: "seal at dispatch, state on return" },
  },
  {
    number: 10,
    words:
      "De fourniture d'un journal, d'un périodique ou d'un magazine, sauf pour les contrats d'abonnement à ces publications",
    effect: "excludes",
    conditions: ["periodical", "notSubscription"],
    whenPayable: [],
    evidence: { fr: "vente au numéro", en: "sale of a single issue" },
  },
  {
    number: 11,
    words: "Conclus lors d'une enchère publique",
    effect: "excludes",
    conditions: ["publicAuction"],
    whenPayable: [],
    evidence: {
      fr: "enchère à laquelle on peut assister en personne (une enchère seulement en ligne n'en est pas une)",
      en: "an auction that can be attended in person (an online-only auction is none)",
    },
  },
  {
    number: 12,
    words:
      "De prestations de services d'hébergement, autres que d'hébergement résidentiel, de services de transport de biens, de locations de voitures, de restauration ou d'activités de loisirs qui doivent être fournis à une date ou à une période déterminée",
    effect: "excludes",
    conditions: ["listedService", "fixedDate"],
    whenPayable: [],
    evidence: { fr: "date ou période fixée au contrat", en: "date or period fixed in the contract" },
  },
  {
    number: 13,
    words:
      "De fourniture d'un contenu numérique sans support matériel dont l'exécution a commencé avant la fin du délai de rétractation et, si le contrat soumet le consommateur à une obligation de payer, lorsque : a) Il a donné préalablement son consentement exprès pour que l'exécution du contrat commence avant l'expiration du délai de rétractation ; et b) Il a reconnu qu'il perdra son droit de rétractation ; et c) Le professionnel a fourni une confirmation de l'accord du consommateur conformément aux dispositions du deuxième l'alinéa de l'article L. 221-13",
    effect: "oncePerformed",
    conditions: ["performanceBegunInPeriod"],
    whenPayable: ["beginConsent", "lossAcknowledged", "confirmationGiven"],
    evidence: {
      fr: "consentement, reconnaissance et confirmation sur support durable, avec leur texte et leur date",
      en: "consent, acknowledgement and confirmation on a durable medium, with their text and time",
    },
  },
])

export type ExceptionFacts = {
  /** Number in L221-28, 1 to 13. */
  readonly exception: number
  /** Whether the consumer has to pay. Default true. */
  readonly payable?: boolean
  /** What is known: true, false; absent or null is not known, and a person looks. */
  readonly facts: Partial<Record<ExceptionCondition, boolean | null>>
}

export type ExceptionVerdict = {
  /** `excluded`: no right; `exists`: the exception does not hold; `undecided`: a person looks, the right is presumed. */
  readonly right: "excluded" | "exists" | "undecided"
  readonly effect: ExceptionEffect
  /** Conditions that are false, or not known. */
  readonly failing: readonly ExceptionCondition[]
  readonly unknown: readonly ExceptionCondition[]
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

const NAMES: Record<ExceptionCondition, Bilingual> = {
  announcedBeforeOrder: { fr: "exception annoncée avant la commande", en: "exception announced before the order" },
  beginConsent: { fr: "accord préalable exprès pour commencer", en: "prior express consent to begin" },
  lossAcknowledged: { fr: "perte du droit reconnue", en: "loss of the right acknowledged" },
  fullyPerformedInPeriod: {
    fr: "service pleinement exécuté dans le délai",
    en: "service fully performed in the period",
  },
  priceFollowsMarket: { fr: "prix lié au marché financier", en: "price tied to the financial market" },
  personalised: { fr: "bien personnalisé", en: "personalised good" },
  perishable: { fr: "bien périssable", en: "perishable good" },
  unsealedAfterDelivery: { fr: "descellé après la livraison", en: "unsealed after delivery" },
  notReturnableForHygiene: { fr: "retour impossible pour raison d'hygiène", en: "no return for reasons of hygiene" },
  mixedInseparably: { fr: "mélangé de manière indissociable", en: "mixed inseparably" },
  alcoholicDrink: { fr: "boisson alcoolisée", en: "alcoholic drink" },
  deliveryBeyondThirtyDays: { fr: "livraison à plus de trente jours", en: "delivery beyond thirty days" },
  valueFollowsMarket: { fr: "valeur liée au marché", en: "value tied to the market" },
  urgentRepairRequested: { fr: "travaux urgents demandés", en: "urgent work requested" },
  strictlyNecessaryWork: { fr: "strictement nécessaires à l'urgence", en: "strictly necessary for the urgency" },
  recordingOrSoftware: { fr: "enregistrement ou logiciel", en: "recording or software" },
  periodical: { fr: "journal, périodique ou magazine", en: "newspaper, periodical or magazine" },
  notSubscription: { fr: "hors abonnement", en: "not a subscription" },
  publicAuction: { fr: "enchère publique", en: "public auction" },
  listedService: {
    fr: "hébergement, transport, location de voiture, restauration ou loisirs",
    en: "accommodation, transport, car rental, catering or leisure",
  },
  fixedDate: { fr: "date ou période déterminée", en: "fixed date or period" },
  performanceBegunInPeriod: { fr: "exécution commencée dans le délai", en: "performance begun in the period" },
  confirmationGiven: {
    fr: "accord confirmé sur support durable dans le délai",
    en: "consent confirmed on a durable medium in the period",
  },
}

/**
 * Whether an exception of L221-28 takes the right of withdrawal away. An exception that was not announced before the
 * order (L221-5, 10°) does not hold. What is not known is never held against the consumer: a person looks.
 * @throws LawError naming the field
 */
export function exceptionVerdict(asked: ExceptionFacts): ExceptionVerdict {
  const { exception } = asked
  const payable = trueOrFalse(asked.payable ?? true, "payable")
  const facts = knownFacts(asked.facts)
  const found = WITHDRAWAL_EXCEPTIONS.find(({ number }) => number === exception)
  if (!found) throw new LawError("exception", "the number of an exception of L221-28, 1 to 13", exception)
  const conditions: ExceptionCondition[] = [
    "announcedBeforeOrder",
    ...found.conditions,
    ...(payable ? found.whenPayable : []),
  ]
  const failing = conditions.filter((name) => facts[name] === false)
  const unknown = conditions.filter((name) => (facts[name] ?? null) === null)
  const right = failing.length > 0 ? "exists" : unknown.length > 0 ? "undecided" : "excluded"
  const list = (names: readonly ExceptionCondition[], locale: "fr" | "en"): string =>
    names.map((name) => NAMES[name][locale]).join(", ")
  const article = { fr: `L'exception L221-28, ${exception}°`, en: `The exception of L221-28, ${exception}°` }
  return {
    right,
    effect: found.effect,
    failing,
    unknown,
    articles: ["L221-28", "L221-5"],
    reason: {
      exists: {
        fr: `${article.fr} ne peut être opposée (condition non remplie : ${list(failing, "fr")}) : le droit de rétractation existe.`,
        en: `${article.en} does not hold (condition not met: ${list(failing, "en")}): the right of withdrawal exists.`,
      },
      undecided: {
        fr: `${article.fr} reste à vérifier par une personne (non établi : ${list(unknown, "fr")}).`,
        en: `${article.en} is to be checked by a person (not established: ${list(unknown, "en")}).`,
      },
      excluded: {
        fr: `${article.fr} s'applique et a été annoncée avant la commande : ${found.effect === "excludes" ? "il n'y a pas de droit de rétractation" : "le droit de rétractation est perdu"}.`,
        en: `${article.en} applies and was announced before the order: ${found.effect === "excludes" ? "there is no right of withdrawal" : "the right of withdrawal is lost"}.`,
      },
    }[right],
  }
}

/** The facts given, each checked; what an object only inherits is not a fact. */
function knownFacts(facts: ExceptionFacts["facts"]): ExceptionFacts["facts"] {
  if (typeof facts !== "object" || facts === null || Array.isArray(facts)) {
    throw new LawError("facts", "what is known of each condition, such as { announcedBeforeOrder: true }", facts)
  }
  for (const [name, value] of Object.entries(facts)) {
    if (!Object.hasOwn(NAMES, name)) throw new LawError("facts", `one of ${Object.keys(NAMES).join(", ")}`, name)
    if (value !== true && value !== false && value !== null) {
      throw new LawError(`facts.${name}`, "true, false, or null when it is not known", value)
    }
  }
  return { ...facts }
}
