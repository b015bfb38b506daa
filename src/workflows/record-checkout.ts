import { listShippingOptionsForCartWithPricingWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import { type Amount, currency } from "../law"
import type { CheckoutContent } from "../modules/hamon/operations/checkout"
import type { LetterLocale } from "../modules/hamon/types"
import { amountOf } from "./order-facts/read-order"
import { hamonService } from "./service"

/** `button_label`: the words that the shop shows on the order button (L221-14). */
export type RecordCheckoutInput = {
  cart_id: string
  locale: LetterLocale
  button_label: string
  delivery_expressly_chosen?: boolean
}

const CART_FIELDS = [
  "id",
  "currency_code",
  "completed_at",
  "total",
  "items.id",
  "items.product_id",
  "items.product_title",
  "items.quantity",
  "items.total",
  "items.product.categories.id",
  "shipping_methods.name",
  "shipping_methods.total",
]

type Cart = {
  currency_code: string
  completed_at: string | null
  total: number
  items: {
    id: string
    product_id: string
    product_title: string
    quantity: number
    total: number
    product: { categories: { id: string }[] } | null
  }[]
  shipping_methods: { name: string; total: number }[]
}

async function readCart(container: MedusaContainer, cartId: string): Promise<Cart> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "cart", fields: CART_FIELDS, filters: { id: cartId } })
  const cart = data[0] as unknown as Cart | undefined
  if (!cart) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no cart ${cartId}`)
  if (cart.completed_at) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "this cart is an order already: what it announced stays as it is",
    )
  }
  return cart
}

/** The exceptions that the merchant announces for these products (L221-28), a product's own rule before its category's. */
async function exceptionsOf(container: MedusaContainer, cart: Cart): Promise<Map<string, number>> {
  const targets = cart.items.flatMap(({ product_id, product }) => [
    product_id,
    ...(product?.categories ?? []).map(({ id }) => id),
  ])
  const rules = await hamonService(container).listCatalogueRules({ kind: "exception", target_id: targets })
  const numbers = new Map(
    rules.map(({ target_id, value }) => [target_id, Number((value as { number: number }).number)]),
  )
  const found = new Map<string, number>()
  for (const { id, product_id, product } of cart.items) {
    const number = [product_id, ...(product?.categories ?? []).map((one) => one.id)]
      .map((one) => numbers.get(one))
      .find(Boolean)
    if (number) found.set(id, number)
  }
  return found
}

type OfferedDelivery = {
  id: string
  name: string
  amount?: number | null
  calculated_price?: { calculated_amount?: number | null; is_calculated_price_tax_inclusive?: boolean } | null
  service_zone?: { fulfillment_set?: { type?: string } } | null
}

/** The modes of delivery offered for a cart, calculated prices too. */
async function deliveriesOf(container: MedusaContainer, cartId: string, code: string) {
  const { result } = await listShippingOptionsForCartWithPricingWorkflow(container).run({
    input: { cart_id: cartId, is_return: false },
  })
  return (result as unknown as OfferedDelivery[]).map(({ id, name, calculated_price, service_zone }) => {
    const amount = calculated_price?.calculated_amount
    const known =
      amount !== undefined && amount !== null && calculated_price?.is_calculated_price_tax_inclusive === true
    return {
      id,
      name,
      price: known ? amountOf(amount, code) : null,
      pickup: service_zone?.fulfillment_set?.type === "pickup",
    }
  })
}

const recordCheckoutStep = createStep("record-checkout", async (input: RecordCheckoutInput, { container }) => {
  const cart = await readCart(container, input.cart_id)
  const code = cart.currency_code
  const exceptions = await exceptionsOf(container, cart)
  const offered = await deliveriesOf(container, input.cart_id, code)
  const [chosen] = cart.shipping_methods
  const standard = offered.filter(({ pickup, price }) => !pickup && price !== null).map(({ price }) => price as Amount)
  const money = currency(code)
  const [cheapest] = standard.sort((a, b) => (money.read(a, "price") < money.read(b, "price") ? -1 : 1))
  const content: CheckoutContent = {
    lines: cart.items.map(({ id, product_id, product_title, quantity, total }) => ({
      id,
      product_id,
      title: product_title,
      quantity: Number(quantity),
      total: amountOf(total, code),
      exception: exceptions.get(id) ?? null,
    })),
    delivery_offered: offered,
    delivery_chosen: chosen ? { name: chosen.name, price: amountOf(chosen.total, code) } : null,
    delivery_expressly_chosen: input.delivery_expressly_chosen ?? null,
    cheapest_standard_delivery: cheapest ?? null,
    total: amountOf(cart.total, code),
    currency: code,
    button_label: input.button_label,
  }
  const record = await hamonService(container).recordCheckout(
    { cartId: input.cart_id, locale: input.locale, content },
    now(),
  )
  // Append-only: what a customer was shown is never taken back.
  return new StepResponse({ id: record.id, sequence: record.sequence, hash: record.hash, content: record.content })
})

/**
 * Freezes what a cart announces to the customer: lines, exceptions, delivery prices. The shop calls it when it shows the
 * summary; the last record before the order is the truth for every later computation.
 *
 * @summary Record what a cart announces.
 */
export const hamonRecordCheckoutWorkflow = createWorkflow(
  "hamon-record-checkout",
  (input: WorkflowData<RecordCheckoutInput>) => new WorkflowResponse(recordCheckoutStep(input)),
)
