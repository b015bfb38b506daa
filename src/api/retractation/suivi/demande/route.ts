import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { consentShown, OFFERED_MEANS } from "../../../../follow/requests"
import { refuse } from "../../../../modules/hamon/follow-refusals"
import { followPageTexts, type FollowPageTexts } from "../../../../pages/texts/follow"
import { hamonAnswerDeductionWorkflow } from "../../../../workflows/follow/answer-deduction"
import { hamonAskKeepGoodsWorkflow } from "../../../../workflows/follow/ask-keep-goods"
import { hamonChooseMeansWorkflow } from "../../../../workflows/follow/choose-means"
import { localeOf } from "../../../limits"
import { fieldOf, followedBy, showFollowed, showForm, showRefusal } from "../session"

/** More than is taken, so that a text that is too long is told, not cut. */
const LONGEST = 5000

type Act = (scope: MedusaContainer, id: string, req: MedusaRequest) => Promise<unknown>

/** What a customer asks on the status page, by the name of its button. */
const ACTS: Readonly<Record<Exclude<keyof FollowPageTexts["done"], "proof">, Act>> = {
  keep_goods: (scope, id) => hamonAskKeepGoodsWorkflow(scope).run({ input: { withdrawal_id: id, by: "customer" } }),
  other_means: async (scope, id, req) => {
    const means = OFFERED_MEANS.find((one) => one === fieldOf(req, "means", 20))
    if (!means) refuse("means_unknown")
    if (fieldOf(req, "consent", 10) !== "yes") refuse("consent_missing")
    const agreed = { means, details: fieldOf(req, "details", 500), textShown: consentShown(means, localeOf(req)) }
    await hamonChooseMeansWorkflow(scope).run({ input: { withdrawal_id: id, agreed } })
  },
  take_back_means: (scope, id) => hamonChooseMeansWorkflow(scope).run({ input: { withdrawal_id: id, agreed: null } }),
  accept_deduction: (scope, id, req) => answer(scope, id, req, true),
  contest_deduction: (scope, id, req) => answer(scope, id, req, false),
}

/** A request of the customer: done or refused, the page says so in a sentence. */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const id = followedBy(req)
  if (!id) return showForm(req, res.status(422), { reference: "", notice: "expired" })
  const name = fieldOf(req, "act", 50)
  if (!isAct(name)) return showRefusal(req, res, id, "unknown_act")
  try {
    await ACTS[name](req.scope, id, req)
  } catch (error) {
    return showRefusal(req, res, id, error)
  }
  const sentence = followPageTexts(localeOf(req)).done[name]
  return showFollowed(req, res, id, { notice: { kind: "done", sentence } })
}

function isAct(name: string): name is keyof typeof ACTS {
  return Object.hasOwn(ACTS, name)
}

function answer(scope: MedusaContainer, id: string, req: MedusaRequest, accept: boolean) {
  const words = fieldOf(req, "words", LONGEST)
  const input = { withdrawal_id: id, deduction_id: fieldOf(req, "deduction", 100), accept, words }
  return hamonAnswerDeductionWorkflow(scope).run({ input })
}
