import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, decorateCartTotals, MathBN } from "@medusajs/framework/utils"
import { type Amount, currency } from "../../law"
import type {
  Address,
  CaseOpening,
  CoreRefund,
  OrderFacts,
  OrderLine,
  OrderPayment,
  OrderReturn,
  Parcel,
} from "../../modules/hamon/types"
import { now } from "../../kit/clock"

const ORDER_FIELDS = [
  "id",
  "display_id",
  "email",
  "customer_id",
  "currency_code",
  "created_at",
  "canceled_at",
  "is_draft_order",
  "locale",
  "total",
  "items.*",
  "items.detail.*",
  "items.tax_lines.*",
  "items.adjustments.*",
  "items.product.categories.id",
  "items.variant.inventory_items.inventory_item_id",
  "items.variant.inventory_items.required_quantity",
  "shipping_methods.*",
  "shipping_methods.detail.*",
  "shipping_methods.tax_lines.*",
  "shipping_methods.adjustments.*",
  "shipping_address.*",
  "fulfillments.*",
  "fulfillments.items.*",
  "fulfillments.labels.*",
  "payment_collections.payments.*",
  "payment_collections.payments.captures.*",
  "payment_collections.payments.refunds.*",
  "transactions.*",
  "credit_lines.*",
  "cart.id",
]
const RETURN_FIELDS = ["id", "status", "received_at", "updated_at", "items.*", "metadata"]

/** What core's query answers; only the members that are read here. Quantities and amounts come as BigNumber or number. */
type Raw = Record<string, unknown>

export type ReadOrder = { readonly opening: CaseOpening; readonly facts: OrderFacts; readonly readAt: Date }

/**
 * Reads everything the law asks of an order from Medusa's own modules, at one moment, in plain JSON.
 * @returns null when there is no such order, or while it is staff's draft: nothing is concluded yet
 */
export async function readOrder(container: MedusaContainer, orderId: string): Promise<ReadOrder | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const readAt = now()
  const { data: orders } = await query.graph({ entity: "order", fields: ORDER_FIELDS, filters: { id: orderId } })
  const order = orders[0] as unknown as Raw | undefined
  if (!order || order.is_draft_order === true) return null
  const { data: returns } = await query.graph({
    entity: "return",
    fields: RETURN_FIELDS,
    filters: { order_id: orderId },
  })

  const code = String(order.currency_code)
  const { lines, delivery } = amountsPaid(order, code)
  return {
    readAt,
    opening: {
      orderId: String(order.id),
      displayId: Number(order.display_id),
      cartId: text((order.cart as Raw | null)?.id),
      customerId: text(order.customer_id),
      email: text(order.email),
      locale: text(order.locale),
      currency: code,
      placedAt: instant(order.created_at) as string,
    },
    facts: {
      lines,
      delivery,
      total: sumOf([...lines.map(({ paid }) => paid), ...delivery.map(({ paid }) => paid)], code),
      address: addressOf(order.shipping_address as Raw | null),
      parcels: list(order.fulfillments).map((parcel) => parcelOf(parcel, requiredQuantities(order))),
      returns: (returns as unknown as Raw[]).map(returnOf),
      payments: list(order.payment_collections)
        .flatMap((collection) => list(collection.payments))
        .map((payment) => paymentOf(payment, list(order.transactions), code)),
      ...creditsOf(order, code),
      canceledAt: instant(order.canceled_at),
    },
  }
}

/**
 * The lines and the delivery with what was paid for all their units. Core's own line totals shrink as units come back, so
 * they are computed again, with core's arithmetic, as if nothing had been returned; and each is rounded so that together
 * they are what the order costs, to the cent.
 */
