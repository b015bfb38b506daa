import { MedusaError } from "@medusajs/framework/utils"

/**
 * What a failed attempt means for the letter.
 * - `temporary`: it was not taken; try again. Everything that staff can repair is here too (credentials, sender, TLS).
 * - `permanent`: this recipient or this letter is refused; trying again gets the same answer.
 * - `unknown`: the server asked for the letter, the connection was given all of it, and no answer came back; it may have
 *   arrived. A second attempt may be a second copy, so it keeps its Message-ID.
 */
export type SmtpFailure = {
  readonly kind: "temporary" | "permanent" | "unknown"
  /** Reply code of the server (RFC 5321), null when it gave none. */
  readonly code: number | null
  /** The server's words as they came, code included and lines kept; without a reply, what happened here. */
  readonly answer: string
}

/** What nodemailer puts on its errors. */
type SmtpErrorFields = {
  readonly message?: string
  readonly code?: string
  readonly command?: string
  readonly response?: string
  readonly responseCode?: number
  readonly smtp?: SmtpFailure
}

/** 503 says the session was out of step; the others that staff must repair the credentials. The letter is innocent. */
const NOT_ABOUT_THE_LETTER = [503, 530, 534, 535, 538]

/**
 * Reads a failure to send: an error of nodemailer, or what `smtpError` made of it, even after Medusa's notification
 * module rewrote it (it keeps the message alone). Anything else is temporary.
 * @param wholeLetterSent whether the last byte of the letter had been handed to the connection; nodemailer's errors do not tell
 */
export function classifySmtpFailure(error: unknown, wholeLetterSent = false): SmtpFailure {
  const fields: SmtpErrorFields = typeof error === "object" && error !== null ? error : { message: String(error) }
  const told = fields.smtp ?? parse(fields.message)
  if (told) return told
  if (!recipientIsValid(fields)) return noValidRecipient()
  const code = fields.responseCode || null
  const refusal = code !== null && code >= 400
  return {
    kind: refusal ? kindOfReply(code, fields.command) : wholeLetterSent ? "unknown" : "temporary",
    code,
    answer: fields.response || fields.message || fields.code || "no answer",
  }
}

/** The failure of a letter whose recipient is not one address. The address itself is not repeated: errors are logged. */
export function noValidRecipient(): SmtpFailure {
  return { kind: "permanent", code: null, answer: "the recipient is not one valid address" }
}

/** The error to throw for a failure: readable on `smtp`, and in the message, which is all that Medusa lets through. */
export function smtpError(failure: SmtpFailure): MedusaError & { readonly smtp: SmtpFailure } {
  const code = failure.code === null ? "no code" : `code ${failure.code}`
  const message = `SMTP ${failure.kind} failure, ${code}: ${failure.answer}`
  return Object.assign(new MedusaError(MedusaError.Types.UNEXPECTED_STATE, message), { smtp: failure })
}

function parse(message = ""): SmtpFailure | null {
  const found = /SMTP (temporary|permanent|unknown) failure, (?:no code|code (\d{3})): ([^]*)$/.exec(message)
  if (!found) return null
  const [, kind, code, answer] = found
  return { kind: kind as SmtpFailure["kind"], code: code ? Number(code) : null, answer }
}

function kindOfReply(code: number, command: string | undefined): SmtpFailure["kind"] {
  const aboutTheLetter = command === "RCPT TO" || command === "DATA"
  return aboutTheLetter && code >= 500 && !NOT_ABOUT_THE_LETTER.includes(code) ? "permanent" : "temporary"
}

/** nodemailer refuses an unusable recipient itself, before it speaks to the server; a refused sender is staff's to repair. */
function recipientIsValid({ code, command, message = "" }: SmtpErrorFields): boolean {
  return !(code === "EENVELOPE" && command === "API" && /recipient/i.test(message))
}
