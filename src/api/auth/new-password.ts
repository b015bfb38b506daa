import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { LogInAttempts } from "../../accounts/log-in-attempts"
import { passwordRefusal } from "../../accounts/password-policy"
import { ACCOUNT_RULES } from "../../accounts/rules"
import type { Rule } from "../../kit/rate-limits"
import { networkOf } from "../../kit/network"
import { rateLimits } from "../../workflows/rate-limits"
import { hamonService } from "../../workflows/service"
import { localeOf, tooMany } from "../limits"
import { attemptOf, fieldsOf, isGuarded, providerOf } from "./request"

/** A new account: limited, and with a password that holds. Whether the address is taken, core says as it always does. */
export async function guardRegister(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  if (!isGuarded(req, providerOf(req))) return next()
  const { email, password } = fieldsOf(req)
  const { registerByNetwork, registerByAddress } = ACCOUNT_RULES
  if (!(await taken(req, res, registerByNetwork, networkOf(req.ip)))) return
  if (typeof email === "string") {
    const { account } = attemptOf(req, email)
    // Core compares the password of an address that registered and has no customer yet: a way to guess it.
    if (!(await taken(req, res, registerByAddress, account))) return
  }
  await refuseWeak(req, password, typeof email === "string" ? email : null)
  return next()
}

/** A password that replaces a forgotten one: judged before core uses up the token of the letter. */
export async function guardUpdate(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  if (!isGuarded(req, providerOf(req))) return next()
  if (!(await taken(req, res, ACCOUNT_RULES.updateByNetwork, networkOf(req.ip)))) return
  await refuseWeak(req, fieldsOf(req).password, addressInToken(req.headers.authorization))
  res.once("finish", () => {
    if (res.statusCode === 200) unlock(req as AuthenticatedMedusaRequest)
  })
  return next()
}

async function taken(req: MedusaRequest, res: MedusaResponse, rule: Rule, key: string): Promise<boolean> {
  const { allowed, retryAfter } = await rateLimits(req.scope).take(rule, key)
  if (!allowed) tooMany(req, res, retryAfter)
  return allowed
}

async function refuseWeak(req: MedusaRequest, password: unknown, email: string | null): Promise<void> {
  const service = hamonService(req.scope)
  const options = service.getOptions()
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  const profile = await service.publishedProfile(null)
  const refusal = await passwordRefusal(password, {
    locale: localeOf(req),
    options,
    about: [profile?.content.name, new URL(options.publicUrl).hostname, email],
    onFault: (error) => logger.error(`hamon: the strength of a password could not be judged: ${messageOf(error)}`),
  })
  if (refusal) throw new MedusaError(MedusaError.Types.INVALID_DATA, refusal)
}

/** Who read the letter holds the address: his account is open again, from every network. */
function unlock(req: AuthenticatedMedusaRequest): void {
  const attempts = new LogInAttempts(rateLimits(req.scope), hamonService(req.scope).getOptions())
  attempts.unlock(attemptOf(req, req.auth_context.actor_id)).catch((error: unknown) => {
    const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`hamon: an account could not be unlocked: ${messageOf(error)}`)
  })
}

/** The address that a reset token names, unproven: it is used to judge the password alone, core proves it afterwards. */
function addressInToken(authorization: string | undefined): string | null {
  try {
    const payload = Buffer.from(authorization?.split(".")[1] ?? "", "base64url").toString("utf8")
    const { entity_id: address } = JSON.parse(payload) as { entity_id?: unknown }
    return typeof address === "string" ? address : null
  } catch {
    // No token, or none that can be read: core refuses the request.
    return null
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
