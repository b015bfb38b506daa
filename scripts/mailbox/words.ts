/** The words of the mailbox page. */

export type Language = "fr" | "en"

const FRENCH = {
  title: "Boîte aux lettres",
  inbox: "Messages reçus",
  home: "Tous les messages",
  language: "Langue",
  count: (count: number): string => (count === 0 ? "Aucun message" : count === 1 ? "1 message" : `${count} messages`),
  empty: (port: number): string => `Les messages envoyés par SMTP à 127.0.0.1:${port} s’affichent ici.`,
  list: "Messages, du plus récent au plus ancien",
  noSubject: "(sans objet)",
  to: "À",
  toColon: "À :",
  from: "De",
  date: "Date",
  received: "Reçu",
  details: "En-têtes",
  parts: "Parties du message",
  html: "Version HTML",
  text: "Version texte",
  attachments: "Pièces jointes",
  source: "Source",
  download: "Télécharger la source (.eml)",
  noHtml: "Ce message n’a pas de version HTML.",
  noText: "Ce message n’a pas de version texte.",
  noAttachments: "Ce message n’a pas de pièce jointe.",
  bytes: (bytes: number): string => `${new Intl.NumberFormat("fr-FR").format(bytes)} octets`,
  refreshing: "La page s’actualise toutes les 5 secondes.",
  pause: "Suspendre",
  paused: "L’actualisation est suspendue.",
  resume: "Reprendre",
  newer: "Plus récents",
  older: "Plus anciens",
  pages: "Pages",
  skip: "Aller au contenu",
  notFound: "Page introuvable",
  notFoundText: "Ce message n’existe pas, ou plus.",
  failure: "Erreur",
  failureText: "Ce message ne peut pas être lu.",
}

const ENGLISH: typeof FRENCH = {
  title: "Mailbox",
  inbox: "Received messages",
  home: "All messages",
  language: "Language",
  count: (count) => (count === 0 ? "No message" : count === 1 ? "1 message" : `${count} messages`),
  empty: (port) => `Messages sent by SMTP to 127.0.0.1:${port} appear here.`,
  list: "Messages, newest first",
  noSubject: "(no subject)",
  to: "To",
  toColon: "To:",
  from: "From",
  date: "Date",
  received: "Received",
  details: "Headers",
  parts: "Parts of the message",
  html: "HTML version",
  text: "Text version",
  attachments: "Attachments",
  source: "Source",
  download: "Download the source (.eml)",
  noHtml: "This message has no HTML version.",
  noText: "This message has no text version.",
  noAttachments: "This message has no attachment.",
  bytes: (bytes) => `${new Intl.NumberFormat("en-GB").format(bytes)} bytes`,
  refreshing: "The page refreshes itself every 5 seconds.",
  pause: "Pause",
  paused: "Refreshing is paused.",
  resume: "Resume",
  newer: "Newer",
  older: "Older",
  pages: "Pages",
  skip: "Skip to content",
  notFound: "Page not found",
  notFoundText: "This message does not exist, or no longer does.",
  failure: "Error",
  failureText: "This message cannot be read.",
}

/** The words of a language. */
export const WORDS: Record<Language, typeof FRENCH> = { fr: FRENCH, en: ENGLISH }

/** The language asked for by the address, else the one the browser prefers; French unless English is preferred. */
export function languageOf(asked: string | null, accepted = ""): Language {
  if (asked === "fr" || asked === "en") return asked
  const weight = (language: Language): number => {
    const weights = accepted.split(",").map((part) => {
      const [tag, ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const quality = parameters.find((parameter) => parameter.startsWith("q="))
      return tag.split("-")[0] === language ? Number(quality?.slice(2) ?? 1) || 0 : 0
    })
    return Math.max(...weights)
  }
  return weight("en") > weight("fr") ? "en" : "fr"
}

/** A moment as people of Paris write it. */
export function moment(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", {
    dateStyle: "long",
    timeStyle: "medium",
    timeZone: "Europe/Paris",
  }).format(date)
}
