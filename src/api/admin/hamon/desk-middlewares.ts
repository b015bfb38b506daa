import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import {
  AnswerKeeping,
  DeclineWithdrawal,
  Grounded,
  ProposeDeduction,
  ReceiveGoods,
  RecordReceived,
} from "./desk-validators"

const ACTS = [
  ["", RecordReceived],
  ["/:id/reception", ReceiveGoods],
  ["/:id/decline", DeclineWithdrawal],
  ["/:id/accept-late", Grounded],
  ["/:id/reopen", Grounded],
  ["/:id/deductions", ProposeDeduction],
  ["/:id/keep-goods", AnswerKeeping],
] as const

/** What staff do with a declaration. */
export const deskMiddlewares: MiddlewareRoute[] = ACTS.map(([path, shape]) => ({
  method: ["POST"],
  matcher: `/admin/hamon/withdrawals${path}`,
  middlewares: [validateAndTransformBody(shape)],
}))
