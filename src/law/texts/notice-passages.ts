import { frozen } from "../foundations/frozen"
import type { CivilDate } from "../foundations/civil-date"
import type { Locale } from "../foundations/reason"

/** Passages that the instructions of the model notice give, by language and by date. Null: not kept here word for word. */
export type NoticePassages = {
  readonly locale: Locale
  readonly from: CivilDate
  readonly verbatim: boolean
  readonly source: string
  /** (1) Day from which the period runs. */
  readonly start: {
    readonly contract: string
    readonly good: string
    readonly lastGood: string
    readonly lastLot: string
    readonly firstGood: string
  }
  /** (3) Online withdrawal function; `[…]` is its address. Null before it was due. */
  readonly onlineFunction: string | null
  /** (3) Form or declaration that may be sent on the trader's site. */
  readonly onlineForm: string | null
  /** (4) Refund withheld until the goods or the proof are there. */
  readonly deferral: string
  /** (5) a) Who brings the goods back. */
  readonly traderCollects: string | null
  readonly consumerSends: string
  /** (5) b) Who bears the cost. */
  readonly traderBearsCost: string | null
  readonly consumerBearsCost: string
  readonly costAmount: string | null
  readonly costEstimate: string | null
  /** (5) c) Diminished value. */
  readonly diminishedValue: string
  /** (6) Services begun at the consumer's request. */
  readonly serviceBegun: string | null
}

const FRENCH = {
  locale: "fr",
  verbatim: true,
  start: {
    contract: "de la conclusion du contrat.",
    good: "où vous-même, ou un tiers autre que le transporteur et désigné par vous, prend physiquement possession du bien.",
    lastGood:
      "où vous-même, ou un tiers autre que le transporteur et désigné par vous, prend physiquement possession du dernier bien.",
    lastLot:
      "où vous-même, ou un tiers autre que le transporteur et désigné par vous, prend physiquement possession du dernier lot ou de la dernière pièce.",
    firstGood:
      "où vous-même, ou un tiers autre que le transporteur et désigné par vous, prend physiquement possession du premier bien.",
  },
  deferral:
    "Nous pouvons différer le remboursement jusqu'à ce que nous ayons reçu le bien ou jusqu'à ce que vous ayez fourni une preuve d'expédition du bien, la date retenue étant celle du premier de ces faits.",
  traderCollects: "Nous récupérerons le bien",
  consumerSends:
    "Vous devrez renvoyer ou rendre le bien, à nous-mêmes ou à ... [insérer le nom et l'adresse géographique, le cas échéant, de la personne habilitée par vous à réceptionner le bien] sans retard excessif et, en tout état de cause, au plus tard quatorze jours après que vous nous aurez communiqué votre décision de rétractation du présent contrat. Ce délai est réputé respecté si vous renvoyez le bien avant l'expiration du délai de quatorze jours.",
  traderBearsCost: "Nous prendrons en charge les frais de renvoi du bien.",
  consumerBearsCost: "Vous devrez prendre en charge les frais directs de renvoi du bien.",
  costAmount: "Vous devrez prendre en charge les frais directs de renvoi du bien, ... EUR [insérer le montant].",
  costEstimate:
    "Vous devrez prendre en charge les frais directs de renvoi du bien. Ces frais sont estimés à un maximum d'environ ... EUR [insérer le montant].",
  diminishedValue:
    "Votre responsabilité n'est engagée qu'à l'égard de la dépréciation du bien résultant de manipulations autres que celles nécessaires pour établir la nature, les caractéristiques et le bon fonctionnement de ce bien.",
  serviceBegun:
    "Si vous avez demandé de commencer la prestation de services ou la fourniture d'eau/de gaz/d'électricité/de chauffage urbain [supprimer les mentions inutiles] pendant le délai de rétractation, vous devrez nous payer un montant proportionnel à ce qui vous a été fourni jusqu'au moment où vous nous avez informé de votre rétractation du présent contrat, par rapport à l'ensemble des prestations prévues par le contrat.",
} as const

/** Oldest first. Instruction (3) is the only one that décret n° 2026-3 changed. */
export const NOTICE_PASSAGES: readonly NoticePassages[] = frozen([
  {
    ...FRENCH,
    from: "2022-05-28",
    source: "Code de la consommation, annexe à l'article R221-3, instructions",
    onlineFunction: null,
    onlineForm:
      "Vous pouvez également remplir et transmettre le modèle de formulaire de rétractation ou toute autre déclaration dénuée d'ambiguïté sur notre site internet [insérer l'adresse du site internet]. Si vous utilisez cette option, nous vous enverrons sans délai un accusé de réception de la rétractation sur un support durable (par exemple, par courriel).",
  },
  {
    ...FRENCH,
    from: "2026-06-19",
    source: "Code de la consommation, annexe à l'article R221-3, instruction (3) : décret n° 2026-3, art. 7",
    onlineFunction:
      "Vous pouvez également exercer votre droit de rétractation en ligne sur [insérer l'adresse du site internet ou une autre référence adéquate indiquant où se trouve la fonctionnalité de rétractation]. Si vous utilisez cette fonctionnalité en ligne, nous vous enverrons, dans les meilleurs délais, un accusé de réception de la rétractation sur un support durable (par exemple, par courriel), y compris son contenu ainsi que la date et l'heure de sa soumission.",
    onlineForm:
      "Vous pouvez également remplir et transmettre le modèle de formulaire de rétractation ou toute autre déclaration dénuée d'ambiguïté sur notre site internet [insérer l'adresse du site internet]. Si vous utilisez cette option, nous vous enverrons dans les meilleurs délais un accusé de réception de la rétractation sur un support durable (par exemple, par courriel).",
  },
  {
    locale: "en",
    from: "2026-06-19",
    verbatim: false,
    source: "Directive 2011/83/EU, annex I(A), instructions (U5); what is null was not read word for word",
    start: {
      contract: "of the conclusion of the contract.",
      good: "on which you acquire, or a third party other than the carrier and indicated by you acquires, physical possession of the goods.",
      lastGood:
        "on which you acquire, or a third party other than the carrier and indicated by you acquires, physical possession of the last good.",
      lastLot:
        "on which you acquire, or a third party other than the carrier and indicated by you acquires, physical possession of the last lot or piece.",
      firstGood:
        "on which you acquire, or a third party other than the carrier and indicated by you acquires, physical possession of the first good.",
    },
    onlineFunction:
      "You can also exercise your right of withdrawal online at [insert internet address or other appropriate explanation where the withdrawal function is available]. If you use this online function, we will send you an acknowledgement of receipt of the withdrawal on a durable medium (e.g. by email), including its content and the date and time of its submission, without undue delay.",
    onlineForm: null,
    deferral:
      "We may withhold reimbursement until we have received the goods back or you have supplied evidence of having sent back the goods, whichever is the earliest.",
    traderCollects: null,
    consumerSends:
      "You shall send back the goods or hand them over to us or … without undue delay and in any event not later than 14 days from the day on which you communicate your withdrawal from this contract to us. The deadline is met if you send back the goods before the period of 14 days has expired.",
    traderBearsCost: null,
    consumerBearsCost: "You will have to bear the direct cost of returning the goods.",
    costAmount: null,
    costEstimate: null,
    diminishedValue:
      "You are only liable for any diminished value of the goods resulting from the handling other than what is necessary to establish the nature, characteristics and functioning of the goods.",
    serviceBegun: null,
  },
])
