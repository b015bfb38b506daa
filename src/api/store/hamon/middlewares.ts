import { type MiddlewareRoute, validateAndTransformBody, validateAndTransformQuery } from "@medusajs/framework/http"
import { informationMiddlewares } from "./information-middlewares"
import { FollowWithdrawal } from "./withdrawals/follow/validators"
import { AcknowledgeSummary, ChooseExtra, ListPaymentMethods } from "./validators"
import { withdrawalMiddlewares } from "./withdrawals/middlewares"

export const storeMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/store/hamon/carts/:id/acknowledge",
    middlewares: [validateAndTransformBody(AcknowledgeSummary)],
  },
  {
    method: ["PUT"],
    matcher: "/store/hamon/carts/:id/extras/:extra",
    middlewares: [validateAndTransformBody(ChooseExtra)],
  },
  {
    method: ["GET"],
    matcher: "/store/hamon/payment-methods",
    middlewares: [validateAndTransformQuery(ListPaymentMethods, { isList: false })],
  },
  {
    method: ["POST"],
    matcher: "/store/hamon/withdrawals/follow",
    middlewares: [validateAndTransformBody(FollowWithdrawal)],
  },
  ...informationMiddlewares,
  ...withdrawalMiddlewares,
]
