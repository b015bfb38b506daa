import {
  type AuthenticatedMedusaRequest,
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { receiveFiles } from "../../files"
import { conformityMiddlewares } from "./conformity-middlewares"
import { deskMiddlewares } from "./desk-middlewares"
import { informationMiddlewares } from "./information-middlewares"
import {
  DecideWithdrawal,
  ExportWithdrawals,
  ListDisputes,
  ListUnchosenExtras,
  ListWithdrawals,
  MatchWithdrawal,
  PublishMerchantDraft,
  PublishMerchantProfile,
  PublishTerms,
  RecordProofOfDispatch,
  RecordReceptions,
  RecordRefundPaid,
  SaveMerchantDraft,
  SetHold,
  ShowConsent,
} from "./validators"

const DISPUTE_FIELDS = ["id", "order_id", "display_id", "amount", "currency", "status", "respond_by", "opened_at"]

/** Texts that a merchant writes, orders of hundreds of lines; Medusa takes 100 kB where nothing is said. */
const LONG_BODY = { sizeLimit: "1mb" } as const

export const adminMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/hamon/disputes",
    middlewares: [validateAndTransformQuery(ListDisputes, { defaults: DISPUTE_FIELDS, isList: true })],
  },
  {
    method: ["GET"],
    matcher: "/admin/hamon/unchosen-extras",
    middlewares: [validateAndTransformQuery(ListUnchosenExtras, { defaults: ["id"], isList: true })],
  },
  {
    method: ["POST"],
    matcher: "/admin/hamon/unchosen-extras/:id/consent",
    middlewares: [validateAndTransformBody(ShowConsent)],
  },
  {
    method: ["POST"],
    matcher: "/admin/hamon/refunds/:id/paid",
    middlewares: [validateAndTransformBody(RecordRefundPaid)],
  },
  {
    method: ["GET"],
    matcher: "/admin/hamon/withdrawals",
    middlewares: [validateAndTransformQuery(ListWithdrawals, { defaults: ["id"], isList: true })],
  },
  {
    method: ["GET"],
    matcher: "/admin/hamon/withdrawals/export",
    middlewares: [validateAndTransformQuery(ExportWithdrawals, { isList: false })],
  },
  {
    method: ["POST"],
    matcher: "/admin/hamon/orders/:id/receptions",
    middlewares: [validateAndTransformBody(RecordReceptions)],
  },
  {
    method: ["POST"],
    matcher: "/admin/hamon/withdrawals/:id/match",
    bodyParser: LONG_BODY,
    middlewares: [validateAndTransformBody(MatchWithdrawal)],
  },
  {
    method: ["POST"],
    matcher: "/admin/hamon/withdrawals/:id/decisions",
    bodyParser: LONG_BODY,
    middlewares: [validateAndTransformBody(DecideWithdrawal)],
  },
  {
    method: ["POST"],
    matcher: "/admin/hamon/withdrawals/:id/hold",
    middlewares: [validateAndTransformBody(SetHold)],
  },
  {
    method: ["POST"],
    matcher: "/admin/hamon/withdrawals/:id/proof-of-dispatch",
    middlewares: [validateAndTransformBody(RecordProofOfDispatch)],
  },
  {
    method: ["POST"],
    matcher: "/admin/hamon/merchant-profile",
    bodyParser: LONG_BODY,
    middlewares: [validateAndTransformBody(PublishMerchantProfile)],
  },
  {
    method: ["POST"],
    matcher: "/admin/hamon/merchant-profile/draft",
    bodyParser: LONG_BODY,
    middlewares: [validateAndTransformBody(SaveMerchantDraft)],
  },
  {
    method: ["POST"],
    matcher: "/admin/hamon/merchant-profile/publish",
    middlewares: [validateAndTransformBody(PublishMerchantDraft)],
  },
  {
    method: ["POST"],
    matcher: "/admin/hamon/terms",
    bodyParser: LONG_BODY,
    middlewares: [validateAndTransformBody(PublishTerms)],
  },
  {
    method: ["POST"],
    matcher: "/admin/hamon/withdrawals/:id/files",
    middlewares: [receiveFiles((req) => Boolean((req as AuthenticatedMedusaRequest).auth_context?.actor_id))],
  },
  ...conformityMiddlewares,
  ...deskMiddlewares,
  ...informationMiddlewares,
]
