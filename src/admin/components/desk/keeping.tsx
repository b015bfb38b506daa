import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ActDrawer } from "./act-drawer"
import { ChoiceField } from "./fields"

/** Answers a customer who asked to keep the goods after all. */
export const AnswerKeeping = ({ id }: { id: string }) => {
  const { t } = useTranslation("hamon")
  const [decision, setDecision] = useState("")
  return (
    <ActDrawer
      act="keeping"
      withdrawalId={id}
      request={() => (decision ? { path: "keep-goods", body: { decision } } : null)}
    >
      {(tried) => (
        <ChoiceField
          label={t("desk.decision")}
          error={tried && !decision ? t("desk.chooseError") : null}
          value={decision}
          onChange={setDecision}
          choices={[
            { value: "", label: t("desk.choose") },
            { value: "agreed", label: t("desk.keepAgreed") },
            { value: "refused", label: t("desk.keepRefused") },
          ]}
        />
      )}
    </ActDrawer>
  )
}
