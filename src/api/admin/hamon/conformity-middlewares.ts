import { type MiddlewareRoute, validateAndTransformQuery } from "@medusajs/framework/http"
import { GetConformityDocument } from "./conformity-validators"

export const conformityMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/hamon/conformity/document",
    middlewares: [validateAndTransformQuery(GetConformityDocument, { isList: false })],
  },
]
