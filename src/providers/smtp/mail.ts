import type { Attachment, ProviderSendNotificationDTO } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { SendMailOptions } from "nodemailer"
import { type Address, oneAddress } from "./address"
import { noValidRecipient, smtpError } from "./failure"
import type { SmtpOptions } from "./options"

/** Says that a machine wrote it, so that absence notes and robots do not answer (RFC 3834, and Exchange's own header). */
const AUTOMATIC = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" }

/**
 * The mail of a notification: its `content` as text and html, its attachments decoded from base64, and the stable
 * Message-ID of `provider_data.message_id` when there is one, so that a receiver recognises a second copy.
 * @throws MedusaError invalid_data naming what is missing or unusable
 * @throws the permanent failure of `smtpError` when `to` is not exactly one address
 */
export function toMail(notification: ProviderSendNotificationDTO, options: SmtpOptions): SendMailOptions {
  const { subject, text, html } = notification.content ?? {}
  if (!isText(subject)) throw refused("content.subject is missing; a template alone cannot be sent")
  if (!isText(text) && !isText(html)) throw refused("content.text and content.html are both missing; give one or both")
  const to = oneAddress(notification.to)
  if (!to) throw smtpError(noValidRecipient())
  return {
    from: sender(notification.from?.trim() || options.from),
    to,
    replyTo: options.replyTo,
    subject,
    text: isText(text) ? text : undefined,
    html: isText(html) ? html : undefined,
    attachments: (notification.attachments ?? []).map(toAttachment),
    messageId: messageId(notification.provider_data?.message_id),
    headers: AUTOMATIC,
  }
}

function isText(given: unknown): given is string {
  return typeof given === "string" && given.trim() !== ""
}

function sender(given: string): Address {
  const address = oneAddress(given)
  if (!address) throw refused("from is not one valid address")
  return address
}

function toAttachment(given: Attachment, index: number): NonNullable<SendMailOptions["attachments"]>[number] {
  return {
    content: decoded(given.content, `attachments[${index}].content`),
    filename: given.filename,
    contentType: given.content_type,
    contentDisposition: given.disposition === "inline" ? "inline" : given.disposition && "attachment",
    cid: given.id,
  }
}

/**
 * Node skips what is not base64 without a word, and would send a mutilated file; so what was read is written again and
 * compared. Line breaks, as MIME writes them, are allowed.
 */
function decoded(content: unknown, path: string): Buffer {
  const base64 = typeof content === "string" ? content.replace(/[\r\n]/g, "") : null
  const bytes = Buffer.from(base64 ?? "", "base64")
  if (bytes.toString("base64") !== base64) throw refused(`${path} is not base64`)
  return bytes
}

function messageId(given: unknown): string | undefined {
  if (given === undefined || given === null) return undefined
  const found = typeof given === "string" ? /^<?([^\s<>@]+@[^\s<>@]+)>?$/.exec(given) : null
  if (!found) throw refused("provider_data.message_id must be of the form id@domain")
  return `<${found[1]}>`
}

function refused(sentence: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, `hamon-smtp: ${sentence}`)
}
