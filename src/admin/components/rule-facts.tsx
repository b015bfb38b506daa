import { useTranslation } from "react-i18next"
import { useFormats } from "../lib/formats"
import { useExceptions } from "../lib/rules"
import type { Bilingual } from "../lib/types"
import { Fact } from "./section"

export const NatureFact = ({ nature }: { nature: string }) => {
  const { t } = useTranslation("hamon")
  return <Fact label={t("information.nature")}>{t(`information.natures.${nature}`)}</Fact>
}

/** That it is a paid extra, by the name that customers read. */
export const ExtraFact = ({ name }: { name: Bilingual }) => {
  const { t } = useTranslation("hamon")
  const { reason } = useFormats()
  return <Fact label={t("information.extra")}>{reason(name)}</Fact>
}

/** The exception as customers read it. */
export const ExceptionFact = ({ exception }: { exception: number | null }) => {
  const { t } = useTranslation("hamon")
  const { reason } = useFormats()
  const { data: exceptions = [] } = useExceptions()
  const mention = exceptions.find(({ number }) => number === exception)?.mention
  return (
    <Fact label={t("information.exception")}>
      {exception === null ? t("information.noException") : mention ? reason(mention) : `L221-28, ${exception}°`}
    </Fact>
  )
}
