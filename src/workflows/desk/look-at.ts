import { now } from "../../kit/clock"
import type { Look } from "../../modules/hamon/operations/look-at"
import { hamonService } from "../service"
import { staffAct } from "./staff-act"

export type LookAtWithdrawalInput = Look & { withdrawal_id: string }

/**
 * Staff have looked at what a flag of a declaration says, and say what they found: it leaves their list.
 *
 * @summary Settle a flag of a withdrawal.
 */
export const hamonLookAtWithdrawalWorkflow = staffAct<LookAtWithdrawalInput>(
  "hamon-look-at-withdrawal",
  (container, { withdrawal_id, ...look }) => hamonService(container).lookAt(withdrawal_id, look, now()),
)
