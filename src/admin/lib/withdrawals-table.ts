import { useMutation } from "@tanstack/react-query"
import type { WithdrawalFilter } from "./queries"
import { saveFile } from "./save-file"
import { sdk } from "./sdk"

/** What an export is narrowed by: all that narrows the list. */
export type Exported = Omit<WithdrawalFilter, "limit" | "offset">

/** Downloads a view as a table for spreadsheet programs. */
export function useWithdrawalsTable() {
  return useMutation({
    mutationFn: async (query: Exported & { locale: "fr" | "en" }) => {
      const answer = await sdk.client.fetch<Response>("/admin/hamon/withdrawals/export", {
        query,
        headers: { accept: "text/csv" },
      })
      await saveFile(answer, "withdrawals.csv")
    },
  })
}
