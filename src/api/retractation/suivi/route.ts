import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { DeadlineRow, RefundRow, WithdrawalRow } from "../../../modules/hamon/types"
import { followFormPage, followPage } from "../../../pages/withdrawal-follow"
import { pageLocale } from "../../../pages/texts"
import { hamonProveAddressWorkflow } from "../../../workflows/prove-address"
import { hamonService } from "../../../workflows/service"

/** Asks for the reference and the code of the acknowledgement. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const { locale, profile } = await visit(req)
  res
    .type("html")
    .send(followFormPage({ locale, merchant: profile?.content.name ?? null, reference: "", wrong: false }))
}

/** Proves the address by the code, and shows where the withdrawal stands. */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const { locale, profile, service } = await visit(req)
  const { reference, code } = req.body as Record<string, unknown>
  const typed = { reference: text(reference), code: text(code) }
  const { result } = await hamonProveAddressWorkflow(req.scope).run({ input: typed })
  if (!result.withdrawalId) {
    const merchant = profile?.content.name ?? null
    return res
      .status(422)
      .type("html")
      .send(followFormPage({ locale, merchant, reference: typed.reference, wrong: true }))
  }
  const subject = { withdrawal_id: result.withdrawalId }
  const [[withdrawal], deadlines, refunds] = await Promise.all([
    service.listWithdrawals({ id: result.withdrawalId }),
    service.listDeadlines({ subject_type: "withdrawal", subject_id: result.withdrawalId }),
    service.listRefunds(subject),
  ])
  const followed = { withdrawal, deadlines, refunds } as unknown as {
    withdrawal: WithdrawalRow
    deadlines: DeadlineRow[]
    refunds: RefundRow[]
  }
  return res.type("html").send(followPage({ locale, merchant: profile?.content ?? null, followed }))
}

async function visit(req: MedusaRequest) {
  const service = hamonService(req.scope)
  const chosen = (req.body as Record<string, unknown> | undefined)?.lang ?? req.query.lang
  const locale = pageLocale(chosen, req.headers["accept-language"], service.getOptions().defaultLocale)
  return { locale, profile: await service.publishedProfile(null), service }
}

function text(value: unknown): string {
  return typeof value === "string"
    ? value
        .slice(0, 100)
        .toWellFormed()
        .replace(/\u0000/g, "")
    : ""
}
