import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type {
  Arrival,
  Deadline,
  DeadlineState,
  DisputeStatus,
  Flag,
  LetterState,
  RefundState,
  WithdrawalStatus,
} from "../lib/types"

type Colour = "green" | "red" | "orange" | "blue" | "grey"

const STATUS: Record<WithdrawalStatus, Colour> = {
  received: "orange",
  matched: "blue",
  return_open: "blue",
  goods_back: "orange",
  refunded: "green",
  closed: "grey",
}

const DEADLINE: Record<DeadlineState, Colour> = {
  waiting: "grey",
  running: "blue",
  met: "green",
  passed: "red",
  canceled: "grey",
}

const REFUND: Record<RefundState, Colour> = {
  planned: "blue",
  sending: "blue",
  booked: "green",
  failed: "red",
  unknown: "orange",
}

const ARRIVAL: Record<Arrival, Colour> = { pending: "blue", succeeded: "green", failed: "red", canceled: "red" }

const DISPUTE: Record<DisputeStatus, Colour> = { open: "orange", won: "green", lost: "red" }

const LETTER: Record<LetterState, Colour> = { queued: "blue", sending: "blue", sent: "green", failed: "red" }

export const WithdrawalStatusBadge = ({ status }: { status: WithdrawalStatus }) => {
  const { t } = useTranslation("hamon")
  return (
    <StatusBadge color={STATUS[status]} className="text-nowrap">
      {t(`status.${status}`)}
    </StatusBadge>
  )
}

export const DeadlineBadge = ({ kind, state }: Pick<Deadline, "kind" | "state">) => {
  const { t } = useTranslation("hamon")
  // A right of withdrawal that has ended is nobody's delay.
  const colour = kind === "withdrawal_period" && state === "passed" ? "grey" : DEADLINE[state]
  return (
    <StatusBadge color={colour} className="text-nowrap">
      {t(`clock.${kind}.state.${state}`)}
    </StatusBadge>
  )
}

export const RefundBadge = ({ state }: { state: RefundState }) => {
  const { t } = useTranslation("hamon")
  return (
    <StatusBadge color={REFUND[state]} className="text-nowrap">
      {t(`refundState.${state}`)}
    </StatusBadge>
  )
}

export const ArrivalBadge = ({ status }: { status: Arrival }) => {
  const { t } = useTranslation("hamon")
  return (
    <StatusBadge color={ARRIVAL[status]} className="text-nowrap">
      {t(`arrival.${status}`)}
    </StatusBadge>
  )
}

export const DisputeBadge = ({ status }: { status: DisputeStatus }) => {
  const { t } = useTranslation("hamon")
  return (
    <StatusBadge color={DISPUTE[status]} className="text-nowrap">
      {t(`disputeStatus.${status}`)}
    </StatusBadge>
  )
}

export const LetterBadge = ({ state }: { state: LetterState }) => {
  const { t } = useTranslation("hamon")
  return (
    <StatusBadge color={LETTER[state]} className="text-nowrap">
      {t(`letterState.${state}`)}
    </StatusBadge>
  )
}

export const FlagBadge = ({ flag }: { flag: Flag }) => {
  const { t } = useTranslation("hamon")
  return (
    <StatusBadge color="orange" className="text-nowrap">
      {t(`flag.${flag}`)}
    </StatusBadge>
  )
}
