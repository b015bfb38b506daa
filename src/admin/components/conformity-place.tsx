import { ArrowUpRightOnBox } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Place } from "../lib/conformity"

/** Medusa's blue of links has too little contrast for letters this small (WCAG 1.4.3). */
const LINK =
  "text-ui-fg-subtle hover:text-ui-fg-base inline-flex items-center gap-1 underline underline-offset-2 break-all"

/** Leads to where a duty is mended. @param title what is opened, for whoever hears links without their row */
export const ConformityPlace = ({ place, title }: { place: Place; title: string }) => {
  const { t } = useTranslation("hamon")
  if (place.kind === "option") return <>{t("conformity.optionOf", { option: place.option })}</>
  if (place.kind === "admin") {
    return (
      <Link to={place.path} className={LINK} aria-label={t("conformity.openFor", { title })}>
        {t("conformity.open")}
      </Link>
    )
  }
  return (
    <a href={place.url} target="_blank" rel="noreferrer" className={LINK}>
      {place.url}
      <ArrowUpRightOnBox aria-hidden />
      <span className="sr-only">{t("conformity.newTab")}</span>
    </a>
  )
}
