import { simpleParser, type ParsedMail } from "mailparser"

/** A mail as it arrived. */
export interface Mail {
  /** Sorts by arrival. */
  readonly id: string
  readonly receivedAt: Date
  /** Of the envelope: where a bounce goes. Empty for a bounce itself. */
  readonly from: string
  /** Of the envelope: who receives it, blind copies included. */
  readonly to: string[]
  /** Decoded; empty when there is none. */
  readonly subject: string
  /** As the sender says; null when it says none. */
  readonly date: Date | null
  /** The text part, null when there is none or it is empty: it is not made from the HTML. */
  readonly text: string | null
  /** The HTML part, null when there is none. */
  readonly html: string | null
  readonly messageId: string | null
  /** By name in lower case, unfolded, not decoded; those that come several times are joined by ", ". */
  readonly headers: Readonly<Record<string, string>>
  readonly attachments: readonly { filename: string; contentType: string; size: number }[]
  /** Every byte as it was sent. */
  readonly raw: Buffer
}

/** What the sender says outside the message itself. */
export interface Envelope {
  readonly receivedAt: Date
  readonly from: string
  readonly to: string[]
}

export interface AttachedFile {
  readonly filename: string
  readonly contentType: string
  readonly content: Buffer
}

/** Reads a message. Never throws: one that cannot be read is a text of its own bytes. */
export async function readMail(id: string, envelope: Envelope, raw: Buffer): Promise<Mail> {
  const parsed = await parse(raw)
  if (!parsed) {
    const nothing = { subject: "", date: null, html: null, messageId: null, headers: {}, attachments: [] }
    return { id, ...envelope, ...nothing, text: raw.toString("latin1"), raw }
  }
  return {
    id,
    ...envelope,
    subject: parsed.subject ?? "",
    date: parsed.date && !Number.isNaN(parsed.date.getTime()) ? parsed.date : null,
    text: parsed.text || null,
    html: parsed.html || null,
    messageId: parsed.messageId ?? null,
    headers: headersOf(parsed),
    attachments: parsed.attachments.map((file, index) => ({
      filename: nameOf(file.filename, index),
      contentType: file.contentType,
      size: file.size,
    })),
    raw,
  }
}

/** The files of a message, in the order of `Mail.attachments`. */
export async function attachedFiles(raw: Buffer): Promise<AttachedFile[]> {
  const parsed = await parse(raw)
  return (parsed?.attachments ?? []).map(({ filename, contentType, content }, index) => ({
    filename: nameOf(filename, index),
    contentType,
    content: content as Buffer,
  }))
}

/** The HTML part with its own images inside, as a reader would show it. */
export async function shownHtml(raw: Buffer): Promise<string | null> {
  return (await parse(raw, { skipImageLinks: false }))?.html || null
}

/** What is read is what was sent: no part is made from another, no address becomes a link. */
const AS_SENT = { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true }

async function parse(raw: Buffer, options = {}): Promise<ParsedMail | null> {
  try {
    return await simpleParser(raw, { ...AS_SENT, ...options })
  } catch {
    return null
  }
}

function headersOf({ headerLines }: ParsedMail): Record<string, string> {
  const headers = new Map<string, string>()
  for (const { key, line } of headerLines) {
    const value = line
      .slice(line.indexOf(":") + 1)
      .replace(/\r?\n[ \t]/g, " ")
      .trim()
    const earlier = headers.get(key)
    headers.set(key, earlier === undefined ? value : `${earlier}, ${value}`)
  }
  return Object.fromEntries(headers)
}

function nameOf(filename: string | undefined, index: number): string {
  return filename ?? `${index + 1}`
}
