import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import type { HamonOrder } from "./types"

/**
 * Makes the dashboard read its own order and returns again once ours has gone further by itself: a refund that was booked or
 * a return that was opened shows in Medusa's sections too, without a reload.
 */
export function useCoreFollows(order: HamonOrder | null | undefined): void {
  const client = useQueryClient()
  const seen = useRef<string | null>(null)
  const now = order ? stamp(order) : null
  useEffect(() => {
    if (now === null) return
    if (seen.current !== null && seen.current !== now) {
      for (const key of ["orders", "returns"]) void client.invalidateQueries({ queryKey: [key] })
    }
    seen.current = now
  }, [client, now])
}

function stamp({ withdrawals }: HamonOrder): string {
  return JSON.stringify(
    withdrawals.map(({ return_id, refunds }) => [return_id, refunds.filter(({ state }) => state === "booked").length]),
  )
}
