import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { GatewayError } from "../../../../gateways/gateway-error"
import { hamonRecordProviderEventWorkflow } from "../../../../workflows/record-provider-event"
import { hamonService } from "../../../../workflows/service"

/**
 * Webhooks of refunds and disputes, beside core's own hook: verified, then stored, then answered with 200. Whatever cannot be
 * done now is answered with 503, and the provider tells it again.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const { gateways } = hamonService(req.scope).getOptions()
  const gateway = gateways.find(({ name }) => name === req.params.provider)
  if (!gateway) {
    const sentence = `this shop takes no webhooks here; it knows ${gateways.map(({ name }) => name).join(", ") || "no provider"}`
    throw new MedusaError(MedusaError.Types.NOT_FOUND, sentence)
  }
  try {
    const event = await gateway.verifyEvent(rawBody(req), req.headers)
    await hamonRecordProviderEventWorkflow(req.scope).run({ input: { provider: gateway.name, event } })
    res.json({ received: true })
  } catch (error) {
    if (error instanceof GatewayError && error.outcome === "refused") {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, error.message)
    }
    const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`hamon: a webhook of ${gateway.name} could not be stored: ${String(error)}`)
    res.status(503).json({ type: "unavailable", message: "the event could not be stored now; tell it again" })
  }
}

/** Signatures are over the bytes that were sent: the parsed body, written again, is another text. */
function rawBody(req: MedusaRequest): Buffer {
  const raw = (req as { rawBody?: unknown }).rawBody
  return Buffer.isBuffer(raw) ? raw : Buffer.alloc(0)
}
