import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { mayApprove, mayChooseUnits } from "../lib/next-acts"
import type { Deadline, Withdrawal } from "../lib/types"
import { ApproveRefund } from "./approve-refund"
import { WithdrawalStatusBadge } from "./badges"
import { Clock } from "./clock"
import { DeclarationFacts } from "./declaration-facts"
import { Refunds } from "./refunds"
import { Actions, Facts, Part, Section } from "./section"
import { WithdrawnUnits } from "./withdrawn-units"

type Props = {
  withdrawal: Withdrawal
  /** The clocks of this declaration. */
  clocks: readonly Deadline[]
  level?: "h1" | "h2"
  /** Whether units are chosen on another page than this one. */
  unitsElsewhere?: boolean
  /** Whether the page has a card of its own for what staff may do. */
  actsElsewhere?: boolean
}

/** One declaration of withdrawal, from what was declared to the money that went back. */
export const Declaration = ({
  withdrawal,
  clocks,
  level = "h2",
  unitsElsewhere = false,
  actsElsewhere = false,
}: Props) => {
  const { t } = useTranslation("hamon")
  const choose = unitsElsewhere && mayChooseUnits(withdrawal)
  const approve = !actsElsewhere && mayApprove(withdrawal)
  const returnClock = clocks.find(({ kind }) => kind === "return_of_goods")
  const refundClock = clocks.find(({ kind }) => kind === "refund")
  return (
    <Section
      title={t("declaration.title", { reference: withdrawal.reference })}
      level={level}
      aside={<WithdrawalStatusBadge status={withdrawal.status} />}
    >
      <DeclarationFacts withdrawal={withdrawal} />
      {withdrawal.order_id && <WithdrawnUnits lines={withdrawal.lines} />}
      {(returnClock || refundClock) && (
        <Part title={t("declaration.clocks")}>
          <Facts>
            {returnClock && <Clock clock={returnClock} />}
            {refundClock && <Clock clock={refundClock} />}
          </Facts>
        </Part>
      )}
      {withdrawal.refunds.length > 0 && <Refunds refunds={withdrawal.refunds} />}
      {(choose || approve) && (
        <Actions>
          {choose && (
            <Button size="small" variant="secondary" asChild>
              <Link to={`/withdrawals/${withdrawal.id}`}>{t("match.chooseUnits")}</Link>
            </Button>
          )}
          {approve && <ApproveRefund withdrawal={withdrawal} />}
        </Actions>
      )}
      {unitsElsewhere && !choose && (
        <div className="px-6 py-4">
          <Link
            to={`/withdrawals/${withdrawal.id}`}
            className="text-ui-fg-base hover:text-ui-fg-interactive-hover txt-compact-small underline underline-offset-2"
          >
            {t("desk.open")}
          </Link>
        </div>
      )}
    </Section>
  )
}
