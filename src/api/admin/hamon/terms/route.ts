import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { TERMS_OF_SALE } from "../../../../modules/hamon/operations/text-versions"
import { hamonPublishTermsWorkflow } from "../../../../workflows/publish-terms"
import { hamonService } from "../../../../workflows/service"
import { staffNames } from "../staff-names"
import type { PublishTerms } from "../validators"

/** Every version of the terms of sale, the newest first, without its words; and the one in force of each language, whole. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const service = hamonService(req.scope)
  const [rows, current] = await Promise.all([
    service.listTextVersions(
      { kind: TERMS_OF_SALE },
      {
        order: { created_at: "DESC", version: "DESC" },
        take: 1000,
        select: ["id", "locale", "version", "hash", "published_by", "created_at"],
      },
    ),
    service.termsInForce(),
  ])
  const names = await staffNames(
    req.scope,
    rows.map(({ published_by }) => published_by),
  )
  const inForce = new Set(current.map(({ id }) => id))
  const terms = rows.map(({ id, locale, version, hash, published_by, created_at }) => ({
    id,
    locale,
    version,
    hash,
    published_at: created_at,
    published_by,
    staff: names.get(published_by ?? "") ?? null,
    current: inForce.has(id),
  }))
  res.json({ terms, count: terms.length, current })
}

/** Puts terms of sale in force, as a new version; those in force again are the same version. */
export async function POST(req: AuthenticatedMedusaRequest<PublishTerms>, res: MedusaResponse) {
  const { locale, body, seen } = req.validatedBody
  const { result } = await hamonPublishTermsWorkflow(req.scope).run({
    input: { locale, body, ...(seen !== undefined && { seen }), actor: req.auth_context.actor_id },
  })
  if (result.outcome === "published") return res.json({ terms: result.text })
  return res.status(409).json({
    type: MedusaError.Types.NOT_ALLOWED,
    code: "terms_changed",
    message:
      "somebody else published terms of sale in this language since you opened them, and yours were not published: read what is in force, then publish again",
    current: result.current,
  })
}
