import type { MerchantDraft } from "../merchant-draft"
import { type DutyRule, met, wrong } from "./duty"

/** The platform of Regulation 524/2013, in any language and spelling of its address. */
const ODR = /ec\.europa\.eu\/+(?:consumers\/+odr|odr)\b|webgate\.ec\.europa\.eu\/+odr/i

/** Whether a text points to the EU platform for online disputes, closed since 20 July 2025 (Regulation (EU) 2024/3228). */
export function closedPlatform(text: string): boolean {
  return ODR.test(text)
}

/** No text of the merchant sends a customer to a platform that is closed. */
export const CLOSED_PLATFORM: DutyRule = {
  id: "closed_platform",
  articles: ["Reg. (UE) 2024/3228"],
  place: "mediator",
  weight: "required",
  title: { fr: "Pas de lien vers la plateforme européenne fermée", en: "No link to the closed European platform" },
  check: ({ merchant, terms }) => {
    const places = [
      ...Object.keys(merchant).filter((member) => closedPlatform(textsOf(merchant[member as keyof MerchantDraft]))),
      ...terms.filter(({ body }) => closedPlatform(body)).map(({ locale }) => `terms (${locale})`),
    ]
    if (places.length === 0) return met()
    return wrong(
      `Enlevez le lien vers ec.europa.eu/consumers/odr : la plateforme est fermée. Il est dans : ${places.join(", ")}.`,
      `Remove the link to ec.europa.eu/consumers/odr: the platform is closed. It is in: ${places.join(", ")}.`,
    )
  },
}

function textsOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? "")
}
