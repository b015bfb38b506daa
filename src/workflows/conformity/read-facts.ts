import type { MedusaContainer } from "@medusajs/framework/types"
import type { CheckId, Proof, StoredCheck } from "../../conformity/checks/outcome"
import type { CheckoutSeen, ConformityFacts, Stuck } from "../../conformity/facts"
import type { CheckoutContent } from "../../modules/hamon/operations/checkout"
import type { StuckRow, StuckWork } from "../../modules/hamon/operations/stuck-work"
import type HamonModuleService from "../../modules/hamon/service"
import type { LetterLocale } from "../../modules/hamon/types"
import { readShop } from "../information/read-shop"
import { hamonService } from "../service"
import { mailers } from "../mailers"
import { seenProducts } from "./seen-products"

/** Orders whose last announcement is looked at: enough to see a label that was changed. */
const LAST_ORDERS = 50
const EVENTS_OF = 30 * 24 * 60 * 60 * 1000

/** The module of `@medusajs/loyalty-plugin` that keeps what gift cards and credits hold. */
const STORE_CREDIT = "store_credit"

/** Reads everything on which the report rests, once. */
export async function readFacts(container: MedusaContainer, at: Date): Promise<ConformityFacts> {
  const service = hamonService(container)
  const [shop, terms, products, sweeps, stuck, checkouts, events, checks] = await Promise.all([
    readShop(container, { regionId: null, now: at }),
    service.termsInForce(),
    seenProducts(container),
    service.listSweepHeartbeats({}, { take: 100 }),
    service.stuckWork(),
    service.lastCheckouts(LAST_ORDERS),
    service.eventsBySource(new Date(at.getTime() - EVENTS_OF)),
    service.storedChecks(),
  ])
  return {
    at,
    options: service.getOptions(),
    shop,
    terms,
    products,
    emailProviders: mailers(container),
    giftCards: container.hasRegistration(STORE_CREDIT),
    sweeps: sweeps.map(({ id, started_at, last_error }) => ({ id, startedAt: started_at, lastError: last_error })),
    stuck: {
      lettersFailed: namedWork(stuck.lettersFailed),
      refundsUnknown: namedWork(stuck.refundsUnknown),
      refundsFailed: namedWork(stuck.refundsFailed),
      deadlinesPassed: namedWork(stuck.deadlinesPassed),
      unchosenExtras: namedWork(stuck.unchosenExtras),
      surchargesUnpaid: namedWork(stuck.surchargesUnpaid),
    },
    events: bySource(events),
    checkouts: checkouts.map(seenCheckout),
    checks: Object.fromEntries(
      checks.map(({ id, state, proof, checked_at }) => [
        id as CheckId,
        { state, proof: proof as unknown as Proof, checkedAt: checked_at } satisfies StoredCheck,
      ]),
    ),
  }
}

function bySource(rows: Awaited<ReturnType<HamonModuleService["eventsBySource"]>>): ConformityFacts["events"] {
  const count = (provider: string, source: string) =>
    Number(rows.find((row) => row.provider === provider && row.source === source)?.count ?? 0)
  const providers = new Set(rows.map(({ provider }) => provider))
  return Object.fromEntries(
    [...providers].map((one) => [one, { told: count(one, "webhook"), asked: count(one, "asked") }]),
  )
}

function namedWork({ count, first }: StuckWork): Stuck {
  return { count, first: first.map((row) => ({ text: nameOf(row), path: pathOf(row) })) }
}

function nameOf({ display_id, order_id, kind }: StuckRow) {
  if (!order_id) return { fr: `Déclaration sans commande (${kind})`, en: `Declaration without an order (${kind})` }
  const number = display_id === null ? order_id : `n° ${display_id}`
  const english = display_id === null ? order_id : `#${display_id}`
  return { fr: `Commande ${number} (${kind})`, en: `Order ${english} (${kind})` }
}

function pathOf({ order_id, withdrawal_id }: StuckRow): string {
  if (order_id) return `/orders/${order_id}`
  return withdrawal_id ? `/withdrawals/${withdrawal_id}` : "/withdrawals"
}

function seenCheckout({
  order_id,
  locale,
  content,
}: {
  order_id: string
  locale: LetterLocale
  content: unknown
}): CheckoutSeen {
  const { button_label, lines } = content as CheckoutContent
  return {
    orderId: order_id,
    locale,
    buttonLabel: button_label,
    exceptionsUnsaid: lines
      // Records of before the mention was kept say nothing of it.
      .filter(({ exception, exception_mention }) => exception !== null && exception_mention === null)
      .map(({ title }) => title),
  }
}
