import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sha256 } from "../../../kit/secrets"
import { BUTTON_FILE, withdrawalButtonScript } from "../../../pages/withdrawal-button"
import { hamonService } from "../../../workflows/service"

/** Seconds for which a browser asks no more; a change of a label is everywhere within the hour. */
const FRESH = 3600

/** The custom element of the withdrawal function, for any page of any origin: an ES module of a few kB. */
export function GET(req: MedusaRequest, res: MedusaResponse) {
  if (req.params.asset !== BUTTON_FILE)
    return res.status(404).type("text/plain").send("there is nothing at this address")
  const text = withdrawalButtonScript(hamonService(req.scope).getOptions())
  return res
    .set({
      ETag: `"${sha256(text)}"`,
      "Cache-Control": `public, max-age=${FRESH}`,
      // A page of another origin loads a module only where this is allowed.
      "Access-Control-Allow-Origin": "*",
      "Cross-Origin-Resource-Policy": "cross-origin",
      "X-Content-Type-Options": "nosniff",
    })
    .type("text/javascript; charset=utf-8")
    .send(text)
}
