import { useTranslation } from "react-i18next"
import { useFormats } from "../../lib/formats"
import { useMerchantVersions } from "../../lib/merchant/requests"
import { Failure, Loading, Section, Sentence } from "../section"
import { Sheet, SheetCell, SheetRow } from "../sheet"

/** Published versions of the profile: letters and records name them by number. */
export const VersionsCard = () => {
  const { t } = useTranslation("hamon")
  const { instant } = useFormats()
  const { data: versions, error, refetch } = useMerchantVersions()
  const head = [t("merchant.version"), t("merchant.publishedAt"), t("merchant.publishedBy"), t("merchant.hash")]
  return (
    <Section title={t("merchant.section.versions")}>
      {!versions && (error ? <Failure error={error} again={() => void refetch()} /> : <Loading />)}
      {versions?.length === 0 && <Sentence>{t("merchant.neverPublished")}</Sentence>}
      {versions && versions.length > 0 && (
        <Sheet label={t("merchant.section.versions")} head={head.map((title) => ({ title }))}>
          {versions.map(({ id, version, published_at, staff, hash }) => (
            <SheetRow key={id}>
              <SheetCell>{version}</SheetCell>
              <SheetCell>{instant(published_at)}</SheetCell>
              <SheetCell>{staff ?? "–"}</SheetCell>
              <SheetCell>
                <code title={hash}>{hash.slice(0, 12)}</code>
              </SheetCell>
            </SheetRow>
          ))}
        </Sheet>
      )}
    </Section>
  )
}
