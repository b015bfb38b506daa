import { type MiddlewareRoute, validateAndTransformBody, validateAndTransformQuery } from "@medusajs/framework/http"
import { ListCatalogueRules, SetCatalogueRule, UploadOfficialFile } from "./information-validators"

export const informationMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/hamon/catalogue-rules",
    middlewares: [validateAndTransformQuery(ListCatalogueRules, { isList: false })],
  },
  {
    method: ["POST"],
    matcher: "/admin/hamon/catalogue-rules",
    middlewares: [validateAndTransformBody(SetCatalogueRule)],
  },
  {
    method: ["POST"],
    matcher: "/admin/hamon/official-files",
    // Two megabytes of a file in base64, and what stands around them.
    bodyParser: { sizeLimit: "3mb" },
    middlewares: [validateAndTransformBody(UploadOfficialFile)],
  },
]
