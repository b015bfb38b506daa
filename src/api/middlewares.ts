import {
  defineMiddlewares,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { PAGE_HEADERS } from "../pages/layout"
import { adminMiddlewares } from "./admin/hamon/middlewares"
import { storeMiddlewares } from "./store/hamon/middlewares"

function pageHeaders(_: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  res.set(PAGE_HEADERS)
  next()
}

export default defineMiddlewares({
  routes: [
    { matcher: "/retractation", method: ["GET", "POST"], middlewares: [pageHeaders] },
    { matcher: "/retractation/suivi", method: ["GET", "POST"], middlewares: [pageHeaders] },
    ...storeMiddlewares,
    ...adminMiddlewares,
  ],
})
