import { useTranslation } from "react-i18next"
import { isClosed, lookedAt, mayDecline, mayNoteMeans, mayReopen } from "../../lib/desk"
import { goodsAreOut, mayApprove } from "../../lib/next-acts"
import type { WithdrawalDetail } from "../../lib/types"
import { ApproveRefund } from "../approve-refund"
import { Section } from "../section"
import { ProposeDeduction } from "./deduction"
import { Decide } from "./decide"
import { AcceptLate, Decline, Reopen } from "./grounded"
import { HoldAgain, LiftHold, LookedAt } from "./holding"
import { AnswerKeeping } from "./keeping"
import { NoteMeans, RecordDispatch } from "./noted"
import { Reception } from "./reception"

/** Everything that staff may do with a declaration as it stands, in the order in which it is usually done. */
export const Acts = ({ withdrawal }: { withdrawal: WithdrawalDetail }) => {
  const { t } = useTranslation("hamon")
  const { id, flags, lines, order_id, phase, hold, keep_goods, condition, goods_back_on, inside } = withdrawal
  const open = !isClosed(withdrawal)
  const kept = lines.filter(({ decision }) => decision !== "declined")
  // Goods may come back after the money went, and what was seen of them may be told until then.
  const toReceive = order_id !== null && phase !== "not_shipped" && !(condition && goods_back_on && !open)
  const mayHold = open && inside > 0 && (hold === "lifted" || flags.includes("objected"))
  const money = mayDecline(withdrawal)
  const acts = [
    open && flags.includes("late") && order_id && <AcceptLate key="late" id={id} />,
    money && kept.length > 0 && <Decide key="decide" withdrawal={withdrawal} />,
    open && keep_goods === "asked" && <AnswerKeeping key="keep" id={id} />,
    open && hold === "held" && <LiftHold key="hold" id={id} />,
    mayHold && <HoldAgain key="hold-again" id={id} />,
    open && lookedAt(withdrawal).length > 0 && <LookedAt key="looked-at" withdrawal={withdrawal} />,
    open && order_id && goodsAreOut(withdrawal) && <RecordDispatch key="dispatch" id={id} />,
    toReceive && kept.length > 0 && <Reception key="goods" withdrawal={withdrawal} />,
    money && kept.length > 0 && (condition || goods_back_on) && (
      <ProposeDeduction key="deduction" withdrawal={withdrawal} />
    ),
    mayNoteMeans(withdrawal) && <NoteMeans key="means" withdrawal={withdrawal} />,
    money && <Decline key="decline" withdrawal={withdrawal} />,
    mayReopen(withdrawal) && <Reopen key="reopen" id={id} />,
    mayApprove(withdrawal) && kept.length > 0 && <ApproveRefund key="refund" withdrawal={withdrawal} />,
  ].filter(Boolean)
  if (acts.length === 0) return null
  return (
    <Section title={t("desk.acts")}>
      <div className="flex flex-wrap gap-2 px-6 py-4">{acts}</div>
    </Section>
  )
}
