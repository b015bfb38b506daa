import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { once } from "node:events"
import { now } from "../../../../../kit/clock"
import { BYTE_ORDER_MARK, csvRow } from "../../../../../kit/csv"
import { civilDateIn } from "../../../../../law"
import { merchantZone } from "../../../../../modules/hamon/options"
import { hamonService } from "../../../../../workflows/service"
import type { ExportWithdrawals } from "../../validators"
import { withdrawalFilter } from "../../withdrawal-filter"
import { withdrawalTable } from "../../withdrawal-table"

const PIECE = 500

/** A view as a table for spreadsheet programs, piece by piece: neither the database nor this process holds all of it. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const service = hamonService(req.scope)
  const options = service.getOptions()
  const { locale = options.defaultLocale, ...filter } = req.validatedQuery as ExportWithdrawals
  const at = now()
  const zone = merchantZone(options)
  const { head, cells, separator } = withdrawalTable(locale, zone)
  const piece = (after: string | null) => service.withdrawalExport(withdrawalFilter(filter), after, PIECE, at)

  // Read before the answer begins: what cannot be read at all is an error, not a table that ends early.
  let rows = await piece(null)
  const name = `${locale === "fr" ? "retractations" : "withdrawals"}-${civilDateIn(at.toISOString(), zone)}.csv`
  res
    .set("Content-Type", "text/csv; charset=utf-8")
    .set("Content-Disposition", `attachment; filename="${name}"`)
    .set("Cache-Control", "no-store")
  res.write(BYTE_ORDER_MARK + csvRow(head, separator))
  try {
    for (;;) {
      const text = rows.map((row) => csvRow(cells(row), separator)).join("")
      // Whoever went away is not waited for.
      if (res.destroyed) return
      if (text !== "" && !res.write(text)) await Promise.race([once(res, "drain"), once(res, "close")])
      if (rows.length < PIECE) break
      rows = await piece(rows[rows.length - 1].id)
    }
    res.end()
  } catch (error) {
    // A table that broke off must not look whole.
    res.destroy(error as Error)
  }
}