function amountsPaid(order: Raw, code: string): { lines: OrderLine[]; delivery: OrderFacts["delivery"] } {
  const items = list(order.items).sort(
    (a, b) => time(a.created_at) - time(b.created_at) || String(a.id).localeCompare(String(b.id)),
  )
  // The way back of a return, an exchange or a claim is no delivery of the order.
  const methods = list(order.shipping_methods).filter(({ detail }) => {
    const { return_id: back, exchange_id: exchange, claim_id: claim } = (detail ?? {}) as Raw
    return !back && !exchange && !claim
  })
  const whole = decorateCartTotals({
    items: items.map(({ detail: _, ...item }) => ({ ...item })),
  } as unknown as Parameters<typeof decorateCartTotals>[0]) as unknown as { items: Raw[] }
  const paid = roundTogether([...whole.items.map(({ total }) => total), ...methods.map(({ total }) => total)], code)
  return {
    lines: items.map((item, index) => {
      const quantity = count(item.quantity)
      return {
        id: String(item.id),
        number: index + 1,
        title: String(item.product_title ?? item.title),
        variant: text(item.variant_title),
        sku: text(item.variant_sku),
        productId: text(item.product_id),
        quantity,
        paid: paid[index],
        unitPrice: amountOf(quantity === 0 ? 0 : MathBN.div(whole.items[index].total as never, quantity), code),
        shipped: item.requires_shipping !== false,
        returnable: returnable(item.detail as Raw | null),
        categoryIds: list((item.product as Raw | null)?.categories).map(({ id }) => String(id)),
        mark: extraMark(item.metadata),
        extraOf: text((item.metadata as Raw | null)?.hamon_extra_of),
      }
    }),
    delivery: methods.map((method, index) => ({
      id: String(method.id),
      name: String(method.name),
      paid: paid[items.length + index],
      optionId: text(method.shipping_option_id),
    })),
  }
}

/** Core itself would return a unit again that has come back (its own check counts open returns only). */
function returnable(detail: Raw | null): number {
  const gone = ["return_requested", "return_received", "return_dismissed", "written_off"]
  const left = gone.reduce(
    (units, name) => units - count(detail?.[`${name}_quantity`]),
    count(detail?.fulfilled_quantity),
  )
  return Math.max(0, left)
}

/** Rounds a list so that its sum is the rounded sum: each takes what the running total grows by. */
function roundTogether(values: readonly unknown[], code: string): Amount[] {
  const money = currency(code)
  let sum = MathBN.convert(0)
  let written = 0n
  return values.map((value) => {
    sum = MathBN.add(sum, (value ?? 0) as never)
    const upTo = money.read(amountOf(sum, code), "amount")
    const part = upTo > written ? upTo - written : 0n
    written += part
    return money.write(part)
  })
}

function addressOf(address: Raw | null): Address | null {
  if (!address?.country_code) return null
  return {
    name: [address.first_name, address.last_name].filter(Boolean).join(" "),
    lines: [address.company, address.address_1, address.address_2].filter(Boolean).map(String),
    postalCode: String(address.postal_code ?? ""),
    city: String(address.city ?? ""),
    country: String(address.country_code),
  }
}

function parcelOf(fulfillment: Raw, required: ReadonlyMap<string, number>): Parcel {
  const units = new Map<string, number>()
  for (const item of list(fulfillment.items)) {
    const line = String(item.line_item_id)
    // Of a kit core ships one item for each part, in the parts' own quantities: the line has as many units as its scarcest part.
    const whole = Math.floor(Number(item.quantity) / (required.get(String(item.inventory_item_id)) ?? 1))
    units.set(line, Math.min(units.get(line) ?? Infinity, whole))
  }
  return {
    id: String(fulfillment.id),
    locationId: text(fulfillment.location_id),
    shippedAt: instant(fulfillment.shipped_at),
    deliveredAt: instant(fulfillment.delivered_at),
    canceled: fulfillment.canceled_at !== null,
    tracking: list(fulfillment.labels).map(({ tracking_number }) => String(tracking_number)),
    lines: [...units].map(([line, quantity]) => ({ line, quantity })).filter(({ quantity }) => quantity > 0),
  }
}

