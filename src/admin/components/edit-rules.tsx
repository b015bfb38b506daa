import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRules } from "../lib/rules"
import { RuleForm } from "./rule-form"
import { Failure, Loading } from "./section"
import { SideDrawer } from "./side-drawer"

/** Opens the form of what is said of a product or a category. */
export const EditRules = ({ target, id }: { target: "product" | "category"; id: string }) => {
  const { t } = useTranslation("hamon")
  const [open, setOpen] = useState(false)
  const { data: rules, error, refetch } = useRules(target, id)
  return (
    <SideDrawer
      button={t("information.edit")}
      title={t("information.formTitle")}
      intro={t(`information.intro.${target}`)}
      open={open}
      onOpenChange={setOpen}
    >
      {rules ? (
        <RuleForm target={target} id={id} rules={rules} onSaved={() => setOpen(false)} />
      ) : error ? (
        <Failure error={error} again={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </SideDrawer>
  )
}
