import { now } from "../../kit/clock"
import type { DeclineBasis } from "../../modules/hamon/operations/verdicts"
import { hamonService } from "../service"
import { staffAct } from "./staff-act"

export type DeclineWithdrawalInput = { withdrawal_id: string; basis: DeclineBasis; ground: string; actor: string }
export type GroundedInput = { withdrawal_id: string; ground: string; actor: string }

/**
 * Staff decline a whole declaration with a ground that the customer is told.
 *
 * @summary Decline a withdrawal.
 */
export const hamonDeclineWithdrawalWorkflow = staffAct<DeclineWithdrawalInput>(
  "hamon-decline-withdrawal",
  (container, { withdrawal_id, ...verdict }) => hamonService(container).declineWhole(withdrawal_id, verdict, now()),
)

/**
 * Staff accept a declaration that was sent after the period.
 *
 * @summary Accept a late withdrawal.
 */
export const hamonAcceptLateWithdrawalWorkflow = staffAct<GroundedInput>(
  "hamon-accept-late-withdrawal",
  (container, { withdrawal_id, ...acceptance }) => hamonService(container).acceptLate(withdrawal_id, acceptance, now()),
)

/**
 * Staff reopen a declaration that was declined or closed.
 *
 * @summary Reopen a withdrawal.
 */
export const hamonReopenWithdrawalWorkflow = staffAct<GroundedInput>(
  "hamon-reopen-withdrawal",
  (container, { withdrawal_id, ...reopening }) =>
    hamonService(container).reopenWithdrawal(withdrawal_id, reopening, now()),
)
