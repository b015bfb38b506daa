import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProductCategory, DetailWidgetProps } from "@medusajs/framework/types"
import { useTranslation } from "react-i18next"
import { EditRules } from "../components/edit-rules"
import { ExceptionFact, ExtraFact, NatureFact } from "../components/rule-facts"
import { Actions, Facts, Failure, Loading, Section, Sentence } from "../components/section"
import { formOf } from "../lib/rule-form"
import { useRules } from "../lib/rules"

/** What is said of the products of a category, where they say nothing of their own. */
const CategoryInformationWidget = ({ data }: DetailWidgetProps<AdminProductCategory>) => {
  const { t } = useTranslation("hamon")
  const { data: rules, error, refetch } = useRules("category", data.id)
  const form = rules && formOf(rules)
  return (
    <Section title={t("information.title")}>
      {error && <Failure error={error} again={() => void refetch()} />}
      {!form && !error && <Loading />}
      {form && (
        <>
          <Sentence>{t("information.ofCategory")}</Sentence>
          {rules.length > 0 && (
            <Facts>
              <NatureFact nature={form.nature} />
              <ExceptionFact exception={form.exception} />
              {form.extra && <ExtraFact name={form.extraName} />}
            </Facts>
          )}
          <Actions>
            <EditRules target="category" id={data.id} />
          </Actions>
        </>
      )}
    </Section>
  )
}

export const config = defineWidgetConfig({ zone: "product_category.details.side.after", id: "hamon:category" })

export default CategoryInformationWidget
