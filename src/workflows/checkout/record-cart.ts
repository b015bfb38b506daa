import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { CartFacts } from "../../checkout/cart"
import { contentOf, fingerprintOf } from "../../checkout/content"
import { ruleTargets } from "../../checkout/rules"
import { now } from "../../kit/clock"
import type { CheckoutRecordRow } from "../../modules/hamon/operations/checkout"
import type { LetterLocale } from "../../modules/hamon/types"
import { hamonService } from "../service"
import { offeredDelivery } from "./offered-delivery"
import { readCart } from "./read-cart"
import { type Standing, standingRecord } from "./standing-record"

export type CartToRecord = {
  readonly cartId: string
  /** Null: the language of the last record, or the shop's. */
  readonly locale: LetterLocale | null
  /** Words for the order button that the summary gives; null: as last recorded in this language. */
  readonly buttonLabel?: string | null
  /** The cart, where it has just been read, and the stamp that was taken before. */
  readonly cart?: CartFacts
  readonly stamp?: Standing["stamp"]
  /** False: a record stands while the cart, its choices and the rules on it are what they were. */
  readonly fresh: boolean
}

/**
 * The record of what a cart announces now; written when it is not the last one already.
 * @throws MedusaError not_found; not_allowed for a cart that is an order
 */
export async function recordCart(
  container: MedusaContainer,
  { cartId, locale, buttonLabel, fresh, cart: read, stamp: taken }: CartToRecord,
): Promise<{ cart: CartFacts; record: CheckoutRecordRow }> {
  const service = hamonService(container)
  const { customLines } = service.getOptions().extras
  // Before the cart: what changes in between makes the stamp an old one.
  const stamp = taken === undefined ? (await standingRecord(container, cartId)).stamp : taken
  const cart = read ?? (await readCart(container, cartId))
  if (cart.completed) {
    const sentence = "this cart is an order already: what it announced stays as it is"
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, sentence)
  }
  const targets = ruleTargets(cart)
  const facts = await service.checkoutFacts({ cartId, targets, locale })
  const fingerprint = fingerprintOf(cart, facts)
  const { last } = facts
  // The words of one language are not those of another.
  const label = buttonLabel ?? (last?.locale === facts.locale ? last.content.button_label : null)
  const stands = last?.fingerprint === fingerprint && last.content.button_label === label
  if (!fresh && last && stands) {
    if (stamp && last.stamp !== stamp) await service.stampCheckout(last.id, stamp)
    return { cart, record: last }
  }
  const [offered, descriptions] = await Promise.all([offeredDelivery(container, cart), descriptionsOf(container, cart)])
  const content = contentOf({ cart, facts, offered, descriptions, buttonLabel: label, customLines })
  const record = await service.recordCheckout({ cartId, locale: facts.locale, content, fingerprint, stamp }, now())
  return { cart, record }
}

/** Of the products as the shop describes them now: core's lines keep the words of the day on which they were put in. */
async function descriptionsOf(container: MedusaContainer, cart: CartFacts): Promise<Map<string, string | null>> {
  const id = cart.lines.flatMap(({ productId }) => productId ?? [])
  if (id.length === 0) return new Map()
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "product", fields: ["id", "description"], filters: { id } })
  return new Map(data.map((product) => [product.id, product.description ?? null]))
}
