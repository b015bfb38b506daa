import { createTransport, type MailMessage, type SendMailOptions, type Transporter } from "nodemailer"
import { classifySmtpFailure, smtpError } from "./failure"
import type { SmtpOptions } from "./options"

/** A mail that notes how far it got. */
type TrackedMail = SendMailOptions & { readonly progress: { wholeLetterSent: boolean } }

/** The way to the SMTP server. Connections are opened by the first letter. */
export type SmtpTransport = {
  /**
   * Sends one mail.
   * @returns its Message-ID, angle brackets included
   * @throws MedusaError unexpected_state with the SmtpFailure on `smtp`
   */
  deliver(mail: SendMailOptions): Promise<string>
  /** Closes the connections that are kept; a letter on its way is finished first. */
  close(): void
}

/** Opens the way to the server of these options. */
export function openTransport(options: SmtpOptions): SmtpTransport {
  const server = {
    host: options.host,
    port: options.port,
    secure: options.secure,
    requireTLS: options.requireTLS,
    auth: options.auth,
    tls: options.tls,
    connectionTimeout: options.timeouts.connection,
    greetingTimeout: options.timeouts.greeting,
    socketTimeout: options.timeouts.socket,
    // A letter whose parts come from data must not be able to read the server's files or call addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
    // nodemailer's log holds addresses and, with debug, contents.
    logger: false,
    debug: false,
  }
  const transporter: Transporter = options.pool
    ? createTransport({ ...server, pool: true, maxConnections: options.maxConnections })
    : createTransport(server)
  transporter.use("stream", noteWhenWholeLetterIsSent)

  return {
    async deliver(mail) {
      const tracked: TrackedMail = { ...mail, progress: { wholeLetterSent: false } }
      try {
        const { messageId } = await transporter.sendMail(tracked)
        return messageId
      } catch (error) {
        // Not kept as the cause: it carries the addresses, and errors are logged.
        throw smtpError(classifySmtpFailure(error, tracked.progress.wholeLetterSent))
      }
    },
    close: () => transporter.close(),
  }
}

/**
 * nodemailer reports a connection lost before DATA and one lost after it with the same error. The letter's stream is read
 * once the server has asked for it, and until its end the final dot is not written: before, it cannot have arrived.
 */
function noteWhenWholeLetterIsSent(mail: MailMessage, done: () => void): void {
  const { progress } = mail.data as TrackedMail
  mail.message?.processFunc((letter) => letter.once("end", () => (progress.wholeLetterSent = true)))
  done()
}
