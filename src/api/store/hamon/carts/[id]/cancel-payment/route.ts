import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { acquireLockStepId } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { type Leaving, leavingSentence } from "../../../../../../payments/leaving"
import { withdrawalUrl } from "../../../../../../payments/withdrawal-url"
import { hamonCancelPaymentWorkflow } from "../../../../../../workflows/cancel-payment"
import { hamonService } from "../../../../../../workflows/service"
import { customerLocale } from "../../../customer-locale"

/** Milliseconds for which a customer waits for a provider. The cancellation itself goes on under the cart's lock. */
const PATIENCE = 12_000
/** Seconds after which to try again. */
const AGAIN = "5"

type Left = { readonly state: Leaving; readonly canceled: readonly { id: string; provider_id: string }[] }

/** The status of each end that is not a success; written here because core replaces the words of a conflict by its own. */
const REFUSALS = {
  ordered: { status: 409, type: MedusaError.Types.NOT_ALLOWED, code: "order_placed" },
  paid: { status: 409, type: MedusaError.Types.NOT_ALLOWED, code: "payment_made" },
  unavailable: { status: 503, type: MedusaError.Types.UNEXPECTED_STATE, code: "payment_not_cancelled" },
  busy: { status: 503, type: MedusaError.Types.UNEXPECTED_STATE, code: "cart_busy" },
  waiting: { status: 503, type: MedusaError.Types.UNEXPECTED_STATE, code: "payment_provider_silent" },
} as const

/** Leaves the payment of a cart before it is made, whoever the provider is. Every answer is a sentence for the customer. */
export async function POST(req: MedusaStoreRequest, res: MedusaResponse) {
  const service = hamonService(req.scope)
  const options = service.getOptions()
  const locale = customerLocale(req, options)
  const [{ state, canceled }, profile] = await Promise.all([
    withPatience(leave(req.scope, req.params.id), req.scope),
    service.publishedProfile(null),
  ])
  const message = leavingSentence(state, locale, { merchant: profile?.content ?? null, options })
  if (state === "left" || state === "nothing") return res.json({ outcome: state, message, canceled })
  const { status, ...refusal } = REFUSALS[state]
  if (status === 503) res.set("Retry-After", AGAIN)
  return res.status(status).json({ ...refusal, message, withdrawal_url: withdrawalUrl(options, locale) })
}

async function leave(container: MedusaContainer, cart_id: string): Promise<Left> {
  const { result, errors } = await hamonCancelPaymentWorkflow(container).run({
    input: { cart_id },
    throwOnError: false,
  })
  const [failed] = errors
  if (!failed) return result
  if (failed.action === acquireLockStepId) return { state: "busy", canceled: [] }
  throw failed.error
}

async function withPatience(left: Promise<Left>, container: MedusaContainer): Promise<Left> {
  let timer: NodeJS.Timeout | undefined
  const waiting = new Promise<Left>((resolve) => {
    timer = setTimeout(() => resolve({ state: "waiting", canceled: [] }), PATIENCE)
  })
  const first = await Promise.race([left, waiting]).finally(() => clearTimeout(timer))
  // Nobody waits for it any longer: how it ends is told to the log.
  if (first.state === "waiting") left.catch((error: unknown) => logLate(container, error))
  return first
}

function logLate(container: MedusaContainer, error: unknown): void {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  logger.error(`hamon: a payment that a customer left could not be cancelled: ${String(error)}`)
}
