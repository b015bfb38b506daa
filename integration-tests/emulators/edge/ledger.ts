/** Money as it moved at the provider, in minor units. Written by the emulator at the moment of the effect, read by tests. */
export type Movement = {
  readonly payment: string
  readonly kind:
    "authorized" | "captured" | "voided" | "refunded" | "refund_failed" | "dispute_withdrawn" | "dispute_returned"
  readonly amount: number
  readonly currency: string
  /** Idempotency key of the call that caused it. */
  readonly key: string | null
}

export class Ledger {
  readonly movements: Movement[] = []

  write(movement: Movement): void {
    this.movements.push(movement)
  }

  /** What the customer paid and did not get back, in minor units: captured, less refunds that arrived. */
  kept(payment?: string): number {
    return this.sum("captured", payment) - this.refunded(payment)
  }

  /** What the customer got back, in minor units. */
  refunded(payment?: string): number {
    return this.sum("refunded", payment) - this.sum("refund_failed", payment)
  }

  sum(kind: Movement["kind"], payment?: string): number {
    return this.movements
      .filter((one) => one.kind === kind && (payment === undefined || one.payment === payment))
      .reduce((total, { amount }) => total + amount, 0)
  }
}
