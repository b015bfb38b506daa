import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { isNotFound } from "./errors"
import { pause, pauseOfOrder } from "./in-flight"
import { sdk } from "./sdk"
import type { Dispute, HamonOrder, ListedWithdrawal, Sweep, WithdrawalDetail, WithdrawalView } from "./types"

const ROOT = "hamon"
export const keys = {
  all: [ROOT],
  order: (id: string) => [ROOT, "order", id],
  withdrawals: [ROOT, "withdrawals"],
  withdrawal: (id: string) => [ROOT, "withdrawal", id],
  disputes: [ROOT, "disputes"],
  sweeps: [ROOT, "sweeps"],
  orderSearch: (typed: string) => [ROOT, "order-search", typed],
}

const MINUTE = 60_000

/** Everything the law keeps of an order; null while its case is not opened yet, which is no failure to show as one. */
export function useHamonOrder(id: string) {
  return useQuery({
    queryKey: keys.order(id),
    queryFn: () =>
      sdk.client.fetch<{ hamon_order: HamonOrder }>(`/admin/hamon/orders/${id}`).then(
        ({ hamon_order }) => hamon_order,
        (error: unknown) => {
          if (isNotFound(error)) return null
          throw error
        },
      ),
    refetchInterval: ({ state }) => pauseOfOrder(state.data),
    staleTime: 0,
  })
}

/** One declaration. */
export function useWithdrawal(id: string) {
  return useQuery({
    queryKey: keys.withdrawal(id),
    queryFn: async () =>
      (await sdk.client.fetch<{ withdrawal: WithdrawalDetail }>(`/admin/hamon/withdrawals/${id}`)).withdrawal,
    retry: (failures, error) => !isNotFound(error) && failures < 2,
    refetchInterval: ({ state }) => state.data && pause(state.data),
    staleTime: 0,
  })
}

type Page = { readonly limit: number; readonly offset: number }

/** Of each list of values one must hold. */
export type WithdrawalFilter = Page & {
  readonly view?: WithdrawalView
  readonly q: string | undefined
  readonly status?: readonly string[]
  readonly flag?: readonly string[]
  readonly phase?: readonly string[]
  readonly channel?: readonly string[]
}

/** A page of declarations, the newest first. */
export function useWithdrawals(filter: WithdrawalFilter) {
  return useQuery({
    queryKey: [...keys.withdrawals, filter],
    queryFn: () =>
      sdk.client.fetch<{
        withdrawals: ListedWithdrawal[]
        count: number
        counts: Readonly<Record<WithdrawalView, number>>
      }>("/admin/hamon/withdrawals", { query: filter }),
    placeholderData: keepPreviousData,
    refetchInterval: MINUTE / 2,
    staleTime: 0,
  })
}

export type DisputeFilter = Page & { readonly status?: readonly string[] }

/** A page of disputes, those first that must be answered soonest. */
export function useDisputes(filter: DisputeFilter) {
  return useQuery({
    queryKey: [...keys.disputes, filter],
    queryFn: () => sdk.client.fetch<{ disputes: Dispute[]; count: number }>("/admin/hamon/disputes", { query: filter }),
    placeholderData: keepPreviousData,
    refetchInterval: MINUTE / 2,
    staleTime: 0,
  })
}

/** When each sweeper last ran. */
export function useSweeps() {
  return useQuery({
    queryKey: keys.sweeps,
    queryFn: async () => (await sdk.client.fetch<{ sweeps: Sweep[] }>("/admin/hamon/sweeps")).sweeps,
    refetchInterval: MINUTE,
    staleTime: 0,
  })
}
