import { Badge, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormats } from "../../lib/formats"
import type { MerchantPlace } from "../../lib/merchant/fields"
import type { MerchantForm } from "../../lib/merchant/use-merchant-form"
import { DutyBadge } from "./duty-badge"
import { MerchantField } from "./merchant-field"

/** The fields of one duty: what it asks, by which article, how it stands, and what to do about it. */
export const Place = ({ place, form }: { place: MerchantPlace; form: MerchantForm }) => {
  const { t } = useTranslation("hamon")
  const { reason } = useFormats()
  const duty = form.duties.find((one) => one.place === place.place && one.id !== "closed_platform")
  const alone = place.fields.length === 1 && place.fields[0].kind === "line"
  const invalid = duty?.state === "wrong" || (form.refused && duty?.state === "missing" && duty.weight === "required")
  const sentenceId = duty?.sentence ? `${place.place}-sentence` : undefined
  return (
    // `relative`: hidden labels are placed by it, or they would lengthen the document behind the page.
    <fieldset id={place.place} className="relative min-w-0 scroll-mt-16 px-6 py-4">
      <legend className="contents">
        <span className={clx("flex flex-wrap items-center gap-x-3 gap-y-1", !duty && "mb-3")}>
          <span className="txt-compact-small-plus">{duty ? reason(duty.title) : t("merchant.part.domain")}</span>
          {duty && <DutyBadge state={duty.state} weight={duty.weight} />}
          {form.changed.includes(place.place) && (
            <Badge size="2xsmall" color="blue">
              {t("merchant.changed")}
            </Badge>
          )}
        </span>
      </legend>
      {duty && (
        <div className="mb-3 mt-1">
          <p className="txt-compact-xsmall text-ui-fg-subtle">{duty.articles.join(" · ")}</p>
          {duty.sentence && (
            <p
              id={sentenceId}
              className={clx("txt-small mt-1 text-pretty", invalid ? "text-ui-fg-error" : "text-ui-fg-subtle")}
            >
              {reason(duty.sentence)}
            </p>
          )}
        </div>
      )}
      {/* A field alone is named by its legend, in the same words. */}
      <div className={clx("grid grid-cols-1 gap-4 sm:grid-cols-2", alone && "[&_label]:sr-only")}>
        {place.fields.map((field) => (
          <MerchantField
            key={field.path}
            field={field}
            values={form.values}
            change={form.change}
            describedBy={sentenceId}
            invalid={invalid}
          />
        ))}
      </div>
    </fieldset>
  )
}
