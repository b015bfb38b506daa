import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { returnSlip } from "../../../../follow/return-slip"
import { slipTexts } from "../../../../follow/texts/slip"
import { acknowledgementFile } from "../../../../pages/withdrawal-recorded"
import { hamonService } from "../../../../workflows/service"
import { sendPrivate } from "../../../files"
import { localeOf } from "../../../limits"
import { fieldOf, followedBy, pictureFor, showForm, showRefusal } from "../session"

/** A document of the declaration: `slip`, `acknowledgement`, `letter:…`, `upload:…`. One of somebody else is not there. */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const id = followedBy(req)
  if (!id) return showForm(req, res.status(422), { reference: "", notice: "expired" })
  const [kind, of = ""] = fieldOf(req, "file", 200).split(":")
  if (kind === "slip" && (await sendSlip(req, res, id))) return
  if (kind === "acknowledgement") return sendAcknowledgement(req, res, id)
  if (kind === "letter" && (await sendLetter(req, res, id, of))) return
  if (kind === "upload" && (await sendUpload(req, res, id, of))) return
  await showRefusal(req, res, id, "no_file")
}

async function sendSlip(req: MedusaRequest, res: MedusaResponse, id: string): Promise<boolean> {
  const { followed, picture } = await pictureFor(req, id)
  const slip = await returnSlip(picture, followed.merchant?.name ?? null)
  if (!slip) return false
  sendPrivate(res, `${slipTexts(picture.locale).fileName}-${picture.reference}.pdf`, "application/pdf", slip)
  return true
}

async function sendAcknowledgement(req: MedusaRequest, res: MedusaResponse, id: string): Promise<void> {
  const { followed } = await pictureFor(req, id)
  const { declared, reference, sent_at, sent_on: sentOn } = followed.withdrawal
  const sentAt = sent_at.toISOString()
  const file = acknowledgementFile({ locale: localeOf(req), declared, reference, sentAt, sentOn })
  sendPrivate(res, file.name, "text/plain; charset=utf-8", file.text)
}

async function sendLetter(req: MedusaRequest, res: MedusaResponse, id: string, of: string): Promise<boolean> {
  const letter = await hamonService(req.scope).readOwnLetter(id, of)
  if (!letter) return false
  sendPrivate(res, `${letter.kind.replaceAll("_", "-")}.html`, "text/html; charset=utf-8", letter.html as string)
  return true
}

async function sendUpload(req: MedusaRequest, res: MedusaResponse, id: string, of: string): Promise<boolean> {
  const file = await hamonService(req.scope).readOwnUpload(id, of)
  if (!file) return false
  sendPrivate(res, file.name, file.content_type, Buffer.from(file.content, "base64"))
  return true
}
