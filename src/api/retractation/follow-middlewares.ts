import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import type { Rule } from "../../kit/rate-limits"
import { FOLLOW_PAGE_HEADERS } from "../../pages/follow/script"
import { receiveFiles } from "../files"
import { encrypted } from "../https"
import { limitedByNetwork, tooMany, tooManyPage } from "../limits"
import { followedBy } from "./suivi/session"

/** Codes of acknowledgements typed by a network: ten tries wear one code out, this keeps off who tries many. */
const PROOF_CODES: Rule = { name: "proof_code_network", points: 30, seconds: 900 }
/** Forms with files: each may cost megabytes of memory and a second of a processor. */
const UPLOADS: Rule = { name: "follow_uploads_network", points: 20, seconds: 900 }
/** Documents and requests of who has proven his address. */
const VISITS: Rule = { name: "follow_visits_network", points: 300, seconds: 900 }

function formHeaders(_: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  res.set(FOLLOW_PAGE_HEADERS)
  next()
}

const limitedVisit = limitedByNetwork(VISITS, tooManyPage)
const limitedCode = limitedByNetwork(PROOF_CODES, tooManyPage)

/** Who comes back with a whole seal tries no code. */
function limitedWayIn(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  return (followedBy(req) ? limitedVisit : limitedCode)(req, res, next)
}

/** What stands before the status page, its forms, and the same for storefronts. */
export const followMiddlewares: MiddlewareRoute[] = [
  { matcher: "/retractation/suivi", method: ["GET"], middlewares: [formHeaders, encrypted] },
  { matcher: "/retractation/suivi", method: ["POST"], middlewares: [formHeaders, encrypted, limitedWayIn] },
  { matcher: "/retractation/suivi/demande", method: ["POST"], middlewares: [formHeaders, encrypted, limitedVisit] },
  { matcher: "/retractation/suivi/fichier", method: ["POST"], middlewares: [formHeaders, encrypted, limitedVisit] },
  {
    matcher: "/retractation/suivi/preuve",
    method: ["POST"],
    middlewares: [
      formHeaders,
      encrypted,
      limitedByNetwork(UPLOADS, tooManyPage),
      receiveFiles((req) => followedBy(req) !== null),
    ],
  },
  {
    matcher: "/store/hamon/withdrawals/follow",
    method: ["POST"],
    middlewares: [limitedByNetwork(PROOF_CODES, tooMany)],
  },
]
