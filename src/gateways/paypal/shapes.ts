import type { PaypalMoney } from "./amounts"

/**
 * What PayPal answers, as far as it is read here.
 * https://developer.paypal.com/docs/api/orders/v2/, …/payments/v2/, …/customer-disputes/v1/
 */
export type PaypalLink = { readonly rel: string; readonly href: string }

export type PaypalAuthorization = {
  readonly id: string
  readonly status: "CREATED" | "CAPTURED" | "DENIED" | "EXPIRED" | "PARTIALLY_CAPTURED" | "VOIDED" | "PENDING"
  readonly amount: PaypalMoney
}

export type PaypalCapture = {
  readonly id: string
  readonly status: "COMPLETED" | "DECLINED" | "PARTIALLY_REFUNDED" | "PENDING" | "REFUNDED" | "FAILED"
  readonly amount: PaypalMoney
  readonly create_time?: string
  readonly supplementary_data?: RelatedIds
}

export type PaypalRefundShape = {
  readonly id: string
  readonly status: "CANCELLED" | "FAILED" | "PENDING" | "COMPLETED"
  readonly status_details?: { readonly reason?: string }
  readonly amount: PaypalMoney
  readonly custom_id?: string
  readonly create_time?: string
  readonly links?: readonly PaypalLink[]
}

export type RelatedIds = {
  readonly related_ids?: {
    readonly order_id?: string
    readonly authorization_id?: string
    readonly capture_id?: string
  }
}

export type PaypalOrder = {
  readonly id: string
  readonly status: "CREATED" | "SAVED" | "APPROVED" | "VOIDED" | "COMPLETED" | "PAYER_ACTION_REQUIRED"
  readonly intent: "CAPTURE" | "AUTHORIZE"
  readonly purchase_units: readonly {
    readonly custom_id?: string
    readonly amount: PaypalMoney
    readonly payments?: {
      readonly authorizations?: readonly PaypalAuthorization[]
      readonly captures?: readonly PaypalCapture[]
      readonly refunds?: readonly PaypalRefundShape[]
    }
  }[]
  readonly links?: readonly PaypalLink[]
}

export type PaypalDispute = {
  readonly dispute_id: string
  readonly create_time: string
  readonly reason?: string
  readonly status: string
  readonly dispute_amount: PaypalMoney
  readonly dispute_life_cycle_stage?: string
  readonly dispute_outcome?: { readonly outcome_code?: string }
  readonly seller_response_due_date?: string
}

export type PaypalEvent = {
  readonly id: string
  readonly event_type: string
  readonly create_time: string
  readonly resource?: {
    readonly supplementary_data?: RelatedIds
    readonly id?: string
    readonly custom_id?: string
    readonly amount?: PaypalMoney
    readonly links?: readonly PaypalLink[]
    readonly disputed_transactions?: readonly { readonly seller_transaction_id?: string }[]
  }
}

/** The id in a link such as `…/v2/payments/captures/2GG279541U471931P`. */
export function idInLink(links: readonly PaypalLink[] | undefined, rel: string, room: string): string | null {
  const href = links?.find((link) => link.rel === rel)?.href ?? ""
  return new RegExp(`/${room}/([A-Za-z0-9]+)`).exec(href)?.[1] ?? null
}
