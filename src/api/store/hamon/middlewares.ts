import { type MiddlewareRoute, validateAndTransformBody, validateAndTransformQuery } from "@medusajs/framework/http"
import { informationMiddlewares } from "./information-middlewares"
import { AcknowledgeSummary, ChooseExtra, ListPaymentMethods } from "./validators"

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
  ...informationMiddlewares,
]
