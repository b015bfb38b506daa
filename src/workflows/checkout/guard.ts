import type { MedusaContainer } from "@medusajs/framework/types"
import { fill } from "../../kit/fill"
import { checkoutTexts } from "../../checkout/texts"
import { money } from "../../letters/format"
import type { CheckoutExtra, CheckoutRecordRow } from "../../modules/hamon/operations/checkout"
import type { LetterLocale } from "../../modules/hamon/types"
import { hamonService } from "../service"
import { acknowledgementMissing } from "./acknowledged"
import { findCart } from "./read-cart"
import { recordCart } from "./record-cart"
import { standingRecord } from "./standing-record"

/** Why a cart may not be paid yet: a sentence for the customer, and for the shop what to do about each extra. */
export type CartRefusal = {
  readonly code: "extra_not_chosen" | "payment_surcharge" | "summary_not_acknowledged"
  readonly message: string
  readonly extras: readonly HeldExtra[]
}

export type HeldExtra = Pick<CheckoutExtra, "key" | "kind" | "name" | "quantity" | "amount" | "standing"> & {
  /** The calls that choose it, and that take it out of the cart. */
  readonly choose: string | null
  readonly remove: readonly string[]
}

/**
 * Whether something keeps a cart from being paid or ordered (L121-17), told to everything that leads to an order: the record
 * of what the cart announces is brought up to date on the way. Where the shop wants it so, a cart is ordered only after the
 * summary of it was acknowledged (L221-14).
 * @param act what the cart is about to become: paid, which a customer may prepare before he sees the summary, or an order
 * @returns null: nothing does; also of a cart that is unknown, empty or an order, on which core answers
 */
export async function cartRefusal(
  container: MedusaContainer,
  cartId: string,
  locale: LetterLocale | null,
  act: "pay" | "order",
): Promise<CartRefusal | null> {
  const { enforce } = hamonService(container).getOptions().extras
  const record = await recordNow(container, cartId)
  if (!record || record.content.lines.length === 0) return null
  const reader = locale ?? record.locale
  const refusal = enforce ? refusalOf(record, reader) : null
  if (refusal || act === "pay" || !(await acknowledgementMissing(container, record))) return refusal
  return { code: "summary_not_acknowledged", message: checkoutTexts(reader).acknowledge.missing, extras: [] }
}

/** What the cart announces now, read again only where something changed; null of one that is unknown, empty or an order. */
async function recordNow(container: MedusaContainer, cartId: string): Promise<CheckoutRecordRow | null> {
  const { record: standing, stamp } = await standingRecord(container, cartId)
  if (standing) return standing
  const cart = await findCart(container, cartId)
  if (!cart || cart.completed || cart.lines.length === 0) return null
  const { record } = await recordCart(container, { cartId, locale: null, fresh: false, cart, stamp })
  return record
}

function refusalOf(record: CheckoutRecordRow, locale: LetterLocale): CartRefusal | null {
  const held = (record.content.extras ?? []).filter(({ standing }) => standing !== "chosen")
  if (held.length === 0) return null
  const code = held.some(({ standing }) => standing === "forbidden") ? "payment_surcharge" : "extra_not_chosen"
  const named = held
    .filter(({ standing }) => code === "extra_not_chosen" || standing === "forbidden")
    .map(({ name, amount }) => `${name} (${money(amount, record.content.currency, locale)})`)
  return {
    code,
    message: fill(checkoutTexts(locale).refused[code], { extras: named.join(", ") }),
    extras: held.map((extra) => heldExtra(extra, record)),
  }
}

function heldExtra(extra: CheckoutExtra, { cart_id, content }: CheckoutRecordRow): HeldExtra {
  const { key, kind, name, quantity, amount, standing } = extra
  const lines = content.lines.filter((line) => line.extra === key)
  return {
    key,
    kind,
    name,
    quantity,
    amount,
    standing,
    choose: standing === "forbidden" ? null : `PUT /store/hamon/carts/${cart_id}/extras/${key}`,
    remove:
      lines.length > 0
        ? lines.map(({ id }) => `DELETE /store/carts/${cart_id}/line-items/${id}`)
        : [`POST /store/carts/${cart_id}/shipping-methods`],
  }
}
