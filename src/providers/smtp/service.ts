import type { ProviderSendNotificationDTO, ProviderSendNotificationResultsDTO } from "@medusajs/framework/types"
import { AbstractNotificationProviderService } from "@medusajs/framework/utils"
import { toMail } from "./mail"
import { readSmtpOptions, type SmtpOptions, type SmtpOptionsInput } from "./options"
import { openTransport, type SmtpTransport } from "./transport"

/**
 * Sends the notifications of a channel, usually `email`, by SMTP. It writes nothing to the log: what failed is in the
 * error, without the letter's content.
 */
export class SmtpNotificationService extends AbstractNotificationProviderService {
  static override identifier = "hamon-smtp"

  private readonly options: SmtpOptions
  private readonly transport: SmtpTransport

  /** @throws MedusaError invalid_argument naming the option and what it accepts */
  static override validateOptions(options: Record<string, unknown>): void {
    readSmtpOptions(options)
  }

  /** @param options as in medusa-config: Medusa hands them over as they were written, not as they were validated */
  constructor(_container: unknown, options: SmtpOptionsInput) {
    super()
    this.options = readSmtpOptions(options)
    this.transport = openTransport(this.options)
  }

  /**
   * Sends one notification to one recipient.
   * @returns the Message-ID, angle brackets included
   * @throws MedusaError invalid_data when it cannot be made a mail (no subject, no content, an attachment that is not base64)
   * @throws MedusaError unexpected_state with the SmtpFailure on `smtp` when it was not delivered; see `classifySmtpFailure`
   */
  override async send(notification: ProviderSendNotificationDTO): Promise<ProviderSendNotificationResultsDTO> {
    return { id: await this.transport.deliver(toMail(notification, this.options)) }
  }

  /** Closes the connections that are kept for the next letter. */
  close(): void {
    this.transport.close()
  }
}
