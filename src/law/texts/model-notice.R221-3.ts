import { frozen } from "../foundations/frozen"
import type { StatutoryText } from "./statutory-text"

/**
 * Model information notice: annex to R221-3 in French; annex I(A) of Directive 2011/83 in English.
 * The markers (1) to (6), [1] to [6] are filled in by `completeNotice` with the passages of `notice-passages.ts`;
 * the body did not change on 19 June 2026, instruction (3) did.
 */
export const MODEL_NOTICE: readonly StatutoryText[] = frozen([
  {
    id: "modelNotice",
    locale: "fr",
    from: "2022-05-28",
    articles: ["R221-3", "L221-5"],
    source: "Code de la consommation, annexe à l'article R221-3",
    verbatim: true,
    paragraphs: [
      "INFORMATIONS CONCERNANT L'EXERCICE DU DROIT DE RÉTRACTATION",
      "Droit de rétractation",
      "Vous avez le droit de vous rétracter du présent contrat sans donner de motif dans un délai de quatorze jours.",
      "Le délai de rétractation expire quatorze jours après le jour (1).",
      "Pour exercer le droit de rétractation, vous devez nous notifier (2) votre décision de rétractation du présent contrat au moyen d'une déclaration dénuée d'ambiguïté (par exemple, lettre envoyée par la poste ou courrier électronique). Vous pouvez utiliser le modèle de formulaire de rétractation mais ce n'est pas obligatoire (3).",
      "Pour que le délai de rétractation soit respecté, il suffit que vous transmettiez votre communication relative à l'exercice du droit de rétractation avant l'expiration du délai de rétractation.",
      "Effets de rétractation",
      "En cas de rétractation de votre part du présent contrat, nous vous rembourserons tous les paiements reçus de vous, y compris les frais de livraison (à l'exception des frais supplémentaires découlant du fait que vous avez choisi, le cas échéant, un mode de livraison autre que le mode moins coûteux de livraison standard proposé par nous) sans retard excessif et, en tout état de cause, au plus tard quatorze jours à compter du jour où nous sommes informés de votre décision de rétractation du présent contrat. Nous procéderons au remboursement en utilisant le même moyen de paiement que celui que vous aurez utilisé pour la transaction initiale, sauf si vous convenez expressément d'un moyen différent ; en tout état de cause, ce remboursement n'occasionnera pas de frais pour vous (4).",
      "(5)",
      "(6)",
    ],
  },
  {
    id: "modelNotice",
    locale: "en",
    from: "2026-06-19",
    articles: ["R221-3", "Dir. 2011/83"],
    source: "Directive 2011/83/EU, annex I(A), as amended by Directive (EU) 2023/2673 (U5)",
    verbatim: false,
    paragraphs: [
      "Right of withdrawal. You have the right to withdraw from this contract within 14 days without giving any reason. The withdrawal period will expire after 14 days from the day [1]. To exercise the right of withdrawal, you must inform us [2] of your decision to withdraw from this contract by an unequivocal statement (e.g. a letter sent by post or e-mail). You may use the attached model withdrawal form, but it is not obligatory. [3] To meet the withdrawal deadline, it is sufficient for you to send your communication concerning your exercise of the right of withdrawal before the withdrawal period has expired.",
      "Effects of withdrawal. If you withdraw from this contract, we shall reimburse to you all payments received from you, including the costs of delivery (with the exception of the supplementary costs resulting from your choice of a type of delivery other than the least expensive type of standard delivery offered by us), without undue delay and in any event not later than 14 days from the day on which we are informed about your decision to withdraw from this contract. We will carry out such reimbursement using the same means of payment as you used for the initial transaction, unless you have expressly agreed otherwise; in any event, you will not incur any fees as a result of such reimbursement. [4] [5] [6]",
    ],
  },
])
