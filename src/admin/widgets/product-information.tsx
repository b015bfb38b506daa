import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { StatusBadge } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { EditRules } from "../components/edit-rules"
import { ExceptionFact, ExtraFact, NatureFact } from "../components/rule-facts"
import { Actions, Facts, Failure, Loading, Section } from "../components/section"
import { useFormats } from "../lib/formats"
import { useProductPicture } from "../lib/rules"

/** What is missing before the product may be sold to consumers, and where it is written (L111-1, L221-5, L221-28). */
const ProductInformationWidget = ({ data }: DetailWidgetProps<AdminProduct>) => {
  const { t } = useTranslation("hamon")
  const { reason } = useFormats()
  const { data: picture, error, refetch } = useProductPicture(data.id)

  // Medusa reads its product again when staff changed its description or categories: what is missing changes with it.
  const read = useRef(data)
  useEffect(() => {
    if (read.current === data) return
    read.current = data
    void refetch()
  }, [data, refetch])

  if (!picture) {
    return (
      <Section title={t("information.title")}>
        {error ? <Failure error={error} again={() => void refetch()} /> : <Loading />}
      </Section>
    )
  }
  const missing = picture.duties.filter(({ state }) => state === "missing")
  return (
    <Section
      title={t("information.title")}
      aside={
        <StatusBadge color={picture.complete ? "green" : "red"} className="text-nowrap">
          {picture.complete ? t("information.complete") : t("information.missing")}
        </StatusBadge>
      }
    >
      {missing.length > 0 && (
        <ul className="flex flex-col gap-y-3 px-6 py-4">
          {missing.map(({ id, sentence, articles }) => (
            <li key={id} className="txt-small text-ui-fg-error text-pretty">
              {reason(sentence)} <span className="text-ui-fg-subtle">({articles.join(", ")})</span>
            </li>
          ))}
        </ul>
      )}
      <Facts>
        <NatureFact nature={picture.nature} />
        <ExceptionFact exception={picture.exception} />
        {picture.extra && <ExtraFact name={picture.extra.name} />}
      </Facts>
      <Actions>
        <EditRules target="product" id={data.id} />
      </Actions>
    </Section>
  )
}

export const config = defineWidgetConfig({ zone: "product.details.side.after", id: "hamon:product" })

export default ProductInformationWidget
