import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { keys } from "./queries"
import { saveFile } from "./save-file"
import { sdk } from "./sdk"
import type { Bilingual, Instant } from "./types"

/** In the order in which somebody sees to them. */
export const ROW_STATES = ["missing", "at_risk", "not_verified", "met"] as const
export type RowState = (typeof ROW_STATES)[number]

export type Place =
  | { readonly kind: "admin"; readonly path: string }
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "option"; readonly option: string }

export type ReportRow = {
  readonly id: string
  readonly articles: readonly string[]
  readonly title: Bilingual
  readonly state: RowState
  readonly sentence: Bilingual
  readonly place: Place | null
  readonly details: readonly { readonly text: Bilingual; readonly place: Place | null }[]
  readonly detail_count: number
  readonly fine: Bilingual | null
  readonly checked_at: Instant | null
}

export type ReportSubject = { readonly id: string; readonly title: Bilingual; readonly rows: readonly ReportRow[] }

export type Report = {
  readonly generated_at: Instant
  readonly counts: Readonly<Record<RowState, number>>
  readonly subjects: readonly ReportSubject[]
}

const KEY = [...keys.all, "conformity"]

/** The report, computed now. */
export function useReport() {
  return useQuery({
    queryKey: KEY,
    queryFn: async () => (await sdk.client.fetch<{ report: Report }>("/admin/hamon/conformity")).report,
    staleTime: 0,
  })
}

/** Asks the web now; the report that follows takes the place of the one shown. */
export function useCheckNow() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () =>
      (await sdk.client.fetch<{ report: Report }>("/admin/hamon/conformity/checks", { method: "POST", body: {} }))
        .report,
    onSuccess: (report) => client.setQueryData(KEY, report),
  })
}

/** Downloads the report as PDF. */
export function useReportDocument() {
  return useMutation({
    mutationFn: async (locale: "fr" | "en") => {
      const answer = await sdk.client.fetch<Response>("/admin/hamon/conformity/document", {
        query: { locale },
        headers: { accept: "application/pdf" },
      })
      await saveFile(answer, "conformity.pdf")
    },
  })
}
