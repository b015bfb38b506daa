import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/** A payment session of a cart, as Medusa knows it. */
export type StartedSession = {
  readonly id: string
  readonly provider_id: string
  /** Medusa's payment of a session that was authorised while its cart did not become an order. */
  readonly payment: { readonly id: string; readonly canceled: boolean } | null
}

export type StartedPayment =
  | { readonly state: "nothing" | "ordered" | "paid"; readonly sessions: readonly [] }
  | { readonly state: "open"; readonly sessions: readonly StartedSession[] }

const FIELDS = [
  "id",
  "completed_at",
  "payment_collection.payment_sessions.id",
  "payment_collection.payment_sessions.provider_id",
  "payment_collection.payment_sessions.status",
  "payment_collection.payment_sessions.payment.id",
  "payment_collection.payment_sessions.payment.canceled_at",
  "payment_collection.payment_sessions.payment.captured_at",
  "payment_collection.payment_sessions.payment.captures.id",
]

type Cart = {
  completed_at: Date | string | null
  payment_collection?: { payment_sessions?: CartSession[] } | null
}

type CartSession = {
  id: string
  provider_id: string
  status: string
  payment?: {
    id: string
    canceled_at: Date | string | null
    captured_at: Date | string | null
    captures?: { id: string }[]
  } | null
}

/** What a cart's payment is at: to be read under the cart's lock. */
export const readStartedPaymentStep = createStep(
  "read-started-payment",
  async ({ cart_id }: { cart_id: string }, { container }) => {
    const [cart, ordered] = await Promise.all([readCart(container, cart_id), isOrdered(container, cart_id)])
    return new StepResponse(stateOf(cart, ordered))
  },
)

function stateOf({ completed_at, payment_collection }: Cart, ordered: boolean): StartedPayment {
  const sessions = payment_collection?.payment_sessions ?? []
  if (completed_at || ordered) return { state: "ordered", sessions: [] }
  if (sessions.some(isCaptured)) return { state: "paid", sessions: [] }
  if (sessions.length === 0) return { state: "nothing", sessions: [] }
  return {
    state: "open",
    sessions: sessions.map(({ id, provider_id, payment }) => ({
      id,
      provider_id,
      payment: payment ? { id: payment.id, canceled: Boolean(payment.canceled_at) } : null,
    })),
  }
}

function isCaptured({ status, payment }: CartSession): boolean {
  return status === "captured" || Boolean(payment?.captured_at) || Boolean(payment?.captures?.length)
}

async function readCart(container: MedusaContainer, id: string): Promise<Cart> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "cart", fields: FIELDS, filters: { id } })
  const cart = data[0] as unknown as Cart | undefined
  if (!cart) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no cart ${id}`)
  return cart
}

/** Core links a cart to its order before it writes on the cart that it is completed. */
async function isOrdered(container: MedusaContainer, cart_id: string): Promise<boolean> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order_cart", fields: ["order_id"], filters: { cart_id } })
  return data.length > 0
}
