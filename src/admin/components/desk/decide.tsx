import { useState } from "react"
import { useTranslation } from "react-i18next"
import { LINE_BASES } from "../../lib/desk"
import { useFormats } from "../../lib/formats"
import { useExceptions } from "../../lib/rules"
import type { Withdrawal, WithdrawalLine } from "../../lib/types"
import { ActDrawer } from "./act-drawer"
import { ChoiceField, TextField } from "./fields"
import { GroundField, isGround } from "./grounded"

const EXCEPTIONS = Array.from({ length: 13 }, (_, index) => String(index + 1))

/** Numbers in L221-28 of exceptions that rest on the customer's consent: without it the right stands. */
const BY_CONSENT = ["1", "13"]

/** Decides on one line: counted as withdrawn, or declined with the exception on which that rests (L221-28). */
export const Decide = ({ withdrawal }: { withdrawal: Withdrawal }) => {
  const { t } = useTranslation("hamon")
  const { reason } = useFormats()
  const open = withdrawal.lines.filter(({ decision }) => decision !== "declined")
  const first = open.find(({ decision }) => decision === "pending") ?? open[0]
  const [lineId, setLineId] = useState(first.id)
  const [decision, setDecision] = useState("")
  const [chosen, setChosen] = useState<string | null>(null)
  const [ground, setGround] = useState("")
  const [consent, setConsent] = useState("")
  const line = open.find(({ id }) => id === lineId) ?? first
  // What the checkout announced of this article, until somebody says otherwise.
  const rests = chosen ?? String(line.exception ?? "")
  const restsOnNothing = decision === "declined" && rests === ""
  const needsConsent = decision === "declined" && BY_CONSENT.includes(rests)
  const complete = decision !== "" && !restsOnNothing && isGround(ground) && (!needsConsent || isGround(consent))
  const { data: exceptions = [] } = useExceptions()
  const law = exceptions.find(({ number }) => String(number) === rests)

  const request = () => {
    if (!complete) return null
    const isException = EXCEPTIONS.includes(rests)
    const basis = isException ? { exception: Number(rests) } : { basis: rests }
    const declined = decision === "declined" && { ...basis, ...(needsConsent && { consent: consent.trim() }) }
    const one = { line_id: line.id, decision, ground: ground.trim(), ...declined }
    return { path: "decisions", body: { decisions: [one] } }
  }
  return (
    <ActDrawer act="decide" withdrawalId={withdrawal.id} request={request}>
      {(tried) => (
        <>
          <ChoiceField
            label={t("desk.line")}
            value={line.id}
            onChange={(id) => {
              setLineId(id)
              setChosen(null)
            }}
            choices={open.map((one) => ({ value: one.id, label: nameOf(one) }))}
          />
          <ChoiceField
            label={t("desk.decision")}
            error={tried && decision === "" ? t("desk.chooseError") : null}
            value={decision}
            onChange={setDecision}
            choices={[
              { value: "", label: t("desk.choose") },
              ...(line.decision === "pending" ? [{ value: "withdrawn", label: t("desk.accepted") }] : []),
              { value: "declined", label: t("desk.declined") },
            ]}
          />
          {decision === "declined" && (
            <ChoiceField
              label={t("desk.exception")}
              hint={law && reason(law.mention)}
              error={tried && restsOnNothing ? t("desk.exceptionError") : null}
              value={rests}
              onChange={setChosen}
              choices={[
                { value: "", label: t("desk.choose") },
                ...EXCEPTIONS.map((value) => ({ value, label: t("desk.exceptionNumber", { number: value }) })),
                ...LINE_BASES.map((value) => ({ value, label: t(`desk.basis.${value}`) })),
              ]}
            />
          )}
          {needsConsent && (
            <TextField
              label={t("desk.consent")}
              hint={t("desk.consentHint")}
              error={tried && !isGround(consent) ? t("desk.consentError") : null}
              value={consent}
              onChange={setConsent}
            />
          )}
          <GroundField value={ground} onChange={setGround} tried={tried} />
        </>
      )}
    </ActDrawer>
  )
}

function nameOf({ quantity, title }: WithdrawalLine): string {
  return `${quantity} × ${title}`
}
