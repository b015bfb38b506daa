import { useState } from "react"
import { useTranslation } from "react-i18next"
import { basesFor, type DeclineBasis } from "../../lib/desk"
import type { Withdrawal } from "../../lib/types"
import { ActDrawer } from "./act-drawer"
import { ChoiceField, TextField } from "./fields"

/** Fewer say nothing to a customer. */
const SHORTEST = 10

/** A ground that the customer reads, as the forms ask for it. */
export const GroundField = ({
  value,
  onChange,
  tried,
  label,
  hint,
}: {
  value: string
  onChange: (value: string) => void
  tried: boolean
  label?: string
  hint?: string
}) => {
  const { t } = useTranslation("hamon")
  return (
    <TextField
      label={label ?? t("desk.ground")}
      hint={hint ?? t("desk.groundHint")}
      error={tried && !isGround(value) ? t("desk.groundError") : null}
      value={value}
      onChange={onChange}
    />
  )
}

export function isGround(text: string): boolean {
  return text.trim().length >= SHORTEST
}

/** Declines the whole declaration. */
export const Decline = ({ withdrawal }: { withdrawal: Withdrawal }) => {
  const { t } = useTranslation("hamon")
  const bases = basesFor(withdrawal)
  const [basis, setBasis] = useState<DeclineBasis>(bases[0])
  const [ground, setGround] = useState("")
  const chosen = bases.includes(basis) ? basis : bases[0]
  return (
    <ActDrawer
      act="decline"
      withdrawalId={withdrawal.id}
      request={() => (isGround(ground) ? { path: "decline", body: { basis: chosen, ground: ground.trim() } } : null)}
    >
      {(tried) => (
        <>
          <ChoiceField
            label={t("desk.basisLabel")}
            value={chosen}
            onChange={(value) => setBasis(value as DeclineBasis)}
            choices={bases.map((value) => ({ value, label: t(`desk.basis.${value}`) }))}
          />
          <GroundField value={ground} onChange={setGround} tried={tried} />
        </>
      )}
    </ActDrawer>
  )
}

/** Accepts a late declaration. */
export const AcceptLate = ({ id }: { id: string }) => <Grounded act="accept_late" path="accept-late" id={id} />

/** Opens again what was declined or closed. */
export const Reopen = ({ id }: { id: string }) => <Grounded act="reopen" path="reopen" id={id} />

const Grounded = ({ act, path, id }: { act: "accept_late" | "reopen"; path: string; id: string }) => {
  const [ground, setGround] = useState("")
  return (
    <ActDrawer
      act={act}
      withdrawalId={id}
      request={() => (isGround(ground) ? { path, body: { ground: ground.trim() } } : null)}
    >
      {(tried) => <GroundField value={ground} onChange={setGround} tried={tried} />}
    </ActDrawer>
  )
}
