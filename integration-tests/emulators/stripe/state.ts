import { randomBytes } from "node:crypto"
import type Stripe from "stripe"
import type { Parts } from "../edge/keep"
import { Ledger } from "../edge/ledger"
import { Webhooks } from "../edge/webhooks"
import type { TestCard } from "./cards"
import { missing } from "./fault"

const API_VERSION = "2024-04-10"

/** How hard an intent has been softly declined already. */
export const HARDNESS = { automatic: 0, any: 1, challenge: 2 } as const

export type Hardness = keyof typeof HARDNESS

/** Everything that the account holds. Lists are in the order of creation. */
export class State {
  readonly customers = new Map<string, Stripe.Customer>()
  readonly methods = new Map<string, Stripe.PaymentMethod>()
  readonly cards = new Map<string, TestCard>()
  readonly intents = new Map<string, Stripe.PaymentIntent>()
  readonly setups = new Map<string, Stripe.SetupIntent>()
  readonly charges = new Map<string, Stripe.Charge>()
  readonly refunds = new Map<string, Stripe.Refund>()
  readonly disputes = new Map<string, Stripe.Dispute>()
  readonly events = new Map<string, Stripe.Event>()
  /** Hardest authentication at which the bank has softly declined an intent. */
  readonly declinedAt = new Map<string, number>()
  /** Where an intent's customer returns to after a challenge. */
  readonly returnUrls = new Map<string, string>()
  readonly ledger = new Ledger()
  readonly webhooks = new Webhooks()
  /** Address of the emulator itself, for its challenge page. */
  url = ""

  /** What outlives the process; webhooks are told to whoever listens now. */
  get parts(): Parts {
    const { customers, methods, cards, intents, setups, charges, refunds, disputes, declinedAt, returnUrls } = this
    const books = { movements: this.ledger.movements, events: this.events, told: this.webhooks.events }
    return { customers, methods, cards, intents, setups, charges, refunds, disputes, declinedAt, returnUrls, ...books }
  }

  id(prefix: string): string {
    return `${prefix}_${randomBytes(12).toString("hex")}`
  }

  /** Seconds since 1970, as Stripe counts. */
  now(): number {
    return Math.floor(Date.now() / 1000)
  }

  /** The act's event, as the object is at this moment. */
  tell(type: Stripe.Event.Type | "refund.failed", object: object, key: string | null = null): void {
    const event = {
      id: this.id("evt"),
      object: "event",
      api_version: API_VERSION,
      created: this.now(),
      data: { object: structuredClone(object) as never },
      livemode: false,
      pending_webhooks: this.webhooks.endpoints.length,
      request: { id: null, idempotency_key: key },
      type,
    } as Stripe.Event
    this.events.set(event.id, event)
    this.webhooks.publish({ id: event.id, type, body: JSON.stringify(event, null, 2) })
  }

  intent(id: string, param?: string): Stripe.PaymentIntent {
    return this.find(this.intents, "payment_intent", id, param)
  }

  find<T>(among: Map<string, T>, what: string, id: string, param?: string): T {
    const found = among.get(id)
    if (!found) throw missing(what, id, param)
    return found
  }

  /** The charge that holds an intent's money. */
  chargeOf(intent: Stripe.PaymentIntent): Stripe.Charge | undefined {
    return this.charges.get(String(intent.latest_charge))
  }
}
