import { type MiddlewareRoute, validateAndTransformBody, validateAndTransformQuery } from "@medusajs/framework/http"
import { informationMiddlewares } from "./information-middlewares"
import { AcknowledgeSummary, ListPaymentMethods } from "./validators"

export const storeMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/store/hamon/carts/:id/acknowledge",
    middlewares: [validateAndTransformBody(AcknowledgeSummary)],
  },
  {
    method: ["GET"],
    matcher: "/store/hamon/payment-methods",
    middlewares: [validateAndTransformQuery(ListPaymentMethods, { isList: false })],
  },
  ...informationMiddlewares,
]
