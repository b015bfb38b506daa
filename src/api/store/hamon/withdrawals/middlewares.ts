import {
  authenticate,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
  type MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { AskOrdersLink, ConfirmWithdrawal, DraftWithdrawal } from "./validators"

/** Answers with names and orders in them are one person's, and no cache keeps them. */
function kept(_: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  res.set("Cache-Control", "private, no-store")
  next()
}

/** A draft carries its declaration, of an order that may have hundreds of lines; Medusa takes 100 kB where nothing is said. */
const LONG_BODY = { sizeLimit: "1mb" } as const

export const withdrawalMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/store/hamon/withdrawals",
    bodyParser: LONG_BODY,
    middlewares: [kept, validateAndTransformBody(DraftWithdrawal)],
  },
  {
    method: ["POST"],
    matcher: "/store/hamon/withdrawals/confirm",
    bodyParser: LONG_BODY,
    middlewares: [kept, validateAndTransformBody(ConfirmWithdrawal)],
  },
  {
    method: ["GET"],
    matcher: "/store/hamon/withdrawals/orders",
    middlewares: [kept, authenticate("customer", ["session", "bearer"])],
  },
  {
    method: ["POST"],
    matcher: "/store/hamon/withdrawals/orders-link",
    middlewares: [kept, validateAndTransformBody(AskOrdersLink)],
  },
  { method: ["GET"], matcher: "/store/hamon/orders/:id/withdrawal", middlewares: [kept] },
]
