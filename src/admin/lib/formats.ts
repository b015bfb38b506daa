import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { Amount, Bilingual, CivilDate, Instant } from "./types"

/** Dates, amounts and reasons in the language of the admin. */
export function useFormats() {
  const { i18n } = useTranslation("hamon")
  return useMemo(() => formatsIn(i18n.language), [i18n.language])
}

function formatsIn(language: string) {
  // The dashboard writes `ptBR` where Intl reads `pt-BR`.
  const locale = language.replace(/([a-z])([A-Z])/g, "$1-$2")
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" })
  const instants = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" })
  return {
    /** A civil date: no zone may move it. */
    day: (date: CivilDate) => days.format(new Date(`${date}T00:00:00Z`)),
    /** An instant where the reader is, as Medusa's own pages show it. */
    instant: (at: Instant) => instants.format(new Date(at)),
    amount: (amount: Amount | number, currency: string) =>
      new Intl.NumberFormat(locale, { style: "currency", currency: currency.toUpperCase() }).format(Number(amount)),
    /** The law explains itself in two languages; whoever reads neither is given English, as the dashboard does. */
    reason: (reason: Bilingual) => (locale.toLowerCase().startsWith("fr") ? reason.fr : reason.en),
  }
}
