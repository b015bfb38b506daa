import { authenticate, type MiddlewareRoute, validateAndTransformQuery } from "@medusajs/framework/http"
import { ReadInformation, ReadProductInformation } from "./information-validators"

export const informationMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/store/hamon/information",
    middlewares: [validateAndTransformQuery(ReadInformation, { isList: false })],
  },
  {
    method: ["GET"],
    matcher: "/store/hamon/products/:id/information",
    middlewares: [
      // Professionals are known by their account; everybody else may ask too.
      authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true }),
      validateAndTransformQuery(ReadProductInformation, { isList: false }),
    ],
  },
]
