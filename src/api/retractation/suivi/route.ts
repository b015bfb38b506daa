import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonProveByLinkWorkflow } from "../../../workflows/follow/prove-by-link"
import { hamonProveAddressWorkflow } from "../../../workflows/prove-address"
import { fieldOf, followedBy, showFollowed, showForm } from "./session"

/** Asks for the reference and the code of the acknowledgement, or takes the secret of a letter's link: nothing changes yet. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  return showForm(req, res, { reference: "", notice: null })
}

/** Proves the address by the code or the link, and shows where the withdrawal stands. */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const id = followedBy(req)
  if (id) {
    const locale = fieldOf(req, "switch", 2)
    return showFollowed(req, res, id, locale === "fr" || locale === "en" ? { locale } : {})
  }
  if (fieldOf(req, "state", 1) !== "") return showForm(req, res.status(422), { reference: "", notice: "expired" })
  const reference = fieldOf(req, "reference", 100)
  const link = fieldOf(req, "link", 100)
  const { result } = link
    ? await hamonProveByLinkWorkflow(req.scope).run({ input: { link } })
    : await hamonProveAddressWorkflow(req.scope).run({ input: { reference, code: fieldOf(req, "code", 100) } })
  if (result.withdrawalId) return showFollowed(req, res, result.withdrawalId)
  return showForm(req, res.status(422), { reference, notice: "wrong" })
}
