import type { WithdrawalFilter } from "../../../modules/hamon/operations/withdrawal-list"
import type { ExportWithdrawals } from "./validators"

/** The filter of a list or an export, from its query: one value or several, a list of them. */
export function withdrawalFilter(query: Omit<ExportWithdrawals, "locale">): WithdrawalFilter {
  const { view, q, status, channel, phase, flag, order_id, sent_from, sent_to } = query
  return {
    ...{ view, order_id, sent_from, sent_to },
    q: q?.trim() || undefined,
    status: list(status),
    channel: list(channel),
    phase: list(phase),
    flag: list(flag),
  }
}

function list<T>(given: T | T[] | undefined): T[] | undefined {
  if (given === undefined) return undefined
  return Array.isArray(given) ? given : [given]
}
