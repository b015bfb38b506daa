/** The official languages of the Union for which the labels of the withdrawal function exist. */
export const LABEL_LANGUAGES = [
  "fr",
  "en",
  "de",
  "es",
  "it",
  "nl",
  "pt",
  "pl",
  "cs",
  "sk",
  "da",
  "sv",
  "fi",
  "hu",
  "ro",
  "bg",
  "el",
  "hr",
  "sl",
  "et",
  "lv",
  "lt",
  "ga",
  "mt",
] as const

export type LabelLocale = (typeof LABEL_LANGUAGES)[number]
