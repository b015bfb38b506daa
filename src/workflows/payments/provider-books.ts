import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { GatewayPayment, PaymentGateway } from "../../gateways/types"
import { gatewayOf } from "../../modules/hamon/options"
import { hamonService } from "../service"

/** A payment of core whose provider's books can be read. */
export type ReadablePayment = {
  readonly id: string
  readonly orderId: string | null
  readonly gateway: PaymentGateway
  /** The provider's id of it; null where core's `data` does not hold it. */
  readonly reference: string | null
}

const FIELDS = ["id", "data", "provider_id", "payment_session_id", "payment_collection.order.id"]

type RawPayment = {
  readonly id: string
  readonly data: Record<string, unknown> | null
  readonly provider_id: string
  readonly payment_collection?: { readonly order?: { readonly id?: string } | null } | null
}

/** The payment with this id, where its provider is one of ours; null where nobody can read its books. */
export async function readablePayment(container: MedusaContainer, paymentId: string): Promise<ReadablePayment | null> {
  return one(container, { id: paymentId })
}

/** The payment that a session of Medusa's became; null where there is none of ours. */
export async function paymentOfSession(container: MedusaContainer, sessionId: string): Promise<ReadablePayment | null> {
  return one(container, { payment_session_id: sessionId })
}

/** Every payment of an order whose provider's books can be read. */
export async function readablePayments(
  container: MedusaContainer,
  paymentIds: readonly string[],
): Promise<ReadablePayment[]> {
  return paymentIds.length === 0 ? [] : find(container, { id: [...paymentIds] })
}

/**
 * What the provider's books say of a payment.
 * @returns null where the provider knows no such payment
 * @throws GatewayError
 */
export async function readBooks({ gateway, reference }: ReadablePayment): Promise<GatewayPayment | null> {
  return reference === null ? null : gateway.readPayment(reference)
}

async function one(container: MedusaContainer, filters: Record<string, unknown>): Promise<ReadablePayment | null> {
  const [found] = await find(container, filters)
  return found ?? null
}

async function find(container: MedusaContainer, filters: Record<string, unknown>): Promise<ReadablePayment[]> {
  const options = hamonService(container).getOptions()
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "payment", fields: FIELDS, filters })
  return (data as unknown as RawPayment[]).flatMap((payment) => {
    const gateway = gatewayOf(options, payment.provider_id)
    if (!gateway) return []
    const orderId = payment.payment_collection?.order?.id ?? null
    return [{ id: payment.id, orderId, gateway, reference: gateway.referenceIn(payment.data) }]
  })
}
