import { useMutation, useQueryClient } from "@tanstack/react-query"
import { keys } from "./queries"
import { sdk } from "./sdk"
import type { CivilDate, HamonOrder, PaidMeans } from "./types"

export type ReceptionToRecord = {
  readonly fulfillment_id: string
  readonly received_on: CivilDate
  readonly proof: { readonly kind: string; readonly text: string }
}

/** Records when a parcel was received. */
export function useRecordReception(orderId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (reception: ReceptionToRecord) =>
      sdk.client.fetch<{ hamon_order: HamonOrder }>(`/admin/hamon/orders/${orderId}/receptions`, {
        method: "POST",
        body: { receptions: [reception] },
      }),
    onSuccess: ({ hamon_order }) => client.setQueryData(keys.order(orderId), hamon_order),
  })
}

/** Approves the refund of a declaration: the server computes it and sends it. */
export function useApproveRefund(withdrawalId: string) {
  return useHamonPost<void>(() => ({ path: `/admin/hamon/withdrawals/${withdrawalId}/refund`, body: {} }))
}

/** Sends a refund again that failed, or whose outcome nobody knows. */
export function useRetryRefund() {
  return useHamonPost<string>((refundId) => ({ path: `/admin/hamon/refunds/${refundId}/retry`, body: {} }))
}

export type PaymentToRecord = {
  readonly means: PaidMeans
  readonly on: CivilDate
  readonly proof: string
  /** The customer's, to another means than the one he paid with (L221-24). */
  readonly consent?: string
}

/** Records that a refund was paid otherwise than by the machine. */
export function useRecordPaid(refundId: string) {
  return useHamonPost<PaymentToRecord>((paid) => ({ path: `/admin/hamon/refunds/${refundId}/paid`, body: paid }))
}

export type Match = {
  readonly order_id: string
  readonly lines: readonly { readonly order_line_id: string; readonly quantity: number }[]
}

/** Says to which order a declaration belongs, and which units it means. */
export function useMatchWithdrawal(withdrawalId: string) {
  return useHamonPost<Match>((match) => ({ path: `/admin/hamon/withdrawals/${withdrawalId}/match`, body: match }))
}

/** Gives an extra without the customer's choice back (L121-17). */
export function useRefundExtra() {
  return useHamonPost<string>((id) => ({ path: `/admin/hamon/unchosen-extras/${id}/refund`, body: {} }))
}

/** Records the customer's consent to it that staff can show. */
export function useShowConsent(id: string) {
  return useHamonPost<{ ground: string }>((shown) => ({
    path: `/admin/hamon/unchosen-extras/${id}/consent`,
    body: shown,
  }))
}

/** An act of staff on one declaration: the last part of its address, and what is told. */
export type Act = { readonly path: string; readonly body: object }

export function useAct(withdrawalId: string) {
  return useHamonPost<Act>(({ path, body }) => ({ path: `/admin/hamon/withdrawals/${withdrawalId}/${path}`, body }))
}

/** Records a declaration that came by post, telephone or e-mail. */
export function useRecordReceived() {
  return useHamonPost<object, { withdrawal: { id: string } }>((body) => ({ path: "/admin/hamon/withdrawals", body }))
}

/** Sends a letter again that failed. */
export function useResendLetter() {
  return useHamonPost<string>((id) => ({ path: `/admin/hamon/letters/${id}/resend`, body: {} }))
}

/** A POST after which everything of ours that is shown is asked again. */
function useHamonPost<Input, Output = unknown>(request: (input: Input) => { path: string; body: object }) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => {
      const { path, body } = request(input)
      // The browser itself says where the parts of a form with files begin.
      const headers = body instanceof FormData ? { "content-type": null } : undefined
      return sdk.client.fetch<Output>(path, { method: "POST", body, headers })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  })
}
