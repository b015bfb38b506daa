import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type Admission, LogInAttempts } from "../../accounts/log-in-attempts"
import { ACCOUNT_RULES } from "../../accounts/rules"
import { accountTexts, waitingTime } from "../../accounts/texts"
import { fill } from "../../kit/fill"
import { hamonAskAccountUnlockWorkflow } from "../../workflows/ask-account-unlock"
import { rateLimits } from "../../workflows/rate-limits"
import { hamonService } from "../../workflows/service"
import { localeOf, tooMany } from "../limits"
import { addressToTry } from "./decoy"
import { attemptOf, fieldsOf, isGuarded, providerOf } from "./request"

/** Counts an attempt to log in before core looks at the password, and refuses one too many (CNIL 2022-100, case 2). */
export async function guardLogIn(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const provider = providerOf(req)
  const fields = fieldsOf(req)
  const { email, password } = fields
  if (!isGuarded(req, provider)) return next()
  // Core refuses these itself, and looks for no account.
  if (typeof email !== "string" || email === "" || typeof password !== "string" || password === "") return next()

  const attempt = attemptOf(req, email)
  const attempts = new LogInAttempts(rateLimits(req.scope), hamonService(req.scope).getOptions())
  const admission = await attempts.begin(attempt)
  if (!admission.admitted) return refuse(req, res, admission)

  fields.email = await addressToTry(req.scope, provider, email)
  res.once("finish", () => {
    const settled =
      res.statusCode === 200
        ? attempts.succeeded(admission, attempt)
        : admission.last
          ? sendCode(req, email)
          : Promise.resolve()
    settled.catch((error: unknown) => logFault(req, error))
  })
  return next()
}

function refuse(req: MedusaRequest, res: MedusaResponse, { because, retryAfter }: Admission & { admitted: false }) {
  if (because === "wait") return tooMany(req, res, retryAfter)
  const locale = localeOf(req)
  const link = `${hamonService(req.scope).getOptions().publicUrl}/compte/deverrouiller`
  const sentence = fill(accountTexts(locale).locked, { time: waitingTime(retryAfter, locale), link })
  return tooMany(req, res, retryAfter, sentence)
}

/** The holder is told that his account was just locked, and how to open it. Behind the answer: it costs the same for all. */
async function sendCode(req: MedusaRequest, email: string): Promise<void> {
  const asked = await rateLimits(req.scope).take(ACCOUNT_RULES.unlockLetterByAddress, email.trim())
  if (!asked.allowed) return
  await hamonAskAccountUnlockWorkflow(req.scope).run({ input: { email: email.trim(), locale: localeOf(req) } })
}

function logFault(req: MedusaRequest, error: unknown): void {
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  logger.error(`hamon: what follows an attempt to log in failed: ${error instanceof Error ? error.message : "unknown"}`)
}
