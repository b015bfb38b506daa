import { useState } from "react"
import { useTranslation } from "react-i18next"
import { civilDate } from "../../lib/civil-date"
import type { Deduction, Withdrawal } from "../../lib/types"
import { ActDrawer } from "./act-drawer"
import { ChoiceField, LineField, TextField } from "./fields"
import { GroundField, isGround } from "./grounded"

const MEANS = ["transfer", "voucher", "other", "original"] as const

/** What a customer said by post or telephone: its day, his words, and how they can be shown. */
function useNoted() {
  const { t } = useTranslation("hamon")
  const today = civilDate(new Date())
  const [on, setOn] = useState(today)
  const [ground, setGround] = useState("")
  const isDay = on !== "" && on <= today
  return {
    noted: isDay && isGround(ground) ? { on, ground: ground.trim() } : null,
    fields: (tried: boolean) => (
      <>
        <LineField
          label={t("desk.saidOn")}
          type="date"
          max={today}
          error={tried && !isDay ? t("desk.dayError") : null}
          value={on}
          onChange={setOn}
        />
        <GroundField
          value={ground}
          onChange={setGround}
          tried={tried}
          label={t("desk.saidHow")}
          hint={t("desk.saidHowHint")}
        />
      </>
    ),
  }
}

/** Notes what a customer answered to a proposed deduction. */
export const NoteAnswer = ({ id, deduction }: { id: string; deduction: Deduction }) => {
  const { t } = useTranslation("hamon")
  const [answer, setAnswer] = useState("")
  const { noted, fields } = useNoted()
  return (
    <ActDrawer
      act="answer"
      withdrawalId={id}
      request={() =>
        answer && noted ? { path: `deductions/${deduction.id}/answer`, body: { answer, ...noted } } : null
      }
    >
      {(tried) => (
        <>
          <ChoiceField
            label={t("desk.answer")}
            error={tried && !answer ? t("desk.chooseError") : null}
            value={answer}
            onChange={setAnswer}
            choices={[
              { value: "", label: t("desk.choose") },
              { value: "accepted", label: t("desk.answerAccepted") },
              { value: "contested", label: t("desk.answerContested") },
            ]}
          />
          {fields(tried)}
        </>
      )}
    </ActDrawer>
  )
}

/** Notes that a customer agreed to another means of refund (L221-24), or goes back to his own. */
export const NoteMeans = ({ withdrawal }: { withdrawal: Withdrawal }) => {
  const { t } = useTranslation("hamon")
  const [means, setMeans] = useState("")
  const [details, setDetails] = useState("")
  const { noted, fields } = useNoted()
  const offered = MEANS.filter((one) => one !== "original" || withdrawal.other_means !== null)
  const missing = means === "transfer" && details.trim() === ""
  const kept = means === "original" ? "" : details.trim()
  return (
    <ActDrawer
      act="means"
      withdrawalId={withdrawal.id}
      request={() =>
        means && !missing && noted ? { path: "other-means", body: { means, details: kept, ...noted } } : null
      }
    >
      {(tried) => (
        <>
          <ChoiceField
            label={t("means.means")}
            error={tried && !means ? t("desk.chooseError") : null}
            value={means}
            onChange={setMeans}
            choices={[
              { value: "", label: t("desk.choose") },
              ...offered.map((value) => ({ value, label: t(`means.choice.${value}`) })),
            ]}
          />
          {means !== "original" && (
            <TextField
              label={t("means.details")}
              hint={t("means.detailsHint")}
              error={tried && missing ? t("means.detailsError") : null}
              longest={500}
              value={details}
              onChange={setDetails}
            />
          )}
          {fields(tried)}
        </>
      )}
    </ActDrawer>
  )
}

/** Records the proof of dispatch that a customer gave by post or telephone (L221-24, al. 3). */
export const RecordDispatch = ({ id }: { id: string }) => {
  const { t } = useTranslation("hamon")
  const today = civilDate(new Date())
  const [on, setOn] = useState(today)
  const [proof, setProof] = useState("")
  const isDay = on !== "" && on <= today
  return (
    <ActDrawer
      act="dispatch"
      withdrawalId={id}
      request={() =>
        isDay && proof.trim() !== "" ? { path: "proof-of-dispatch", body: { on, proof: proof.trim() } } : null
      }
    >
      {(tried) => (
        <>
          <LineField
            label={t("desk.dispatchedOn")}
            type="date"
            max={today}
            error={tried && !isDay ? t("desk.dayError") : null}
            value={on}
            onChange={setOn}
          />
          <TextField
            label={t("desk.dispatchProof")}
            hint={t("desk.dispatchProofHint")}
            error={tried && proof.trim() === "" ? t("desk.dispatchProofError") : null}
            longest={500}
            value={proof}
            onChange={setProof}
          />
        </>
      )}
    </ActDrawer>
  )
}
