import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { exceptionMentions } from "../../../../checkout/texts/exceptions"
import { WITHDRAWAL_EXCEPTIONS } from "../../../../law"

/** The thirteen exceptions to the right of withdrawal (L221-28): their words, what customers are told, what must be shown. */
export async function GET(_: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const fr = exceptionMentions("fr")
  const en = exceptionMentions("en")
  res.json({
    exceptions: WITHDRAWAL_EXCEPTIONS.map(({ number, words, effect, evidence }) => ({
      number,
      words,
      effect,
      evidence,
      mention: { fr: fr[number], en: en[number] },
    })),
  })
}
