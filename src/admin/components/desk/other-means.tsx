import { useTranslation } from "react-i18next"
import { useFormats } from "../../lib/formats"
import type { OtherMeans as Agreed } from "../../lib/types"
import { Fact, Facts, Section } from "../section"

/** Another means of refund (L221-24): what the customer agreed to, and where his money goes. For whoever pays it. */
export const OtherMeans = ({ agreed }: { agreed: Agreed }) => {
  const { t } = useTranslation("hamon")
  const { day, instant } = useFormats()
  const { means, details, textShown, at, noted, noted_by_name: who } = agreed
  return (
    <Section title={t("means.title")}>
      <Facts>
        <Fact label={t("means.means")}>{t(`means.choice.${means}`)}</Fact>
        <Fact label={t("means.details")}>
          <span className="text-ui-fg-base whitespace-pre-line [overflow-wrap:anywhere]">
            {details || t("means.noDetails")}
          </span>
        </Fact>
        <Fact label={t("means.agreed")}>
          <div>{noted ? day(noted.on) : instant(at)}</div>
          <div className="txt-small mt-1 [overflow-wrap:anywhere]">{t("desk.said", { ground: textShown })}</div>
          {noted && <div className="txt-small mt-1">{t("means.notedBy", { who: who ?? t("files.staff") })}</div>}
        </Fact>
      </Facts>
    </Section>
  )
}
