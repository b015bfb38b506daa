import type { ArticleId } from "../articles"
import { oneOf } from "../foundations/law-error"
import type { Bilingual } from "../foundations/reason"

/** How a consumer came to pay an extra: he said so himself, it was chosen for him unless he objected, or he said nothing. */
export type ExtraConsent = "express" | "default" | "none"

export type ExtraPayment = {
  /** Whether the extra may be asked for. */
  readonly payable: boolean
  /** Whether a consumer who paid it may have it back. */
  readonly refundable: boolean
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

/**
 * Whether an extra may be paid, and must be given back.
 * L121-17 « le professionnel s'assure du consentement exprès du consommateur pour tout paiement supplémentaire venant
 * s'ajouter au prix de l'objet principal du contrat » ; « par défaut, c'est-à-dire en l'absence d'opposition expresse » : the
 * consumer « peut prétendre au remboursement des sommes versées au titre de ce paiement supplémentaire »
 * @throws LawError naming the field
 */
export function extraPayment(consent: ExtraConsent): ExtraPayment {
  oneOf(consent, ["express", "default", "none"], "consent")
  const express = consent === "express"
  return { payable: express, refundable: !express, articles: ["L121-17"], reason: REASONS[consent] }
}

const REASONS: Readonly<Record<ExtraConsent, Bilingual>> = {
  express: {
    fr: "Supplément choisi expressément par le client.",
    en: "An extra that the customer chose expressly.",
  },
  default: {
    fr: "Supplément coché d'avance : ce n'est pas un consentement exprès, le client peut en demander le remboursement (L121-17).",
    en: "An extra that was ticked beforehand: no express consent, and the customer may ask for its refund (L121-17).",
  },
  none: {
    fr: "Supplément sans choix exprès du client : il peut en demander le remboursement (L121-17).",
    en: "An extra without the customer's express choice: he may ask for its refund (L121-17).",
  },
}
