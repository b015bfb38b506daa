import { kept, type Parts } from "../edge/keep"
import { Ledger } from "../edge/ledger"
import { EdgeServer } from "../edge/server"
import { Webhooks } from "../edge/webhooks"
import { approve, type Approval } from "./approval"
import { closeDispute, openDispute } from "./disputes"
import { transmissionHeaders } from "./events"
import { settle } from "./payments"
import { envelope } from "./refusal"
import { refundElsewhere, settleRefund } from "./refunds"
import { answer } from "./routes"
import { type Capture, newId, type NextOutcomes, type World } from "./world"
import { tell } from "./events"

/** PayPal's tokens last about nine hours. */
const TOKEN_SECONDS = 32_400

export type Paypal = Awaited<ReturnType<typeof startPaypal>>

/**
 * An emulated PayPal on a port of this machine: books, webhooks, faults, and what a customer or PayPal itself does.
 * @param file keeps the books for the next start; without it, they are gone with the process
 */
export async function startPaypal({ port = 0, file }: { port?: number; file?: string } = {}) {
  const world = emptyWorld()
  const server = new EdgeServer(
    (call) => answer(world, call),
    (status) => envelope(status),
    file === undefined ? undefined : kept(file, partsOf(world)),
  )
  world.url = await server.start(port)
  return {
    url: world.url,
    clientId: world.clientId,
    clientSecret: world.clientSecret,
    ledger: world.ledger,
    server,
    webhooks: world.webhooks,
    /** Tells events to an address from now on. @returns the webhook's id */
    endpoint: (url: string): string => {
      const webhookId = newId()
      world.webhooks.endpoints.push({ url, headers: (body) => transmissionHeaders(world, webhookId, body) })
      return webhookId
    },
    /** The headers that a transmission of this body would carry: for specs that hand it over themselves. */
    sign: (webhookId: string, body: string) => transmissionHeaders(world, webhookId, body),
    /** What the customer does at PayPal. @returns where the browser goes next */
    approve: (orderId: string, how: Approval = "approve") => approve(world, existing(world.orders, orderId), how),
    /** What becomes of the next capture, authorisation or refund. */
    next: (outcomes: Partial<NextOutcomes>) => void Object.assign(world.next, outcomes),
    /** @param id of a capture, or of an order: then of its first capture @returns the dispute's id */
    openDispute: (id: string): string => openDispute(world, captureOf(world, id)).id,
    closeDispute: (id: string, outcome: "won" | "lost", code?: string) =>
      closeDispute(world, existing(world.disputes, id), outcome, code),
    settleRefund: (id: string, outcome: "COMPLETED" | "FAILED") =>
      settleRefund(world, existing(world.refunds, id), outcome),
    /** Every refund of an order, as PayPal keeps it. */
    refundsOf: (orderId: string) => [...world.refunds.values()].filter(({ capture }) => capture.order.id === orderId),
    settleCapture: (id: string, outcome: "COMPLETED" | "DECLINED" = "COMPLETED") => {
      const capture = captureOf(world, id)
      if (outcome === "COMPLETED") return settle(world, capture)
      capture.status = "DECLINED"
      tell.capture(world, "DENIED", capture)
    },
    /** The merchant refunds in PayPal's dashboard, minor units. @returns the refund's id */
    refundInDashboard: (id: string, minor: number): string => refundElsewhere(world, captureOf(world, id), minor).id,
    /** The 29 days of an authorisation are over. @param id of it, or of its order */
    expire: (id: string) => {
      const found =
        world.authorizations.get(id) ?? [...world.authorizations.values()].find((one) => one.order.id === id)
      if (!found) throw new Error(`The emulated PayPal has no authorisation ${id}`)
      found.expired = true
    },
    /** The merchant gives the app another secret; tokens end with the old one. */
    changeSecret: (secret: string) => {
      world.clientSecret = secret
      world.tokens.clear()
    },
    /** Forgets every request id, as PayPal does after hours or weeks. */
    forgetRequestIds: () => world.replays.clear(),
    /** Every token answers 401 from now on. */
    revokeTokens: () => world.tokens.clear(),
    /** How long new tokens last. */
    tokensLast: (seconds: number) => {
      world.tokenSeconds = seconds
    },
    tokenRequests: () => server.calls.filter(({ path }) => path === "/v1/oauth2/token").length,
    stop: () => server.stop(),
  }
}

function emptyWorld(): World {
  return {
    url: "",
    clientId: "emulated-client",
    clientSecret: "emulated-client-secret",
    tokens: new Map(),
    tokenSeconds: TOKEN_SECONDS,
    orders: new Map(),
    authorizations: new Map(),
    captures: new Map(),
    refunds: new Map(),
    disputes: new Map(),
    replays: new Map(),
    next: { capture: "COMPLETED", authorization: "CREATED", refund: "COMPLETED" },
    ledger: new Ledger(),
    webhooks: new Webhooks(),
    transmissions: new Map(),
    eventTimes: new Map(),
  }
}

/** What outlives the process; tokens do not, and webhooks are told to whoever listens now. */
function partsOf(world: World): Parts {
  const { orders, authorizations, captures, refunds, disputes, replays, eventTimes, ledger, webhooks } = world
  const books = { movements: ledger.movements, events: webhooks.events }
  return { orders, authorizations, captures, refunds, disputes, replays, eventTimes, ...books }
}

function captureOf(world: World, id: string): Capture {
  const found = world.captures.get(id) ?? [...world.captures.values()].find(({ order }) => order.id === id)
  if (!found) throw new Error(`The emulated PayPal has no capture ${id}`)
  return found
}

function existing<T>(known: Map<string, T>, id: string): T {
  const found = known.get(id)
  if (!found) throw new Error(`The emulated PayPal has no ${id}`)
  return found
}
