import type { Answer, Call } from "../edge/server"
import { answerApproval, approvalPage } from "./approval"
import { getDispute, listDisputes } from "./disputes"
import { listEvents, verify } from "./notifications"
import { issueToken, refuseStranger } from "./oauth"
import { authorizeOrder, captureOrder, createOrder, getOrder, patchOrder } from "./orders"
import { captureAuthorization, getAuthorization, getCapture, reauthorize, voidAuthorization } from "./payments"
import { Refusal } from "./refusal"
import { getRefund, refundCapture } from "./refunds"
import { requestIdOf } from "./request-id"
import type { World } from "./world"

type Handler = (world: World, call: Call, id: string) => Answer

const OPEN: readonly [method: string, path: RegExp, handler: Handler][] = [
  ["POST", /^\/v1\/oauth2\/token$/, issueToken],
  ["GET", /^\/checkoutnow$/, approvalPage],
  ["POST", /^\/checkoutnow$/, answerApproval],
]

const CLOSED: readonly [method: string, path: RegExp, handler: Handler][] = [
  ["POST", /^\/v2\/checkout\/orders$/, createOrder],
  ["GET", /^\/v2\/checkout\/orders\/(\w+)$/, getOrder],
  ["PATCH", /^\/v2\/checkout\/orders\/(\w+)$/, patchOrder],
  ["POST", /^\/v2\/checkout\/orders\/(\w+)\/authorize$/, authorizeOrder],
  ["POST", /^\/v2\/checkout\/orders\/(\w+)\/capture$/, captureOrder],
  ["GET", /^\/v2\/payments\/authorizations\/(\w+)$/, getAuthorization],
  ["POST", /^\/v2\/payments\/authorizations\/(\w+)\/capture$/, captureAuthorization],
  ["POST", /^\/v2\/payments\/authorizations\/(\w+)\/void$/, voidAuthorization],
  ["POST", /^\/v2\/payments\/authorizations\/(\w+)\/reauthorize$/, reauthorize],
  ["GET", /^\/v2\/payments\/captures\/(\w+)$/, getCapture],
  ["POST", /^\/v2\/payments\/captures\/(\w+)\/refund$/, refundCapture],
  ["GET", /^\/v2\/payments\/refunds\/(\w+)$/, getRefund],
  ["GET", /^\/v1\/customer\/disputes$/, listDisputes],
  ["GET", /^\/v1\/customer\/disputes\/([\w-]+)$/, getDispute],
  ["POST", /^\/v1\/notifications\/verify-webhook-signature$/, verify],
  ["GET", /^\/v1\/notifications\/webhooks-events$/, listEvents],
]

/** PayPal's answer to a call; what PayPal has not, answers in PayPal's envelope. */
export function answer(world: World, call: Call): Answer {
  try {
    const open = find(OPEN, call)
    if (open) return open.handler(world, call, open.id)
    const stranger = refuseStranger(world, call)
    if (stranger) return stranger
    const found = find(CLOSED, call)
    if (!found) throw new Refusal(404, "INVALID_RESOURCE_ID")
    return once(world, call, () => found.handler(world, call, found.id))
  } catch (error) {
    if (error instanceof Refusal) return error.answer()
    throw error
  }
}

function find(routes: typeof OPEN, { method, path }: Call): { handler: Handler; id: string } | null {
  for (const [known, pattern, handler] of routes) {
    const match = method === known ? pattern.exec(path) : null
    if (match) return { handler, id: match[1] ?? "" }
  }
  return null
}

/**
 * A request id that was seen answers what it answered, whatever the body says now; a no as well, which PayPal does not
 * promise and a caller must not count on otherwise. https://developer.paypal.com/api/rest/reference/idempotency/
 */
function once(world: World, call: Call, act: () => Answer): Answer {
  const id = requestIdOf(call)
  if (id === null || call.method !== "POST") return act()
  const place = `${call.path} ${id}`
  const before = world.replays.get(place)
  if (before) return before
  const after = settled(act)
  world.replays.set(place, after)
  return after
}

function settled(act: () => Answer): Answer {
  try {
    return act()
  } catch (error) {
    if (error instanceof Refusal) return error.answer()
    throw error
  }
}
