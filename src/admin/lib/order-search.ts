import { useQuery } from "@tanstack/react-query"
import { keys } from "./queries"
import { sdk } from "./sdk"
import type { Instant } from "./types"

export type FoundOrder = {
  readonly id: string
  readonly display_id: number
  readonly email: string | null
  readonly created_at: Instant
  readonly currency_code: string
  readonly total: number
  readonly shipping_address: { readonly first_name: string | null; readonly last_name: string | null } | null
}

const FIELDS =
  "id,display_id,email,created_at,currency_code,total,shipping_address.first_name,shipping_address.last_name"
const SHOWN = 10

/** Orders of Medusa that a typed number, address, name or identifier may mean. A number that exists means one order. */
export function useOrderSearch(typed: string) {
  return useQuery({
    queryKey: keys.orderSearch(typed),
    queryFn: async () => {
      const number = numberIn(typed)
      const numbered = number === null ? null : await orderNumbered(number)
      if (numbered) return [numbered]
      const term: Record<string, string> = typed.startsWith("order_") ? { id: typed } : { q: typed }
      return (await listOrders({ ...term, order: "-created_at", limit: SHOWN })).orders
    },
    enabled: typed !== "",
  })
}

/** « n° 1042 », "#1042" and "1042" are the number; anything else is searched as it was typed. */
function numberIn(typed: string): number | null {
  const found = /^(?:n[o°.]*|#)?\s*(\d{1,9})$/i.exec(typed)
  return found ? Number(found[1]) : null
}

/**
 * The order of a number. Medusa's list has no filter for it, and its search finds a number in every address too: so the
 * list is halved by its order. Numbers grow by one at least, so that number n stands among the first n.
 */
async function orderNumbered(number: number): Promise<FoundOrder | null> {
  let [first, end] = [0, number]
  while (first < end) {
    const middle = Math.floor((first + end) / 2)
    const { orders, count } = await listOrders({ order: "display_id", offset: middle, limit: 1 })
    const found = orders.at(0)
    if (found?.display_id === number) return found
    if (found && found.display_id < number) first = middle + 1
    else end = Math.min(middle, count)
  }
  return null
}

function listOrders(query: Record<string, string | number>) {
  return sdk.client.fetch<{ orders: FoundOrder[]; count: number }>("/admin/orders", {
    query: { ...query, fields: FIELDS },
  })
}
