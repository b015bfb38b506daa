import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ActDrawer } from "./act-drawer"
import { ChoiceField } from "./fields"
import { GroundField, isGround } from "./grounded"

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

/** Lifts the hold on goods that had not left: they may be sent although they were withdrawn. */
export const LiftHold = ({ id }: { id: string }) => {
  const { t } = useTranslation("hamon")
  const [ground, setGround] = useState("")
  return (
    <ActDrawer
      act="hold"
      withdrawalId={id}
      request={() => (isGround(ground) ? { path: "hold", body: { act: "lift", ground: ground.trim() } } : null)}
    >
      {(tried) => (
        <>
          <p className="txt-small text-ui-fg-subtle text-pretty">{t("desk.holdHelp")}</p>
          <GroundField value={ground} onChange={setGround} tried={tried} />
        </>
      )}
    </ActDrawer>
  )
}
