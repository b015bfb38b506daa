import { useTranslation } from "react-i18next"
import { useFormats } from "../../lib/formats"
import type { TermsVersion } from "../../lib/merchant/types"
import { Sheet, SheetCell, SheetRow } from "../sheet"

const BACKEND = ((typeof __BACKEND_URL__ !== "undefined" && __BACKEND_URL__) || "").replace(/\/+$/, "")

/** Every version of the terms of sale, each a way to the page on which customers read it. */
export const TermsVersions = ({ terms }: { terms: readonly TermsVersion[] }) => {
  const { t } = useTranslation("hamon")
  const { instant } = useFormats()
  if (terms.length === 0) return null
  const head = [t("merchant.version"), t("merchant.publishedAt"), t("merchant.publishedBy"), t("merchant.hash")]
  return (
    <Sheet label={t("merchant.termsVersions")} head={head.map((title) => ({ title }))}>
      {terms.map(({ id, locale, version, current, published_at, staff, hash }) => (
        <SheetRow key={id}>
          <SheetCell>
            <a
              className="text-ui-fg-base underline"
              href={`${BACKEND}/conditions-de-vente?lang=${locale}&version=${version}`}
              target="_blank"
              rel="noreferrer"
            >
              {t("merchant.termsVersion", { locale, version })}
            </a>
            {current && ` – ${t("merchant.current")}`}
          </SheetCell>
          <SheetCell>{instant(published_at)}</SheetCell>
          <SheetCell>{staff ?? "–"}</SheetCell>
          <SheetCell>
            <code title={hash}>{hash.slice(0, 12)}</code>
          </SheetCell>
        </SheetRow>
      ))}
    </Sheet>
  )
}
