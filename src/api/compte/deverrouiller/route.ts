import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { ACCOUNT_RULES } from "../../../accounts/rules"
import { networkOf } from "../../../kit/network"
import { emailKey } from "../../../modules/hamon/email-key"
import { accountUnlockedPage, accountUnlockPage, type UnlockNotice } from "../../../pages/account-unlock"
import { hamonAskAccountUnlockWorkflow } from "../../../workflows/ask-account-unlock"
import { rateLimits } from "../../../workflows/rate-limits"
import { hamonService } from "../../../workflows/service"
import { hamonUnlockAccountWorkflow } from "../../../workflows/unlock-account"
import { localeOf, tooManyPage } from "../../limits"

const ADDRESS = z.email().max(254)
const LONGEST_CODE = 50

/** The page that unlocks logging in: a code goes to the account's address, and is typed here. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  return show(req, res, "", "none")
}

/** `ask` has a code sent, `unlock` uses it. The answers are the same whether or not there is an account. */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const { step, email, code } = (req.body ?? {}) as Record<string, unknown>
  const address = typeof email === "string" ? email.trim() : ""
  if (!ADDRESS.safeParse(address).success) return show(req, res.status(422), "", "email")
  return step === "unlock"
    ? unlock(req, res, address, typeof code === "string" ? code.slice(0, LONGEST_CODE) : "")
    : ask(req, res, address)
}

async function ask(req: MedusaRequest, res: MedusaResponse, email: string) {
  const { unlockLetterByAddress, unlockLetterByNetwork } = ACCOUNT_RULES
  const limits = rateLimits(req.scope)
  const byNetwork = await limits.take(unlockLetterByNetwork, networkOf(req.ip))
  if (!byNetwork.allowed) return tooManyPage(req, res, byNetwork.retryAfter)
  // Of the address as typed: with one count for all its spellings, anybody could use up the owner's letters.
  const byAddress = await limits.take(unlockLetterByAddress, email)
  if (!byAddress.allowed) return tooManyPage(req, res, byAddress.retryAfter)
  await hamonAskAccountUnlockWorkflow(req.scope).run({ input: { email, locale: localeOf(req) } })
  return show(req, res, email, "asked")
}

async function unlock(req: MedusaRequest, res: MedusaResponse, email: string, code: string) {
  const { unlockCodeByAddress, unlockCodeByNetwork } = ACCOUNT_RULES
  const limits = rateLimits(req.scope)
  const network = networkOf(req.ip)
  const byNetwork = await limits.take(unlockCodeByNetwork, network)
  if (!byNetwork.allowed) return tooManyPage(req, res, byNetwork.retryAfter)
  // With the network: wrong codes typed elsewhere must not use up the owner's tries.
  const byAddress = await limits.take(unlockCodeByAddress, JSON.stringify([emailKey(email), network]))
  if (!byAddress.allowed) return tooManyPage(req, res, byAddress.retryAfter)
  const { result } = await hamonUnlockAccountWorkflow(req.scope).run({ input: { email, code, network } })
  if (!result.unlocked) return show(req, res.status(422), email, "wrong")
  return res.type("html").send(accountUnlockedPage(await frame(req)))
}

async function show(req: MedusaRequest, res: MedusaResponse, email: string, notice: UnlockNotice) {
  return res.type("html").send(accountUnlockPage({ ...(await frame(req)), email, notice }))
}

async function frame(req: MedusaRequest) {
  const profile = await hamonService(req.scope).publishedProfile(null)
  return { locale: localeOf(req), merchant: profile?.content.name ?? null }
}
