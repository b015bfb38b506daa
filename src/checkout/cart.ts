import type { Amount } from "../law"

/** A cart as core knows it, in plain values: what everything that is said before the order rests on. */
export type CartFacts = {
  readonly id: string
  readonly completed: boolean
  readonly currency: string
  readonly regionId: string | null
  readonly customerId: string | null
  /** Groups of the customer who is logged in. */
  readonly customerGroups: readonly string[]
  /** ISO 3166-1 alpha-2, small letters. */
  readonly country: string | null
  readonly postalCode: string | null
  readonly total: Amount
  /** Of the total. */
  readonly taxes: Amount
  readonly lines: readonly CartLine[]
  readonly methods: readonly CartMethod[]
}

export type CartLine = {
  readonly id: string
  readonly productId: string | null
  readonly categoryIds: readonly string[]
  readonly title: string
  readonly variant: string | null
  readonly sku: string | null
  readonly quantity: number
  /** Tax and discounts counted. */
  readonly total: Amount
  /** The shop's own mark of an extra, `metadata.hamon_extra`: it can make a line an extra, never acquit one. */
  readonly mark: string | null
}

export type CartMethod = {
  readonly id: string
  /** Null for a charge that no shipping option stands behind. */
  readonly optionId: string | null
  readonly name: string
  readonly total: Amount
  /** With tax, before any discount. */
  readonly listed: Amount
}

/** A mode of delivery offered for a cart. */
export type OfferedDelivery = {
  readonly id: string
  readonly name: string
  readonly profileId: string | null
  /** With tax; null where core knows it only without. */
  readonly price: Amount | null
  /** As core compares it, with or without tax. */
  readonly bare: number | null
  /** Collected by the customer: no standard delivery to compare with. */
  readonly pickup: boolean
}
