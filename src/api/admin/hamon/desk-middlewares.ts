import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import {
  AnswerKeeping,
  DeclineWithdrawal,
  Grounded,
  LookAt,
  NoteAnswer,
  NoteMeans,
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
  ["/:id/looked-at", LookAt],
  ["/:id/other-means", NoteMeans],
  ["/:id/deductions", ProposeDeduction],
  ["/:id/deductions/:deduction_id/answer", NoteAnswer],
  ["/:id/keep-goods", AnswerKeeping],
] as const

/** What staff do with a declaration. */
export const deskMiddlewares: MiddlewareRoute[] = ACTS.map(([path, shape]) => ({
  method: ["POST"],
  matcher: `/admin/hamon/withdrawals${path}`,
  // Of an order of hundreds of lines.
  bodyParser: { sizeLimit: "1mb" },
  middlewares: [validateAndTransformBody(shape)],
}))
