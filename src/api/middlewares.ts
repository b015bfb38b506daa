import {
  defineMiddlewares,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { PAGE_HEADERS, PICTURE_PAGE_HEADERS } from "../pages/layout"
import { OBJECTION_HEADERS } from "../pages/objection"
import { adminMiddlewares } from "./admin/hamon/middlewares"
import { authMiddlewares } from "./auth/middlewares"
import { heldUnitsMiddlewares } from "./held-units/middlewares"
import { encrypted, encryptedUnlessDeclared } from "./https"
import { limitMiddlewares } from "./limits"
import { followMiddlewares } from "./retractation/follow-middlewares"
import { completeOnlyChosen, orderOnlyChosen } from "./store/chosen-extras"
import { storeMiddlewares } from "./store/hamon/middlewares"
import { keepPlacedPayment } from "./store/placed-order"
import { plainAddress } from "./plain-address"

function pageHeaders(_: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  res.set(PAGE_HEADERS)
  next()
}

function objectionHeaders(_: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  res.set(OBJECTION_HEADERS)
  next()
}

function picturePageHeaders(_: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  res.set(PICTURE_PAGE_HEADERS)
  next()
}

export default defineMiddlewares({
  routes: [
    { matcher: "/retractation", method: ["GET", "POST"], middlewares: [pageHeaders, encryptedUnlessDeclared] },
    { matcher: "/retractation/commandes", method: ["GET", "POST"], middlewares: [pageHeaders, encrypted] },
    // A form carries its declaration from one step to the next, and an order may have hundreds of lines.
    { matcher: "/retractation", method: ["POST"], bodyParser: { sizeLimit: "1mb" } },
    { matcher: "/retractation/commandes", method: ["POST"], bodyParser: { sizeLimit: "1mb" } },
    { matcher: "/retractation/opposition", method: ["GET", "POST"], middlewares: [objectionHeaders, encrypted] },
    { matcher: "/conditions-de-vente", method: ["GET"], middlewares: [pageHeaders, encrypted] },
    { matcher: "/compte/deverrouiller", method: ["GET", "POST"], middlewares: [pageHeaders, encrypted] },
    { matcher: "/mentions-legales", method: ["GET"], middlewares: [picturePageHeaders, encrypted] },
    { matcher: "/mentions-legales/*", method: ["GET"], middlewares: [pageHeaders, encrypted] },
    // A regular expression: one with a star would read what it stands for, and fail where that cannot be read.
    {
      method: ["GET", "POST", "PUT", "DELETE"],
      matcher: /^\/(?:admin|store)\/hamon\//i,
      middlewares: [plainAddress],
    },
    ...limitMiddlewares,
    ...followMiddlewares,
    ...authMiddlewares,
    {
      method: ["POST"],
      matcher: "/hooks/hamon/:provider",
      bodyParser: { preserveRawBody: true, sizeLimit: "1mb" },
    },
    {
      method: ["POST"],
      matcher: "/store/payment-collections/:id/payment-sessions",
      middlewares: [plainAddress, keepPlacedPayment],
    },
    { method: ["POST"], matcher: "/store/carts/:id/complete", middlewares: [plainAddress, orderOnlyChosen] },
    { method: ["POST"], matcher: "/hooks/payment/:provider", middlewares: [completeOnlyChosen] },
    ...heldUnitsMiddlewares,
    ...storeMiddlewares,
    ...adminMiddlewares,
  ],
})
