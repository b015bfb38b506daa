import {
  defineMiddlewares,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PAGE_HEADERS } from "../pages/layout"
import { adminMiddlewares } from "./admin/hamon/middlewares"
import { plainAddress } from "./plain-address"
import { RecordCheckout } from "./store/hamon/validators"

function pageHeaders(_: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  res.set(PAGE_HEADERS)
  next()
}

export default defineMiddlewares({
  routes: [
    { matcher: "/retractation", method: ["GET", "POST"], middlewares: [pageHeaders] },
    { matcher: "/retractation/suivi", method: ["GET", "POST"], middlewares: [pageHeaders] },
    {
      method: ["POST"],
      matcher: "/store/hamon/carts/:id/checkout-record",
      middlewares: [validateAndTransformBody(RecordCheckout)],
    },
    {
      method: ["POST"],
      matcher: "/hooks/hamon/:provider",
      bodyParser: { preserveRawBody: true, sizeLimit: "1mb" },
      middlewares: [],
    },
    { matcher: "/admin/hamon*", middlewares: [plainAddress] },
    { matcher: "/store/hamon*", middlewares: [plainAddress] },
    ...adminMiddlewares,
  ],
})
