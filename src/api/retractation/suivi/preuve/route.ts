import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { followPageTexts } from "../../../../pages/texts/follow"
import { hamonGiveProofOfDispatchWorkflow } from "../../../../workflows/follow/give-proof-of-dispatch"
import { cleanFiles, sentFiles } from "../../../files"
import { localeOf } from "../../../limits"
import { fieldOf, followedBy, showFollowed, showForm, showRefusal } from "../session"

/** The customer proves the dispatch (L221-24, al. 3): carrier, tracking number, day, and photos or PDF of the receipt. */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const id = followedBy(req)
  if (!id) return showForm(req, res.status(422), { reference: "", notice: "expired" })
  const typed = {
    carrier: fieldOf(req, "carrier", 100),
    tracking: fieldOf(req, "tracking", 100),
    on: fieldOf(req, "on", 20),
  }
  const cleaned = await cleanFiles(sentFiles(req))
  if ("refusal" in cleaned) return showRefusal(req, res, id, cleaned.refusal, typed)
  const on = dayOf(typed.on)
  if (!on) return showRefusal(req, res, id, "not_a_day", typed)
  try {
    await hamonGiveProofOfDispatchWorkflow(req.scope).run({
      input: { withdrawal_id: id, ...typed, on, files: cleaned.files },
    })
  } catch (error) {
    return showRefusal(req, res, id, error, typed)
  }
  const sentence = followPageTexts(localeOf(req)).done.proof
  return showFollowed(req, res, id, { notice: { kind: "done", sentence } })
}

/** A day as a date field sends it, or as it is typed in French where there is none; null for a day that does not exist. */
function dayOf(typed: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(typed) ?? []
  const iso = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : typed
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null
  const at = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? null : iso
}
