import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type FollowedPicture, followedPicture } from "../../../follow/picture"
import { now } from "../../../kit/clock"
import { seal, unseal } from "../../../kit/sealed"
import { civilDateIn, zoneOf } from "../../../law"
import { followFormPage, type FollowForm } from "../../../pages/follow/form"
import type { FollowFrame, TypedProof } from "../../../pages/follow/frame"
import { followPage } from "../../../pages/follow/page"
import { followPageTexts, type FollowPageTexts } from "../../../pages/texts/follow"
import { hamonService } from "../../../workflows/service"
import { localeOf } from "../../limits"

const PURPOSE = "withdrawal_follow"
/** As long as a visit: each answer seals anew, and who leaves the page open on a shared computer leaves it for so long. */
const LASTS = 2 * 60 * 60 * 1000

/** The declaration that a form of the page is about; null where it holds no whole seal, or one that is too old. */
export function followedBy(req: MedusaRequest): string | null {
  const sealed = fieldOf(req, "state", 2000)
  const opened = sealed === "" ? null : unseal(hamonService(req.scope).getOptions().secret, PURPOSE, sealed)
  const { id, at } = (opened?.content ?? {}) as { id?: unknown; at?: unknown }
  if (!opened?.whole || typeof id !== "string" || typeof at !== "number") return null
  const age = now().getTime() - at
  return age <= LASTS ? id : null
}

/**
 * A declaration as its customer sees it.
 * @param language by default that of the request; `customers`: that of the declaration
 */
export async function pictureFor(
  req: MedusaRequest,
  id: string,
  language: FollowedPicture["locale"] | "customers" = localeOf(req),
) {
  const service = hamonService(req.scope)
  const followed = await service.readFollowed(id, now())
  const locale = language === "customers" ? followed.withdrawal.locale : language
  return { followed, picture: followedPicture(followed, { locale, now: now(), options: service.getOptions() }) }
}

type Shown = {
  readonly notice?: FollowFrame["notice"]
  readonly typed?: TypedProof
  readonly locale?: FollowedPicture["locale"]
}

/** The status page, sealed anew. */
export async function showFollowed(req: MedusaRequest, res: MedusaResponse, id: string, shown: Shown = {}) {
  const { notice = null, typed = { carrier: "", tracking: "", on: "" } } = shown
  const { followed, picture } = await pictureFor(req, id, shown.locale ?? localeOf(req))
  const { secret } = hamonService(req.scope).getOptions()
  const at = now()
  const page = followPage({
    locale: picture.locale,
    merchant: followed.merchant?.name ?? null,
    picture,
    sealed: seal(secret, PURPOSE, { id, at: at.getTime() }),
    today: civilDateIn(at.toISOString(), zoneOf(followed.order?.place ?? {})),
    typed,
    notice,
  })
  return res.type("html").send(page)
}

/** The way in, with what went wrong. */
export async function showForm(
  req: MedusaRequest,
  res: MedusaResponse,
  { reference, notice }: Pick<FollowForm, "reference" | "notice">,
) {
  const profile = await hamonService(req.scope).publishedProfile(null)
  const merchant = profile?.content.name ?? null
  return res.type("html").send(followFormPage({ locale: localeOf(req), merchant, reference, notice }))
}

/** The page once more, saying why an act was not done. @throws what is no refusal of ours */
export async function showRefusal(
  req: MedusaRequest,
  res: MedusaResponse,
  id: string,
  code: unknown,
  typed?: TypedProof,
) {
  const sentence = refusalSentence(followPageTexts(localeOf(req)), code)
  if (sentence === null) throw code
  return showFollowed(req, res.status(422), id, { notice: { kind: "refused", sentence }, typed })
}

/** @param fault a code of ours, or an error that carries one */
function refusalSentence({ refusals }: FollowPageTexts, fault: unknown): string | null {
  const code = typeof fault === "string" ? fault : (fault as { code?: unknown } | null)?.code
  return typeof code === "string" && Object.hasOwn(refusals, code) ? refusals[code as keyof typeof refusals] : null
}

/** A text field as it was typed, cut to what is kept; what cannot be stored is taken out. */
export function fieldOf(req: MedusaRequest, name: string, longest: number): string {
  const value = (req.body as Record<string, unknown> | undefined)?.[name]
  if (typeof value !== "string") return ""
  return value
    .slice(0, longest)
    .toWellFormed()
    .replace(/\u0000/g, "")
    .trim()
}
