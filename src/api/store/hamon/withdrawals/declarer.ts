import type { AuthenticatedMedusaRequest, MedusaStoreRequest } from "@medusajs/framework/http"
import { DECLARING_RULES } from "../../../../declaring/limits"
import { now } from "../../../../kit/clock"
import { networkOf } from "../../../../kit/network"
import type { Count } from "../../../../kit/rate-limits"
import { rateLimits } from "../../../../workflows/rate-limits"
import { hamonService } from "../../../../workflows/service"
import type { ProvenAddress } from "../../../declaring/proven-address"

/** A guest proves his address to the API with the code of the link to his orders: never in an address, which logs keep. */
const CODE_HEADER = "x-hamon-orders-code"
const LONGEST_CODE = 50

/** Who calls, as far as it is proven. */
export type Declarer = {
  readonly customerId: string | null
  readonly proven: ProvenAddress | null
  /** Why a code was not looked at; null where it was, or there is none. */
  readonly refused: Count | null
}

/** Core has read the customer's token, if there is one; a code is looked at within the limit of its network. */
export async function declarerOf(req: MedusaStoreRequest): Promise<Declarer> {
  const customerId = customerOf(req)
  const code = req.get(CODE_HEADER)
  if (!code) return { customerId, proven: null, refused: null }
  const service = hamonService(req.scope)
  if (service.getOptions().limitRequests) {
    const count = await rateLimits(req.scope).take(DECLARING_RULES.codesByNetwork, networkOf(req.ip))
    if (!count.allowed) return { customerId, proven: null, refused: count }
  }
  const found = await service.addressOfLink(code.slice(0, LONGEST_CODE), now())
  const proven = found && { address: found.address, until: found.until.getTime() }
  return { customerId, proven, refused: null }
}

export function customerOf(req: MedusaStoreRequest): string | null {
  return (req as unknown as Partial<AuthenticatedMedusaRequest>).auth_context?.actor_id || null
}
