import { useState } from "react"
import { useTranslation } from "react-i18next"
import { lookedAt, type LookedAt as Flag } from "../../lib/desk"
import type { Withdrawal } from "../../lib/types"
import { ActDrawer } from "./act-drawer"
import { ChoiceField } from "./fields"
import { GroundField, isGround } from "./grounded"

/** Lifts the hold on goods that had not left: they may be sent although they were withdrawn. */
export const LiftHold = ({ id }: { id: string }) => <Hold id={id} act="hold" does="lift" />

/** Holds them again: after an objection, or a change of mind. */
export const HoldAgain = ({ id }: { id: string }) => <Hold id={id} act="hold_again" does="hold" />

const Hold = ({ id, act, does }: { id: string; act: "hold" | "hold_again"; does: "lift" | "hold" }) => {
  const { t } = useTranslation("hamon")
  const [ground, setGround] = useState("")
  return (
    <ActDrawer
      act={act}
      withdrawalId={id}
      request={() => (isGround(ground) ? { path: "hold", body: { act: does, ground: ground.trim() } } : null)}
    >
      {(tried) => (
        <>
          <p className="txt-small text-ui-fg-subtle text-pretty">{t("desk.holdHelp")}</p>
          <GroundField value={ground} onChange={setGround} tried={tried} hint={t("desk.groundKept")} />
        </>
      )}
    </ActDrawer>
  )
}

/** Settles what a flag says: a person has looked, and says what he found. */
export const LookedAt = ({ withdrawal }: { withdrawal: Withdrawal }) => {
  const { t } = useTranslation("hamon")
  const flags = lookedAt(withdrawal)
  const [chosen, setChosen] = useState<Flag>(flags[0])
  const [ground, setGround] = useState("")
  const flag = flags.includes(chosen) ? chosen : flags[0]
  return (
    <ActDrawer
      act="looked_at"
      withdrawalId={withdrawal.id}
      request={() => (isGround(ground) ? { path: "looked-at", body: { flag, ground: ground.trim() } } : null)}
    >
      {(tried) => (
        <>
          <ChoiceField
            label={t("declaration.flags")}
            hint={t(`desk.lookedAt.${flag}`)}
            value={flag}
            onChange={(value) => setChosen(value as Flag)}
            choices={flags.map((value) => ({ value, label: t(`flag.${value}`) }))}
          />
          <GroundField
            value={ground}
            onChange={setGround}
            tried={tried}
            label={t("desk.found")}
            hint={t("desk.groundKept")}
          />
        </>
      )}
    </ActDrawer>
  )
}
