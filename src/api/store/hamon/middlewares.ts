import { type MiddlewareRoute, validateAndTransformBody, validateAndTransformQuery } from "@medusajs/framework/http"
import { informationMiddlewares } from "./information-middlewares"
import { ChooseExtra, ListPaymentMethods, RecordCheckout } from "./validators"

export const storeMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/store/hamon/carts/:id/checkout-record",
    middlewares: [validateAndTransformBody(RecordCheckout)],
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
