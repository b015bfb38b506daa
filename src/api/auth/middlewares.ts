import type { MiddlewareRoute } from "@medusajs/framework/http"
import { ACCOUNT_RULES } from "../../accounts/rules"
import { limitedByNetwork } from "../limits"
import { guardLogIn } from "./log-in"
import { guardRegister, guardUpdate } from "./new-password"
import { answerReset } from "./reset-request"

/**
 * Guards of Medusa's routes for accounts with an address and a password. Regular expressions, because Medusa runs those
 * before the middlewares of its own routes: what a guard refuses must not have used up a token.
 */
export const authMiddlewares: MiddlewareRoute[] = [
  // Core tries a password by GET and HEAD as well, when they carry a body.
  { method: ["GET", "POST"], matcher: /^\/auth\/([^/]+)\/([^/]+)\/?$/i, middlewares: [guardLogIn] },
  { method: ["POST"], matcher: /^\/auth\/([^/]+)\/([^/]+)\/register\/?$/i, middlewares: [guardRegister] },
  { method: ["POST"], matcher: /^\/auth\/([^/]+)\/([^/]+)\/update\/?$/i, middlewares: [guardUpdate] },
  {
    method: ["POST"],
    matcher: /^\/auth\/mfa\/challenges\/[^/]+\/verify\/?$/i,
    middlewares: [limitedByNetwork(ACCOUNT_RULES.factorByNetwork)],
  },
  // After core's own checks of the request: this one answers in the place of core's route.
  { method: ["POST"], matcher: "/auth/:actor_type/:auth_provider/reset-password", middlewares: [answerReset] },
]