/** How many of an inventory item one unit of its line takes. */
function requiredQuantities(order: Raw): Map<string, number> {
  const parts = list(order.items).flatMap(({ variant }) => list((variant as Raw | null)?.inventory_items))
  return new Map(parts.map((part) => [String(part.inventory_item_id), Number(part.required_quantity ?? 1) || 1]))
}

function returnOf(one: Raw): OrderReturn {
  // Core stamps `received_at` when the last of the goods is in; a return received in part has none.
  const received = one.status === "received" ? (one.received_at ?? one.updated_at) : one.received_at
  return {
    id: String(one.id),
    status: String(one.status),
    withdrawal: text((one.metadata as Raw | null)?.hamon_withdrawal),
    receivedAt: instant(received),
    lines: list(one.items).map((item) => ({
      line: String(item.item_id),
      quantity: count(item.quantity),
      // Core counts damaged units among those received: adding them would count them twice.
      received: count(item.received_quantity),
    })),
  }
}

/**
 * What gift cards and store credit paid when the order was placed: core copies them from the cart as credit lines of the
 * first version; later ones are its own bookings of refunds.
 */
function creditsOf(order: Raw, code: string): { credit: Amount; writtenOff: Amount } {
  const sum = (first: boolean) =>
    sumOf(
      list(order.credit_lines)
        .filter(({ metadata }) => ((metadata as Raw | null)?.created_in_version === undefined) === first)
        .map(({ amount }) => amountOf(amount, code)),
      code,
    )
  return { credit: sum(true), writtenOff: sum(false) }
}

function paymentOf(payment: Raw, transactions: readonly Raw[], code: string): OrderPayment {
  const captures = list(payment.captures).map(({ amount }) => amountOf(amount, code))
  return {
    id: String(payment.id),
    providerId: String(payment.provider_id),
    authorized: amountOf(payment.amount, code),
    captured: sumOf(captures, code),
    refunds: list(payment.refunds).map((refund): CoreRefund => ({
      id: String(refund.id),
      amount: amountOf(refund.amount, code),
      createdAt: instant(refund.created_at) as string,
      key: text((refund.metadata as Raw | null)?.hamon_refund),
      booked: transactions.some(
        (one) =>
          one.reference === "refund" &&
          one.reference_id === refund.id &&
          MathBN.eq(MathBN.abs(one.amount as never), refund.amount as never),
      ),
    })),
    canceled: Boolean(payment.canceled_at),
  }
}

/** An amount of core's as a decimal with the currency's digits, rounded half up once; what is below nothing is nothing. */
/** The shop's own mark of a paid extra, in the metadata of a line: a kind, or anything that is not « no ». */
export function extraMark(metadata: unknown): string | null {
  const mark = (metadata as Raw | null)?.hamon_extra
  return mark === undefined || mark === null || mark === false ? null : String(mark).slice(0, 100)
}

export function amountOf(value: unknown, code: string): Amount {
  const amount = MathBN.convert((value ?? 0) as never)
  return (amount.lt(0) ? MathBN.convert(0) : amount).toFixed(currency(code).digits, 4)
}

function sumOf(amounts: readonly Amount[], code: string): Amount {
  const money = currency(code)
  return money.write(amounts.reduce((sum, amount) => sum + money.read(amount, "amount"), 0n))
}

function list(value: unknown): Raw[] {
  return Array.isArray(value) ? value.filter((one): one is Raw => one !== null && typeof one === "object") : []
}

function text(value: unknown): string | null {
  return value === null || value === undefined || value === "" ? null : String(value)
}

/** Whole units: of a metre and a half two are withdrawn, since the law counts goods. */
function count(value: unknown): number {
  return Math.ceil(MathBN.convert((value ?? 0) as never).toNumber())
}

function time(value: unknown): number {
  return value ? new Date(value as string).getTime() : 0
}

function instant(value: unknown): string | null {
  return value ? new Date(value as string).toISOString() : null
}
