import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminCustomerGroup, DetailWidgetProps } from "@medusajs/framework/types"
import { Label, Switch, toast } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { Failure, Loading, Section, Sentence } from "../components/section"
import { sentenceOf } from "../lib/errors"
import { useRules, useSaveRules } from "../lib/rules"

/** Says that the customers of a group buy for their trade: they have no right of withdrawal under this law (L221-3). */
const CustomerGroupRightWidget = ({ data }: DetailWidgetProps<AdminCustomerGroup>) => {
  const { t } = useTranslation("hamon")
  const id = useId()
  const { data: rules, error, refetch } = useRules("customer_group", data.id)
  const { mutate, isPending } = useSaveRules("customer_group", data.id)
  const rule = rules?.find(({ kind }) => kind === "outside_right")

  const change = (outside: boolean) => {
    if (outside === Boolean(rule)) return
    const to = rule ? { remove: rule.id } : { kind: "outside_right" as const, value: { reason: "professional" } }
    mutate([to], {
      onSuccess: () => toast.success(t("information.saved")),
      onError: (refused) => toast.error(t("failure.notDone"), { description: sentenceOf(refused) ?? undefined }),
    })
  }

  return (
    <Section title={t("information.right")}>
      {error && <Failure error={error} again={() => void refetch()} />}
      {!rules && !error && <Loading />}
      {rules && (
        <>
          <div className="flex items-center gap-x-3 px-6 py-4">
            <Switch
              id={id}
              checked={Boolean(rule)}
              disabled={isPending}
              aria-describedby={`${id}-meaning`}
              onCheckedChange={change}
            />
            <Label htmlFor={id} size="small" weight="plus">
              {t("information.professional")}
            </Label>
          </div>
          <div id={`${id}-meaning`}>
            <Sentence>{rule ? t("information.professionalOn") : t("information.professionalOff")}</Sentence>
          </div>
        </>
      )}
    </Section>
  )
}

export const config = defineWidgetConfig({ zone: "customer_group.details.after", id: "hamon:customer-group" })

export default CustomerGroupRightWidget
