import type { Amount } from "../../../law"

/** Core's facts of an order, as last read. Amounts are decimals with the currency's digits, instants UTC. */
export type OrderFacts = {
  readonly lines: readonly OrderLine[]
  /** Every shipping method of the order with what was paid for it. */
  readonly delivery: readonly {
    readonly id: string
    readonly name: string
    readonly paid: Amount
    /** Undefined of facts read before this member; null of a charge that no option stands behind. */
    readonly optionId?: string | null
  }[]
  readonly total: Amount
  readonly address: Address | null
  readonly parcels: readonly Parcel[]
  readonly returns: readonly OrderReturn[]
  readonly payments: readonly OrderPayment[]
  /** Gift cards and store credit that the order was paid with; undefined of facts read before this member. */
  readonly credit?: Amount
  /** What core took off the order for refunds that nothing in it explained; undefined of facts read before this member. */
  readonly writtenOff?: Amount
  readonly canceledAt: string | null
  /** Units that a declaration took out of Medusa's order before they left: `lines` still count them, as they were sold. */
  readonly takenOut?: readonly (Units & { readonly withdrawal: string })[]
}

/** Lines and delivery of an order as the customer bought them. */
export type Bought = {
  readonly lines: readonly Pick<OrderLine, "id" | "title" | "paid" | "quantity">[]
  readonly delivery: readonly { readonly id: string; readonly paid: Amount }[]
  /**
   * What staff owed already, for units that had left the order or come back by their hand, and had not refunded yet;
   * undefined of rows written before this member.
   */
  readonly owedBefore?: Amount
}

export type OrderLine = {
  readonly id: string
  /** By which customers name it, A1, A2 …: given once, when the case is opened or the line is added. */
  readonly number: number
  readonly title: string
  readonly variant: string | null
  readonly sku: string | null
  readonly productId: string | null
  readonly quantity: number
  /** What the line cost, tax and discounts counted. */
  readonly paid: Amount
  readonly unitPrice: Amount
  readonly shipped: boolean
  /** Units that core may still take back: fulfilled, and in no return yet. Undefined of facts read before this member. */
  readonly returnable?: number
  /** Categories of its product, and the shop's own mark of an extra; undefined of facts read before these members. */
  readonly categoryIds?: readonly string[]
  readonly mark?: string | null
  /** Id of the product that an extra belongs to, where the shop says it; undefined of facts read before this member. */
  readonly extraOf?: string | null
}

export type Address = {
  readonly name: string
  readonly lines: readonly string[]
  readonly postalCode: string
  readonly city: string
  /** ISO 3166-1 alpha-2, small letters, as Medusa writes it. */
  readonly country: string
}

export type Parcel = {
  readonly id: string
  readonly locationId: string | null
  readonly shippedAt: string | null
  readonly deliveredAt: string | null
  readonly canceled: boolean
  readonly tracking: readonly string[]
  readonly lines: readonly Units[]
}

export type Units = { readonly line: string; readonly quantity: number }

export type OrderReturn = {
  readonly id: string
  readonly status: string
  /** Declaration that this return was opened for, where it was opened by us. */
  readonly withdrawal: string | null
  readonly receivedAt: string | null
  readonly lines: readonly (Units & { readonly received: number })[]
}

export type OrderPayment = {
  readonly id: string
  readonly providerId: string
  /** What the customer approved; undefined of facts read before this member. */
  readonly authorized?: Amount
  readonly captured: Amount
  readonly refunds: readonly CoreRefund[]
  readonly canceled: boolean
}

export type CoreRefund = {
  readonly id: string
  readonly amount: Amount
  readonly createdAt: string
  /** Key of our ledger's line, where the refund came from it. */
  readonly key: string | null
  /** Whether core booked it on the order too: a refund row without its transaction may never have been paid. */
  readonly booked: boolean
}
