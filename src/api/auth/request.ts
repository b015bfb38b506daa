import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { accountTexts } from "../../accounts/texts"
import { networkOf } from "../../kit/network"
import { emailKey } from "../../modules/hamon/email-key"
import { hamonService } from "../../workflows/service"
import { localeOf } from "../limits"

/** Longest address that mail carries. */
const LONGEST_EMAIL = 254

/** Whether a provider of accounts is one whose passwords the plugin looks after. */
export function isGuarded(req: MedusaRequest, provider: string): boolean {
  const { accounts } = hamonService(req.scope).getOptions()
  return accounts.enabled && accounts.providers.includes(provider)
}

/** The provider in a path that a regular expression took apart: `/auth/:actor_type/:auth_provider…`. */
export function providerOf(req: MedusaRequest): string {
  return req.params[1]
}

/** Members of a body, whatever was sent. */
export function fieldsOf(req: MedusaRequest): Record<string, unknown> {
  return typeof req.body === "object" && req.body !== null ? (req.body as Record<string, unknown>) : {}
}

/**
 * Who is counted: the account in one spelling, whoever it is said to act as, since core keeps one password for customers
 * and staff of one address; and the network.
 * @throws MedusaError invalid_data for text that no account can have
 */
export function attemptOf(req: MedusaRequest, email: string): { account: string; network: string } {
  if (email.length > LONGEST_EMAIL || email.includes("\u0000") || !email.isWellFormed()) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, accountTexts(localeOf(req)).email)
  }
  return { account: emailKey(email), network: networkOf(req.ip) }
}
