import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonService } from "../../../../../workflows/service"
import { staffNames } from "../../staff-names"

/** Published versions, the newest first: number, hash, when and by whom. What each says: `/versions/:version`. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const rows = await hamonService(req.scope).listMerchantProfiles(
    { status: "published" },
    { order: { version: "DESC" }, take: 1000, select: ["id", "version", "hash", "published_at", "published_by"] },
  )
  const names = await staffNames(
    req.scope,
    rows.map(({ published_by }) => published_by),
  )
  const versions = rows.map(({ id, version, hash, published_at, published_by }) => ({
    id,
    version,
    hash,
    published_at,
    published_by,
    staff: names.get(published_by ?? "") ?? null,
  }))
  res.json({ versions, count: versions.length })
}
