import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { generateResetPasswordTokenWorkflow } from "@medusajs/medusa/core-flows"
import { ACCOUNT_RULES } from "../../accounts/rules"
import { rateLimits } from "../../workflows/rate-limits"
import { tooMany } from "../limits"
import { attemptOf, isGuarded } from "./request"

/** What core's route reads, after core's own validation. */
type ResetRequest = { readonly identifier: string; readonly metadata: Record<string, unknown> }

/**
 * Answers a request for a new password in the place of core's route: limited, and before the work. Core does more for an
 * account that exists (a token, an event) and answers afterwards, so that the time tells; here nothing is looked up
 * before the answer, and core's own workflow runs behind it.
 */
export async function answerReset(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const { actor_type: actorType, auth_provider: provider } = req.params
  if (!isGuarded(req, provider)) return next()
  const { identifier, metadata } = req.validatedBody as ResetRequest
  const { network } = attemptOf(req, identifier)
  const limits = rateLimits(req.scope)
  const byNetwork = await limits.take(ACCOUNT_RULES.resetByNetwork, network)
  if (!byNetwork.allowed) return tooMany(req, res, byNetwork.retryAfter)
  // As typed: core knows an address letter by letter, and other spellings must not use up the holder's letters.
  const byAddress = await limits.take(ACCOUNT_RULES.resetByAddress, identifier)
  if (!byAddress.allowed) return tooMany(req, res, byAddress.retryAfter)

  res.sendStatus(201)
  const { http } = req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  const input = {
    entityId: identifier,
    actorType,
    provider,
    secret: http.jwtSecret,
    jwtOptions: http.jwtOptions,
    metadata,
  }
  try {
    // Without an account the workflow fails, as it does in core's route: nothing to tell anybody.
    await generateResetPasswordTokenWorkflow(req.scope).run({ input: input as never, throwOnError: false })
  } catch (error) {
    const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`hamon: a new password could not be prepared: ${error instanceof Error ? error.message : "unknown"}`)
  }
}
