import type { TermsTexts } from "./fr"

/** Words of the page of the terms of sale in English. */
export const en: TermsTexts = {
  title: "Terms of sale",
  version: "Version {version}, published on {date}",
  hash: "SHA-256 hash of the text",
  older: "These terms are no longer in force. They stay readable here for the orders placed under them.",
  inForce: "Read the terms in force",
  otherLanguage: "These terms are published in French only.",
  versions: "All versions",
  missingTitle: "Terms of sale not found",
  missing: "The seller has not published his terms of sale here yet. Ask him for them.",
  missingVersion: "There is no such version of the terms of sale.",
}
