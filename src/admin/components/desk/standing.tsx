import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { type NextThing, nextThing } from "../../lib/desk"
import { useFormats } from "../../lib/formats"
import type { Surcharge, WithdrawalDetail } from "../../lib/types"

const WAITING: readonly NextThing[] = ["await_goods", "await_proof", "await_refund", "nothing"]

/** What the declaration asks of staff now, and what its lateness costs. */
export const Standing = ({ withdrawal }: { withdrawal: WithdrawalDetail }) => {
  const { t } = useTranslation("hamon")
  const next = nextThing(withdrawal)
  const { money, outcome, status, deadlines } = withdrawal
  const passed = deadlines.some(({ kind, state }) => kind === "refund" && state === "passed")
  return (
    <div className="flex flex-col gap-y-2">
      <Alert variant={WAITING.includes(next) ? "info" : "warning"} className="text-pretty">
        {status === "closed" && outcome ? t(`desk.outcome.${outcome}`) : t(`desk.next.${next}`)}
      </Alert>
      {money?.surcharge ? <Late surcharge={money.surcharge} /> : passed && <Unknown words="sum_unknown" />}
    </div>
  )
}

const Late = ({ surcharge }: { surcharge: Surcharge }) => {
  const { t } = useTranslation("hamon")
  const { amount, reason } = useFormats()
  const { owed, currency, late, accruing } = surcharge
  if (owed === null) return <Unknown words="rate_missing" />
  const facts = { amount: amount(owed, currency), days: late }
  return (
    <Alert variant="error" className="text-pretty">
      <p className="txt-compact-small-plus">{t(`desk.surcharge.${accruing ? "accruing" : "fixed"}`, facts)}</p>
      {surcharge.reason && <p className="txt-small mt-1">{reason(surcharge.reason)}</p>}
      <p className="txt-compact-xsmall mt-1">{t("clock.articles", { articles: surcharge.articles.join(", ") })}</p>
    </Alert>
  )
}

const Unknown = ({ words }: { words: "rate_missing" | "sum_unknown" }) => {
  const { t } = useTranslation("hamon")
  return (
    <Alert variant="error" className="text-pretty">
      {t(`desk.surcharge.${words}`)}
    </Alert>
  )
}
