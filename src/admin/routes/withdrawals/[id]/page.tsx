import { Button } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { Link, type UIMatch, useParams } from "react-router-dom"
import { WithdrawalCrumb } from "../../../components/crumbs"
import { Declaration } from "../../../components/declaration"
import { Acts } from "../../../components/desk/acts"
import { Deductions } from "../../../components/desk/deductions"
import { Given } from "../../../components/desk/given"
import { OtherMeans } from "../../../components/desk/other-means"
import { Standing } from "../../../components/desk/standing"
import { Timeline } from "../../../components/desk/timeline"
import { Letters } from "../../../components/letters"
import { MatchWithdrawal } from "../../../components/match-withdrawal"
import { Failure, Loading, Section, Sentence } from "../../../components/section"
import { AfterAct } from "../../../lib/after-act"
import { isNotFound } from "../../../lib/errors"
import { mayChooseUnits } from "../../../lib/next-acts"
import { useWithdrawal } from "../../../lib/queries"

/** One declaration: what to do next, what was declared, every act, and everything that happened. */
const WithdrawalPage = () => {
  const { t } = useTranslation("hamon")
  const { id = "" } = useParams()
  const { data: withdrawal, error, refetch } = useWithdrawal(id)
  const next = useRef<HTMLDivElement>(null)

  if (!withdrawal) {
    return (
      <Section title={t("menu.withdrawals")} level="h1">
        {!error && <Loading />}
        {error && isNotFound(error) && <Sentence>{t("declaration.unknown")}</Sentence>}
        {error && !isNotFound(error) && <Failure error={error} again={() => void refetch()} />}
      </Section>
    )
  }
  return (
    <AfterAct.Provider value={next}>
      <div className="flex flex-col gap-y-3">
        {withdrawal.order_id && (
          <Button size="small" variant="transparent" className="w-fit" asChild>
            <Link to={`/orders/${withdrawal.order_id}`}>
              {t("declaration.seeOrder", { number: withdrawal.display_id })}
            </Link>
          </Button>
        )}
        <div ref={next} tabIndex={-1} className="outline-none">
          <Standing withdrawal={withdrawal} />
        </div>
        <Acts withdrawal={withdrawal} />
        {withdrawal.other_means && <OtherMeans agreed={withdrawal.other_means} />}
        <Declaration withdrawal={withdrawal} clocks={withdrawal.deadlines} level="h1" actsElsewhere />
        {mayChooseUnits(withdrawal) && <MatchWithdrawal key={withdrawal.id} withdrawal={withdrawal} />}
        <Deductions withdrawal={withdrawal} />
        <Given withdrawal={withdrawal} />
        <Timeline entries={withdrawal.timeline} />
        <Letters letters={withdrawal.letters} />
      </div>
    </AfterAct.Provider>
  )
}

export const handle = { breadcrumb: ({ params }: UIMatch) => <WithdrawalCrumb id={params.id ?? ""} /> }

export default WithdrawalPage
